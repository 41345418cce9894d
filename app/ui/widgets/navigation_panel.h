#pragma once

#include <QFrame>

class QLabel;
class QListView;
class QStandardItemModel;

namespace film::app {

class NavDelegate;
class Theme;

// The left edge of the window: the production above, the pages, the person below. Below a
// certain window width only the icons are left.
class NavigationPanel final : public QFrame
{
    Q_OBJECT
public:
    explicit NavigationPanel(const Theme &theme, QWidget *parent = nullptr);

    void setProduction(const QString &title, const QString &detail);
    void setAccount(const QString &name, const QString &role);
    void addEntry(const QString &id, const QString &iconName, const QString &title);
    void addGroup(const QString &title);
    void setBadge(const QString &id, const QString &badge);
    void setCurrent(const QString &id);
    void setRail(bool isRail);
    [[nodiscard]] bool isRail() const { return m_isRail; }
    [[nodiscard]] QListView *list() const { return m_list; }

signals:
    void pageChosen(const QString &id);

private:
    void recolor();

    const Theme &m_theme;
    QLabel *m_mark;
    QLabel *m_title;
    QLabel *m_detail;
    QListView *m_list;
    QStandardItemModel *m_entries;
    NavDelegate *m_delegate;
    QLabel *m_initials;
    QLabel *m_name;
    QLabel *m_role;
    bool m_isRail = false;
};

} // namespace film::app
