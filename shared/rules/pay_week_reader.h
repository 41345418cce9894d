#pragma once

#include "shared/domain/week.h"
#include "shared/domain/work_day.h"
#include "shared/rules/price_week.h"

#include <QTimeZone>

#include <functional>
#include <span>

namespace film::rules {

enum class WhyUnpriced : quint8 {
    NotEntered,            // a day of work without a call
    NoWrap,                // under way, or the wrap is missing
    UnknownZone,           // this computer does not know the zone
    Impossible,            // the times contradict each other or never came on that night's clock
    NoRule,                // a kind of day the pack says nothing about (hold, idle, sick)
    NoDeal,                // none of the person's deals is in force on it
    NoPack,                // its deal has no pack that prices, though another of the week has
    AllowanceInOtherMoney, // only that: it is in no sum, the day may have its price
    PartOfDayBefore,       // less than the pack's gap after the wrap before: priced with that day
};

struct UnpricedDay {
    QDate date;
    WhyUnpriced why = WhyUnpriced::NotEntered;
};

struct DatedAllowance {
    QDate date;
    Money amount;
};

struct PayWeekReading {
    WeekInput week;                           // without the allowances
    std::vector<DatedAllowance> allowances{}; // of its days, also of those that are not priced
    std::vector<UnpricedDay> unpriced;
};

// What reading a week needs to know beside the days.
struct WeekFacts {
    std::function<QTimeZone(const QByteArray &)> zoneOf; // keep the zones: making one is slow
    std::function<bool(QDate)> isHoliday;                // of the pack's calendar; may be empty
    // When a holiday begins that is none in the morning, from midnight; may be empty.
    std::function<std::optional<Minutes>(QDate)> holidayFrom{};
    // On the call sheet, from midnight of the date; may be empty.
    std::function<std::optional<Minutes>(const WorkDayKey &)> unitCallOf;
    // How a unit is called, for the cost split; without, its id stands there.
    std::function<QString(UnitId)> unitNameOf{};
    // An hour of the record's time, where the deal has another rate for it; may be empty.
    std::function<std::optional<Ratio>(const WorkDay &)> rateOf{};
    // What prices a date of the week, null where nothing does; empty where one pack has them all.
    std::function<const RulePack *(QDate)> packOn{};
};

// A person's days as the rules see them. `days` are in order of date and reach back at least a
// week before `week`, for the rest before its first call and for the run of days. Kinds of day
// (sixth, holiday, Sunday) follow from the calendar and the run; nothing is guessed: what cannot
// be priced is named.
[[nodiscard]] PayWeekReading readPayWeek(const RulePack &pack, std::span<const WorkDay> days,
                                         const PayWeek &week, const WeekFacts &facts);

// A call so soon after the wrap of the date before that what lies between is work, and no rest: one
// shift, which belongs to the date it began on (pay-rules 3.2, gap_is_work_below_min).
[[nodiscard]] bool goesOn(const RulePack *pack, const PayDay &before, const PayDay &next);
// The day with the shift that it goes on into.
void joinShifts(const RulePack &pack, PayDay &pay, const PayDay &next);

// Which rest is due before a call on the date: the id of the pack's rule for as many days as the
// week before it has had, where it has one; else empty, for the ordinary rest.
[[nodiscard]] QString restRuleBefore(const RulePack &pack, std::span<const WorkDay> days,
                                     QDate date);

// One day with call and wrap, without what its neighbours say about it.
[[nodiscard]] std::optional<PayDay> readPayDay(const WorkDay &day, const QTimeZone &zone);

// What can be chosen for a day under this pack; the rest would change nothing.
[[nodiscard]] DayChoices choicesUnder(const RulePack &pack);

} // namespace film::rules
