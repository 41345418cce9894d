#pragma once

#include "app/models/chart_data.h"
#include "app/models/dashboard_model.h"
#include "app/models/sync_state.h"
#include "shared/domain/time_format.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace film::app {

// One figure of the strip: what it is, the figure, what belongs to it.
struct StripFigure {
    QString caption;
    QString value;
    QString detail;
    bool isWarning = false;

    friend bool operator==(const StripFigure &, const StripFigure &) = default;
};

// A chart with everything that is said about it.
struct ChartWords {
    QString finding;
    QString note; // instead of the chart
    ChartData chart;
    FiguresTable table;
};

// The words of the dashboard. Sentences are computed from the figures, whole ones, so that each
// can be translated.
class DashboardWords
{
    Q_DECLARE_TR_FUNCTIONS(film::app::DashboardWords)
public:
    DashboardWords(const Dashboard &dashboard, Notation notation)
        : m_dashboard(dashboard)
        , m_notation(notation)
    {}

    [[nodiscard]] QString subtitle() const; // "Week 6, shoot days 26 to 30"
    [[nodiscard]] QString weekName() const; // "Week 6"
    // What is missing, and how old the figures are.
    [[nodiscard]] QString stateText(const SyncState &sync, const QTimeZone &zone) const;
    [[nodiscard]] std::vector<StripFigure> strip() const;
    [[nodiscard]] ChartWords hours() const;
    [[nodiscard]] ChartWords overtime() const;
    [[nodiscard]] ChartWords hotCost() const;
    [[nodiscard]] ChartWords meals() const;
    [[nodiscard]] FiguresTable mealsByDepartment() const;

    // The budget's, so that a figure beside it is never of another.
    [[nodiscard]] Currency currency() const;
    [[nodiscard]] static QString wholeMoney(const Money &money); // $5,031
    [[nodiscard]] static QString straightName();
    [[nodiscard]] static QString timeAndHalfName();
    [[nodiscard]] static QString doubleTimeName();
    [[nodiscard]] static QString planName();

private:
    [[nodiscard]] QString length(Minutes length) const; // 6,853.5
    [[nodiscard]] QString lengthWithUnit(Minutes length) const;
    [[nodiscard]] QString nameOf(const OvertimeWeek &week) const;
    [[nodiscard]] QString earlierName() const;
    [[nodiscard]] QString hoursFinding() const;
    [[nodiscard]] QString overtimeFinding() const;
    [[nodiscard]] QString hotCostFinding() const;
    [[nodiscard]] QString mealsFinding() const;
    [[nodiscard]] StripFigure budgetFigure() const;
    [[nodiscard]] ChartData hotCostChart() const;
    [[nodiscard]] QString dayName(const ShootDayFigures &day) const;
    [[nodiscard]] bool leavesOutAmounts() const;
    [[nodiscard]] bool hasShootDayThisWeek() const;

    const Dashboard &m_dashboard;
    Notation m_notation;
};

} // namespace film::app
