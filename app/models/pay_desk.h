#pragma once

#include "app/models/crew_snapshot.h"
#include "app/models/week_snapshot.h"
#include "shared/rules/forecast.h"
#include "shared/rules/person_week.h"
#include "shared/rules/running_day.h"

#include <functional>
#include <memory>

namespace film::app {

// Minutes at overtime factors as the columns of a week show them.
struct OvertimeHours {
    Minutes timeAndHalf{0}; // above 1 and below 2
    Minutes doubleTime{0};  // 2 and more
};

[[nodiscard]] OvertimeHours overtimeOf(const rules::DayPay &pay);

// A day under way: what it has come to and what is ahead of it.
struct RunningPay {
    rules::DayPay pay; // as if it ended now
    rules::Forecast forecast;
    rules::DayClock clock;
};

// What one person's week comes to, as a grid shows it.
struct CrewFigures {
    struct Day {
        std::optional<Money> gross;
        OvertimeHours overtime;
        Money mealCost{0, Currency::Usd}; // penalties of its meals
        int mealPenalties = 0;
        Money restCost{0, Currency::Usd}; // of the short rest before it
    };
    std::optional<rules::NoFigure> noFigure;
    std::array<Day, 7> days;
    Money gross{0, Currency::Usd};
    std::optional<rules::OpenPenalties> openPenalties; // in `gross` by the schedule

    [[nodiscard]] OvertimeHours overtime() const;
};

// What the rules say about the weeks on the screen. The packs are read when the first deal asks
// for one, not at start. GUI thread.
class PayDesk
{
public:
    PayDesk();
    ~PayDesk();
    // What reads the packs, instead of those that come along alone.
    explicit PayDesk(std::function<std::vector<rules::RulePack>()> source);

    // With the draft in place of the day of its date.
    [[nodiscard]] rules::PersonWeekPay price(const WeekSnapshot &week,
                                             const std::optional<WorkDay> &draft = {});
    [[nodiscard]] CrewFigures price(const CrewSnapshot &week, const CrewPerson &person);
    // The same with how each figure came about.
    [[nodiscard]] rules::PersonWeekPay explain(const CrewSnapshot &week, const CrewPerson &person);
    // Prices as if another pack stood in the deals. No longer than the desk and the pack.
    [[nodiscard]] rules::WeekPricer pricerWith(const rules::PackSwitch &instead);
    [[nodiscard]] static rules::PersonWeekPay
    priceWith(rules::WeekPricer &pricer, const CrewSnapshot &week, const CrewPerson &person);
    // When meals and rest are due under the deal's pack; the usual figures where none is known.
    [[nodiscard]] DayLimits limitsOf(const std::optional<Deal> &deal, QDate date,
                                     const QString &sideLetter);
    struct NextCall {
        rules::Moment at;
        QString restRule; // rules::restRuleBefore()
    };
    // The rest between a day and a call so long after its midnight; `day` stands for that of its
    // date in the week. Nothing where a day off lies between and the pack asks for no more than a
    // night: it cannot be missed.
    [[nodiscard]] static std::optional<NextCall>
    callWithRest(const WeekSnapshot &week, const WorkDay &day, const rules::RulePack &pack,
                 const rules::DayClock &clock, Minutes nextCall);
    // Of a day without a wrap, seen at `now` on its clock; nothing where no rule applies.
    [[nodiscard]] std::optional<RunningPay> priceRunning(const WeekSnapshot &week, QDate date,
                                                         Minutes now,
                                                         std::optional<Minutes> nextCall);

    // Of somebody in the grid who is at work now; nothing where no rule applies. Its pack lives as
    // long as the desk.
    [[nodiscard]] std::optional<rules::RunningMember>
    runningMember(const CrewSnapshot &week, const CrewPerson &person, const QString &department);

private:
    [[nodiscard]] const rules::PackShelf &shelf();
    [[nodiscard]] rules::WeekPricer &pricer();

    std::function<std::vector<rules::RulePack>()> m_source;
    std::unique_ptr<rules::PackShelf> m_shelf;
    std::unique_ptr<rules::WeekPricer> m_pricer;
};

// The clause of a number of the pack, such as "§5.1"; empty where none is known.
[[nodiscard]] QString clauseOf(const rules::RulePack &pack, qint32 rule);

} // namespace film::app
