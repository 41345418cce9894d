#pragma once

#include "app/controllers/dashboard_controller.h"
#include "app/models/sync_state.h"
#include "shared/domain/time_format.h"

#include <QTimeZone>
#include <QWidget>

class QAction;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace film::app {

class ChartPanel;
class FiguresStrip;
class MainWindow;
class NoticePanel;
class Theme;

inline constexpr const char *dashboardPageId = "dashboard";

// Where do hours go, does overtime grow, are we on budget, are meals on time.
class DashboardPage final : public QWidget
{
    Q_OBJECT
public:
    DashboardPage(DashboardController &controller, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QList<QAction *> commands() const { return m_commands; }
    [[nodiscard]] QString stateText() const;
    // Whether amounts may leave as a file or a copy (Action::ExportPay). What may only be seen
    // stays on the page.
    void setHandsOverPay(bool handsOver);

public slots:
    void setShown(bool isShown);
    void setNotation(film::Notation notation);
    void setSyncState(const film::app::SyncState &state);
    void setZone(const QTimeZone &zone);
    // The week or one before it could not be read.
    void showFailure(const film::Error &error);

signals:
    void reloadRequested();
    void departmentChosen(const film::DepartmentId &department);
    void budgetRequested(film::Currency currency);
    void csvRequested(const QString &text);
    void messageChanged(const QString &message);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QLayout *makeHeader();
    [[nodiscard]] ChartPanel *addPanel(const QString &title, const char *name);
    void makeCommands();
    void showFigures();
    void showEmpty();
    void showDepartments();
    void showState();
    void placePanels();
    void chooseDepartment(int index);
    void toggleTables();
    void requestBudget();
    void requestCsv();

    DashboardController &m_controller;
    const Theme &m_theme;
    Notation m_notation = Notation::Tenths;
    SyncState m_sync;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    bool m_handsOverPay = true;
    QList<QAction *> m_commands;
    QLabel *m_subtitle = nullptr;
    QComboBox *m_department = nullptr;
    QStringList m_departmentNames;
    QPushButton *m_csv = nullptr;
    FiguresStrip *m_strip = nullptr;
    NoticePanel *m_empty = nullptr;
    QScrollArea *m_scroll = nullptr; // of a window with less room than the charts need
    QWidget *m_charts = nullptr;
    QGridLayout *m_grid = nullptr;
    ChartPanel *m_hours = nullptr;
    ChartPanel *m_overtime = nullptr;
    ChartPanel *m_hotCost = nullptr;
    ChartPanel *m_meals = nullptr;
    QLabel *m_state = nullptr;
};

// Into the navigation and the menus of the window.
void addDashboard(MainWindow &window, DashboardPage *page);

} // namespace film::app
