#pragma once

#include "app/ui/theme/tokens.h"

#include <QStyledItemDelegate>

#include <functional>

namespace film::app {

class Theme;

// Rows of a list on two lines, with a word at the right end of the second: the manner of the
// queue of approvals, for lists that need no more than that.
class TwoLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    struct Look {
        QString detail;
        QString status;
        QString icon;
        Token token = Token::Text2;
    };
    using LookOf = std::function<Look(const QModelIndex &)>;

    TwoLineDelegate(const Theme &theme, LookOf lookOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    LookOf m_lookOf;
};

} // namespace film::app
