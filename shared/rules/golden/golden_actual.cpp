#include "shared/rules/golden/golden_actual.h"

#include <map>

namespace film::rules {

namespace {

using namespace Qt::StringLiterals;

QString hoursText(const Ratio &minutes)
{
    return (minutes / Ratio(60)).toDecimal(1, 4);
}

QString hoursText(Minutes minutes)
{
    return hoursText(Ratio(minutes.count()));
}

QString moneyText(const Ratio &minorUnits)
{
    return (minorUnits / Ratio(100)).toDecimal(2, 4);
}

QString moneyText(const Money &money)
{
    return moneyText(Ratio(money.minorUnits()));
}

QJsonObject paidByFactor(const std::vector<PaidTime> &paid)
{
    QJsonObject object;
    for (const PaidTime &time : paid)
        object.insert(time.factor.toDecimal(1, 4), hoursText(time.minutes));
    return object;
}

// Cases call the overtime of a fee's day by the factors that most agreements have for it: 1.5, and
// 2 past a time of day. It is the pack that says what they are.
struct OvertimeFactors {
    Ratio usual = Ratio::of(3, 2);
    Ratio higher{2};
};

OvertimeFactors overtimeFactorsOf(const RulePack &pack)
{
    OvertimeFactors factors;
    if (pack.pay == PayModel::DayFee && pack.overtime && !pack.overtime->clockTiers.empty()
        && !pack.tiers.empty()) {
        factors.usual = pack.tiers.front().factor.value;
        factors.higher = pack.overtime->clockTiers.front().factor.value;
    }
    return factors;
}

Minutes overtimeAt(const DayPay &pay, const Ratio &factor)
{
    for (const PaidTime &time : pay.overtime) {
        if (time.factor == factor)
            return time.minutes;
    }
    return Minutes(0);
}

QJsonValue restObject(const std::optional<RestResult> &rest)
{
    if (!rest)
        return QJsonValue::Null;
    return QJsonObject{{u"required_hours"_s, hoursText(rest->required)},
                       {u"rest_hours"_s, hoursText(rest->rest)},
                       {u"short_hours"_s, hoursText(rest->shortBy)},
                       {u"amount"_s, moneyText(rest->amount)}};
}

// The sums over days of what each of them says for itself.
struct DaySums {
    Minutes elapsed{0};
    Minutes workedExact{0};
    Minutes guarantee{0};
    Minutes usualOvertime{0};
    Minutes higherOvertime{0};
    Minutes paid{0};
    Minutes night{0};
    Minutes nightBank{0};
    int penalties = 0;
    qint64 penalty = 0;
    qint64 nightPremium = 0;
    qint64 overtime = 0;
    std::map<QString, qint64> split;

    void add(const DayPay &pay, const OvertimeFactors &factors)
    {
        elapsed += pay.elapsed;
        workedExact += pay.workedExact;
        guarantee += pay.guarantee;
        usualOvertime += overtimeAt(pay, factors.usual);
        higherOvertime += overtimeAt(pay, factors.higher);
        night += pay.night;
        nightBank += pay.nightBank;
        penalties += pay.meals.penaltyCount;
        penalty += pay.meals.penalty.minorUnits();
        nightPremium += pay.nightPremium.minorUnits();
        for (const PayLine &line : pay.lines) {
            paid += line.minutes;
            if (line.code == LineCode::Overtime)
                overtime += line.amount.minorUnits();
        }
        for (const CostShare &share : pay.split)
            split[share.code] += share.amount.minorUnits();
    }

    void write(QJsonObject &actual) const
    {
        actual[u"elapsed_hours"_s] = hoursText(elapsed);
        actual[u"worked_hours_exact"_s] = hoursText(workedExact);
        actual[u"guarantee_hours"_s] = hoursText(guarantee);
        actual[u"meal_penalties"_s] = QJsonObject{{u"count"_s, QString::number(penalties)},
                                                  {u"amount"_s, moneyText(Ratio(penalty))}};
        actual[u"ot_hours"_s] = QJsonObject{{u"ot_1_5"_s, hoursText(usualOvertime)},
                                            {u"ot_2"_s, hoursText(higherOvertime)}};
        actual[u"night_premium"_s] = moneyText(Ratio(nightPremium));
        actual[u"night_hours"_s] = hoursText(night > Minutes(0) ? night : nightBank);
        actual[u"night_bank_hours"_s] = hoursText(nightBank);
        actual[u"paid_hours"_s] = hoursText(paid);
        actual[u"unscheduled_ot"_s] = moneyText(Ratio(overtime));
        QJsonObject shares;
        for (const auto &[code, amount] : split)
            shares.insert(code, moneyText(Ratio(amount)));
        actual[u"cost_split"_s] = shares;
    }
};

void writeMealDelay(const DayPay &pay, QJsonObject &actual)
{
    actual[u"late_min"_s] = QString::number(pay.meals.latest.count());
    actual[u"increments"_s] = QString::number(pay.meals.penaltyCount);
    actual[u"amount"_s] = moneyText(pay.meals.penalty);
}

// Night work of the week is settled by the week: its hours and its money stand in place of those
// of the days.
void writeNightBank(const WeekPay &pay, qint64 premiumOfDays, QJsonObject &actual)
{
    Minutes settled{0};
    for (const PayLine &line : pay.lines) {
        if (line.code == LineCode::NightBank)
            settled += line.minutes;
    }
    if (settled == Minutes(0))
        return;
    const Ratio bank(pay.amountOf(LineCode::NightBank).minorUnits());
    actual[u"night_hours"_s] = hoursText(settled);
    actual[u"night_premium"_s] = moneyText(bank + Ratio(premiumOfDays));
}

} // namespace

QJsonObject actualOfDay(const RulePack &pack, const DayPay &pay)
{
    QJsonObject actual;
    DaySums sums;
    sums.add(pay, overtimeFactorsOf(pack));
    sums.write(actual);
    writeMealDelay(pay, actual);
    actual[u"worked_hours"_s] = hoursText(pay.worked);
    actual[u"paid_by_mult"_s] = paidByFactor(pay.paid);
    actual[u"turnaround"_s] = restObject(pay.rest);
    actual[u"hourly"_s] = moneyText(pay.hourly);
    actual[u"gross"_s] = moneyText(pay.gross());
    return actual;
}

QJsonObject actualOfWeek(const RulePack &pack, const WeekPay &pay)
{
    QJsonObject actual;
    DaySums sums;
    for (const DayPay &day : pay.days)
        sums.add(day, overtimeFactorsOf(pack));
    for (const PayLine &line : pay.lines)
        sums.paid += line.code == LineCode::Hours ? line.minutes : Minutes(0);
    sums.write(actual);
    writeNightBank(pay, sums.nightPremium, actual);
    // A week of one day is also that day.
    if (pay.days.size() == 1)
        writeMealDelay(pay.days.front(), actual);
    if (!pay.days.empty())
        actual[u"turnaround"_s] = restObject(pay.days.front().rest);
    actual[u"worked_hours"_s] = hoursText(pay.worked);
    actual[u"paid_by_mult"_s] = paidByFactor(pay.paid);
    actual[u"hourly"_s] = moneyText(pay.hourly);
    actual[u"regular_rate"_s] = moneyText(pay.regularRate);
    actual[u"weekly_ot_hours"_s] = hoursText(pay.weeklyOvertime);
    actual[u"ot_premium"_s] = moneyText(pay.amountOf(LineCode::WeeklyOvertime));
    actual[u"earned_pay_hours"_s] = pay.earnedPayHours.toDecimal(1, 4);
    actual[u"guaranteed_pay_hours"_s] = pay.guaranteedPayHours.toDecimal(1, 4);
    actual[u"makeup_amount"_s] = moneyText(pay.amountOf(LineCode::WeekGuarantee));
    actual[u"overage"_s] = moneyText(pay.amountOf(LineCode::Overage));
    actual[u"basic"_s] = moneyText(pay.amountOf(LineCode::BasicPay));
    actual[u"holiday"_s] = moneyText(pay.amountOf(LineCode::HolidayPay));
    const OpenPenalties open = pay.openPenalties.value_or(OpenPenalties());
    actual[u"open_penalties"_s] = QJsonObject{{u"count"_s, QString::number(open.count)},
                                              {u"least"_s, moneyText(open.least)},
                                              {u"most"_s, moneyText(open.most)}};
    actual[u"holiday_accrued"_s] =
        moneyText(pay.accrued ? pay.accrued->amount : Money(0, pay.currency));
    actual[u"wages"_s] = moneyText(pay.wages());
    actual[u"allowances"_s] = moneyText(pay.allowances());
    actual[u"gross"_s] = moneyText(pay.gross());
    return actual;
}

} // namespace film::rules
