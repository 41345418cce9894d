#pragma once

#include <QStyledItemDelegate>

namespace film::app {

class Theme;

// An entry of the navigation: icon, title, a badge at the right. As a rail, the icon alone.
class NavDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role {
        IconNameRole = Qt::UserRole,
        PageIdRole,
        BadgeRole, // text; a badge asks for a look, so it is amber
    };

    explicit NavDelegate(const Theme &theme, QObject *parent = nullptr);

    void setRail(bool isRail) { m_isRail = isRail; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintBadge(QPainter &painter, Qt::LayoutDirection direction, const QRect &rect,
                    const QString &badge) const;

    const Theme &m_theme;
    bool m_isRail = false;
};

} // namespace film::app
