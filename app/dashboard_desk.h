#pragma once

#include "app/controllers/dashboard_controller.h"
#include "app/ui/main_window.h"
#include "app/ui/pages/dashboard_page.h"

#include <QSettings>
#include <QUndoStack>

namespace film::app {

class Theme;

// The dashboard in the window: its page, its controller, and the budget, which is kept among the
// settings of this computer. GUI thread.
class DashboardDesk final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        DashboardController::Parts figures;
        QSettings &settings;
        QUndoStack &undo;
        MainWindow &window;
        const Theme &theme;
        ProductionId production;
        bool handsOverPay = true; // Action::ExportPay
    };
    explicit DashboardDesk(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] DashboardController &controller() { return m_controller; }
    [[nodiscard]] DashboardPage *page() const { return m_page; }

signals:
    void reloadRequested();
    void departmentChosen(const film::DepartmentId &department);

private:
    [[nodiscard]] Budget readBudget() const;
    void setBudget(const Budget &budget);
    void askForBudget(Currency currency);
    void changeBudget(const Budget &budget);
    void saveCsv(const QString &text);
    void writeCsv(const QString &path, const QString &text);

    QSettings &m_settings;
    QUndoStack &m_undo;
    MainWindow &m_window;
    QString m_group; // of the settings
    DashboardController m_controller;
    DashboardPage *m_page; // the window's
};

} // namespace film::app
