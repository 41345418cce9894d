#include "shared/rules/day_pay.h"

namespace film::rules {

QStringView lineCodeName(LineCode code)
{
    switch (code) {
    case LineCode::WeekFee: return u"week";
    case LineCode::DayFee: return u"day";
    case LineCode::BasicPay: return u"basic";
    case LineCode::Hours: return u"hours";
    case LineCode::SixthDay: return u"sixth_day";
    case LineCode::Overtime: return u"overtime";
    case LineCode::PreCall: return u"pre_call";
    case LineCode::Travel: return u"travel";
    case LineCode::HolidayNotWorked: return u"holiday_not_worked";
    case LineCode::NotWorked: return u"not_worked";
    case LineCode::Guarantee: return u"guarantee";
    case LineCode::ReportingTime: return u"reporting_time";
    case LineCode::DayRateHours: return u"day_rate_hours";
    case LineCode::Early: return u"early";
    case LineCode::Night: return u"night";
    case LineCode::Surcharge: return u"surcharge";
    case LineCode::MealPenalty: return u"meal_penalty";
    case LineCode::MealDelay: return u"meal_delay";
    case LineCode::Turnaround: return u"turnaround";
    case LineCode::MissedBreak: return u"missed_break";
    case LineCode::SpreadOfHours: return u"spread_of_hours";
    case LineCode::WeeklyOvertime: return u"weekly_overtime";
    case LineCode::Overage: return u"overage";
    case LineCode::WeekGuarantee: return u"week_guarantee";
    case LineCode::StatuteFloor: return u"statute_floor";
    case LineCode::NightBank: return u"night_bank";
    case LineCode::Allowance: return u"allowance";
    case LineCode::HolidayPay: return u"holiday_pay";
    case LineCode::HolidayAccrual: return u"holiday_accrual";
    }
    Q_UNREACHABLE();
}

Money DayPay::gross() const
{
    // A sheet without lines still has the currency of its pack, in the premium that is always set.
    Money sum(0, nightPremium.currency());
    for (const PayLine &line : lines)
        sum = sum + line.amount;
    return sum;
}

} // namespace film::rules
