#pragma once

#include <QStyledItemDelegate>

namespace film::app {

class Theme;

// A timecard's days: figures that line up, flags with their icon, and an outline round the times
// that the chosen pay line comes from.
class TimecardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TimecardDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void outline(QPainter &painter, const QRect &cell, const QModelIndex &index) const;

    const Theme &m_theme;
};

// A pay line on two lines: what it is, and where it comes from.
class PayLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit PayLineDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace film::app
