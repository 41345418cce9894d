#pragma once

#include "shared/domain/money.h"
#include "shared/rules/derivation.h"

#include <optional>
#include <vector>

namespace film::rules {

// In the order in which a person reads them: what was worked, what was guaranteed, what was due
// on top.
enum class LineCode : quint8 {
    WeekFee,
    DayFee,
    BasicPay,
    Hours, // at a factor, perhaps with a night factor
    SixthDay,
    Overtime,
    PreCall,
    Travel,
    HolidayNotWorked,
    NotWorked, // idle, on hold, sick
    Guarantee,
    ReportingTime,
    DayRateHours,
    Early,
    Night,
    Surcharge,
    MealPenalty,
    MealDelay,
    Turnaround,
    MissedBreak,
    SpreadOfHours,
    WeeklyOvertime,
    Overage,
    WeekGuarantee,
    StatuteFloor, // made up to what the law asks for
    NightBank,
    Allowance,
    HolidayPay,
    HolidayAccrual, // put by, not paid now
};

// "meal_penalty", as in exports and cases.
[[nodiscard]] QStringView lineCodeName(LineCode code);

// One line of pay. `node` is the root of its derivation in the sheet of the day.
struct PayLine {
    LineCode code = LineCode::Hours;
    Minutes minutes{0}; // paid; 0 where the line is no time
    int count = 0;      // of penalties, increments, begun hours
    Ratio factor = 1;
    Ratio nightFactor = 1;
    Money amount{0, Currency::Usd};
    qint32 node = -1;
    qint32 rule = -1; // the number of the pack that asks for it, index in RulePack::parameters
    quint32 part = 0; // of the week, where it has several packs: PersonWeekPay::parts
};

// Why a figure may not be the last word. Shown beside it.
enum class Notice : quint8 {
    NoPreviousWrap,      // rest could not be judged
    PenaltiesUnresolved, // more in the week than the agreement prices clearly
    LowConfidence,       // a number of the pack is doubtful
    PackExpired,
    NotApproved, // pays nothing until it is
    CompRest,    // settled by time off
    NightBanked, // settled by the week
    EighthDay,   // in a row, and the agreement forbids it
    EighthNext,  // the seventh: the next would be
    // The deal guarantees hours of a week, and the pack does not say how such a week is counted.
    WeekGuaranteeOpen,
    // Less than the pack's gap lay between this call and the wrap before: one shift of two dates.
    JoinedNextDate,
};

struct MealResult {
    int penaltyCount = 0;
    Money penalty{0, Currency::Usd};
    Minutes latest{0}; // the longest delay past when a meal was due
};

struct RestResult {
    Minutes required{0};
    Minutes rest{0};
    Minutes shortBy{0};
    Money amount{0, Currency::Usd};
    bool isFloor = false; // the earlier rate goes on instead of an amount
    // What that adds to the day, in its other lines: the day with the earlier rate less the day
    // without it.
    Money carriedOn{0, Currency::Usd};

    [[nodiscard]] Money cost() const { return amount + carriedOn; }
};

struct PaidTime {
    Ratio factor;
    Minutes minutes{0};
};

// Some of a day's worked minutes at one rate, in the order they were worked.
struct RatedTime {
    Ratio hourly; // minor units
    Minutes minutes{0};
    bool isStraight = false; // paid at the straight rate
};

struct CostShare {
    QString code;
    Money amount{0, Currency::Usd};
};

struct DayPay {
    Minutes elapsed{0};
    Minutes workedExact{0};
    Minutes worked{0};              // rounded as the pack says
    std::vector<PaidTime> paid;     // by factor, in the order they came
    std::vector<PaidTime> overtime; // DayFee: by factor
    std::vector<RatedTime> rated;   // of a day with several rates; else `hourly` is that of all
    Minutes guarantee{0};
    MealResult meals;
    std::optional<RestResult> rest;
    Money nightPremium{0, Currency::Usd};
    Minutes night{0};
    Minutes nightBank{0}; // put by for the week
    Ratio hourly;         // minor units
    Ratio lastFactor = 1; // in force at wrap: what a short rest carries on
    std::vector<PayLine> lines;
    std::vector<CostShare> split;
    std::vector<Notice> notices;
    Sheet sheet;

    [[nodiscard]] Money gross() const;
};

} // namespace film::rules
