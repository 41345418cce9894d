#pragma once

#include "app/controllers/crew_store.h"
#include "app/models/crew_model.h"
#include "app/models/dashboard_model.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>
#include <set>

namespace film::app {

// Puts the dashboard together: this week from the crew grid's own model, so that the two agree,
// and the weeks before from the store. Works only while somebody looks. GUI thread.
class DashboardController final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        CrewStore &store;
        CrewModel &crew;
        PayDesk &desk;
        // While a sync brings records many times a second, the weeks before are read again at
        // most this often.
        std::chrono::milliseconds reloadDelay{1000};
    };
    explicit DashboardController(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<Dashboard> &dashboard() const { return m_dashboard; }
    [[nodiscard]] const Budget &budget() const { return m_budget; }

public slots:
    // Whether the page is on the screen: what changes meanwhile is added up when it is.
    void setShown(bool isShown);
    void setBudget(const film::app::Budget &budget);
    void setDepartment(const std::optional<film::DepartmentId> &department);
    void setFirstShootingDay(const std::optional<QDate> &day);
    // Records changed: what is known of the weeks before may be old, and is soon read again.
    void reload();

signals:
    void dashboardChanged();
    void loadFailed(const film::Error &error);

private:
    void changed();
    void readAgain();
    void update();
    void load(QDate first);
    void keep(QDate first, const Result<CrewSnapshot> &loaded);
    [[nodiscard]] bool isWeekThere() const;

    CrewStore &m_store;
    CrewModel &m_crew;
    PayDesk &m_desk;
    Budget m_budget;
    std::optional<DepartmentId> m_department;
    std::optional<QDate> m_firstShootingDay;
    std::optional<Dashboard> m_dashboard;
    std::map<QDate, WeekFigures> m_earlier;
    std::map<QDate, int> m_asked; // with which generation
    std::set<QDate> m_loading;    // on their way
    int m_generation = 0;         // of the records
    bool m_isShown = false;
    QTimer m_soon;  // one sum for many changes
    QTimer m_later; // one reading for many changes of records
};

} // namespace film::app
