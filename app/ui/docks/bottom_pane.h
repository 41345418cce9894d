#pragma once

#include <QWidget>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace film::app {

class Theme;

// Pages under the grid behind one row of tabs; can be folded to that row or closed.
class BottomPane final : public QWidget
{
    Q_OBJECT
public:
    explicit BottomPane(const Theme &theme, QWidget *parent = nullptr);

    int addPage(const QString &title, QWidget *page);
    void setTitle(int page, const QString &title);
    // Opens and unfolds it.
    void showPage(int page);
    [[nodiscard]] int currentPage() const;
    [[nodiscard]] bool isFolded() const;

    [[nodiscard]] QSize sizeHint() const override;

private:
    void setFolded(bool isFolded);

    const Theme &m_theme;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QToolButton *m_fold;
};

} // namespace film::app
