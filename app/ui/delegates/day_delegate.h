#pragma once

#include "app/models/week_model.h"
#include "app/ui/delegates/day_bar.h"

#include <QStyledItemDelegate>

namespace film::app {

class Theme;

// Paints a row of My week: two lines for the day, figures that line up, planned values in
// italics, the finding with its icon, the bar of hours.
class DayDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit DayDelegate(const Theme &theme, QObject *parent = nullptr);

    void setNotation(Notation notation) { m_notation = notation; }
    // The hours that the bar column covers, for the header above it.
    [[nodiscard]] static DayScale scaleFor(const QRect &column);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index, const WeekRow &row) const;
    void paintDay(QPainter &painter, const QRect &rect, const WeekRow &row) const;
    void paintFigure(QPainter &painter, const QRect &rect, const QModelIndex &index,
                     const WeekRow &row) const;
    void paintFinding(QPainter &painter, const QRect &rect, const WeekRow &row) const;
    void paintBar(QPainter &painter, const QRect &rect, const WeekRow &row) const;
    // A text that runs over several cells, each of which paints its own part.
    void paintAcross(QPainter &painter, const QStyleOptionViewItem &option, int firstColumn,
                     const QString &text) const;

    const Theme &m_theme;
    Notation m_notation = Notation::Tenths;
};

} // namespace film::app
