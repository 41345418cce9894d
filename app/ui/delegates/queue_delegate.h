#pragma once

#include "app/ui/approval_words.h"

#include <QStyledItemDelegate>

namespace film::app {

class Theme;

// The queue of approvals: headings of its parts, and people on two lines with what waits.
class QueueDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    QueueDelegate(const Theme &theme, const ApprovalWords &words, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
    void paintPerson(QPainter &painter, const QStyleOptionViewItem &option,
                     const QueueRow &row) const;

    const Theme &m_theme;
    const ApprovalWords &m_words;
};

} // namespace film::app
