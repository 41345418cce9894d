#include "shared/rules/derivation_text.h"
#include "shared/rules/person_week.h"
#include "shared/rules/rule_pack_reader.h"
#include "shared/rules/shipped_packs.h"
#include "shared/rules/what_if.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace film;
using namespace film::rules;
using namespace Qt::StringLiterals;

namespace {

const QByteArray losAngeles("America/Los_Angeles");
const PayWeek week{QDate(2026, 5, 3)}; // Sunday

const PackShelf &shelf()
{
    static const PackShelf packs(readShippedPacks().packs);
    return packs;
}

Deal deal(const QString &pack, int hourlyMinor = 4000)
{
    Deal deal;
    deal.person = PersonId(std::array<quint8, 16>{1});
    deal.hourlyRate = Money(hourlyMinor, Currency::Usd);
    deal.rulePack = pack;
    return deal;
}

WorkDay workDay(QDate date, int call, int wrap, std::vector<std::pair<int, int>> meals = {})
{
    WorkDay day;
    day.key = {PersonId(std::array<quint8, 16>{1}), date, UnitId()};
    day.call = TimeField::at(call);
    day.wrap = TimeField::at(wrap);
    for (const auto &[out, in] : meals)
        day.meals.push_back({TimeField::at(out), TimeField::at(in)});
    return day;
}

// Ten hours with a meal in time.
WorkDay plainDay(QDate date)
{
    return workDay(date, 420, 1050, {{780, 810}});
}

Deal between(Deal deal, QDate from, QDate to)
{
    deal.from = from;
    deal.to = to;
    return deal;
}

std::vector<WorkDay> plainDays(int first, int last)
{
    std::vector<WorkDay> days;
    for (int i = first; i <= last; ++i)
        days.push_back(plainDay(week.first.addDays(i)));
    return days;
}

bool isNoticed(const std::vector<Notice> &notices, Notice notice)
{
    return std::ranges::count(notices, notice) > 0;
}

// A pack with personal terms lives as long as the pricer that made it.
PersonWeekPay price(const Deal &deal, const std::vector<WorkDay> &days)
{
    static WeekPricer pricer(shelf());
    return pricer.price(deal, days, week, {losAngeles});
}

} // namespace

class TestPersonWeek : public QObject
{
    Q_OBJECT
private slots:
    void aPackIsChosenByNameAndDate()
    {
        QCOMPARE(shelf().choose(u" IATSE-HBA-TV ", QDate(2023, 1, 1)).pack->version, u"2021"_s);
        QCOMPARE(shelf().choose(u"iatse-hba-tv", QDate(2026, 1, 1)).pack->version, u"2024"_s);
        QCOMPARE(shelf().choose(u"iatse-hba-tv@2021", QDate(2026, 1, 1)).state, PackState::Expired);
        QCOMPARE(shelf().choose(u"iatse-hba-tv", QDate(2020, 1, 1)).state, PackState::NotYetValid);
        QCOMPARE(shelf().choose(u"ca-on-day", QDate(2026, 1, 1)).state, PackState::Disabled);
        QCOMPARE(shelf().choose(u"nothing", QDate(2026, 1, 1)).state, PackState::Unknown);
    }

    // Expenses and hire of own things: beside the wages, whatever the day was priced as.
    void allowancesOfTheDaysAreInTheGross()
    {
        const Deal hourly = deal(u"us-ca-nonunion"_s);
        std::vector<WorkDay> days = plainDays(1, 3);
        const PersonWeekPay without = price(hourly, days);
        days[0].allowances = {{u"kit"_s, Money(5000, Currency::Usd)},
                              {u"mileage"_s, Money(1234, Currency::Usd)}};
        WorkDay idle;
        idle.key = {hourly.person, week.first.addDays(4), UnitId()};
        idle.type = DayType::Idle;
        idle.allowances = {{u"per diem"_s, Money(6250, Currency::Usd)},
                           {u"per diem"_s, Money(100, Currency::Eur)}};
        days.push_back(idle);

        const PersonWeekPay with = price(hourly, days);

        QVERIFY(!with.noFigure);
        QCOMPARE(with.pay.wages(), without.pay.wages());
        QCOMPARE(with.pay.allowances(), Money(5000 + 1234 + 6250, Currency::Usd));
        QCOMPARE(with.pay.gross(), with.pay.wages() + with.pay.allowances());
        const auto left = std::ranges::count(with.unpriced, WhyUnpriced::AllowanceInOtherMoney,
                                             &UnpricedDay::why);
        QCOMPARE(left, 1);
        for (const PayLine &line : with.pay.lines) {
            if (line.code == LineCode::Allowance)
                QVERIFY(with.pay.sheet.isKept() && line.node >= 0);
        }
    }

    // Of two deals each has the allowances of its own days, and none is counted twice.
    void allowancesOfAWeekWithTwoDealsAreCountedOnce()
    {
        std::vector<WorkDay> days = plainDays(1, 5);
        for (WorkDay &day : days)
            day.allowances = {{u"kit"_s, Money(1000, Currency::Usd)}};
        const std::array deals{between(deal(u"us-ca-nonunion"_s), {}, week.first.addDays(3)),
                               between(deal(u"us-flsa"_s), week.first.addDays(4), {})};
        WeekPricer pricer(shelf());

        const PersonWeekPay pay = pricer.price(deals, days, week, {losAngeles});

        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.parts.size(), size_t(2));
        QCOMPARE(pay.pay.allowances(), Money(5000, Currency::Usd));
    }

    void packsThatFitAnEngagementAreListedBestFirst()
    {
        const QDate date(2026, 1, 1);
        const auto names = [&date](const Engagement &engagement) {
            QStringList found;
            for (const PackFit &fit : shelf().fitting(engagement, date))
                found << fit.pack->id;
            return found;
        };
        Engagement grip{u"IATSE-WC"_s, u"tv"_s, u"zone"_s, u"hourly"_s, true};
        const auto fits = shelf().fitting(grip, date);
        QCOMPARE(fits.front().pack->name(),
                 u"iatse-hba-tv@2024"_s); // of its versions that in force
        QCOMPARE(fits.front().agreed.size(), 5);
        QVERIFY(fits.front().open.isEmpty());
        QVERIFY(!names(grip).contains(u"iatse-hba-offprod"_s)); // contradicted
        QVERIFY(!names(grip).contains(u"teamsters-399"_s));
        QVERIFY(!names(grip).contains(u"ca-on-day"_s)); // disabled
        QCOMPARE(names(grip).count(u"iatse-hba-tv"_s), 1);

        grip.onProduction = false;
        QCOMPARE(names(grip).front(), u"iatse-hba-offprod"_s);
        grip.onProduction = std::nullopt; // Nobody said, so both may be meant.
        grip.medium = u"Feature"_s;
        const auto open = shelf().fitting(grip, date);
        QCOMPARE(open.front().pack->id, u"iatse-hba-feature"_s);
        QCOMPARE(open.front().open, QStringList{u"on_production"_s});
        QVERIFY(names(grip).contains(u"iatse-hba-offprod"_s));

        const QStringList all = names({});
        QVERIFY(all.contains(u"de-tvffs"_s) && all.contains(u"teamsters-399"_s));
    }

    void ofPacksThatFitEquallyTheHigherPriorityGoesFirst()
    {
        std::vector<RulePack> packs;
        for (const auto &[id, priority, to] : std::vector<std::tuple<QString, int, QDate>>{
                 {u"low"_s, 50, {}}, {u"high"_s, 200, {}}, {u"old"_s, 900, QDate(2025, 12, 31)}}) {
            RulePack pack = *shelf().choose(u"iatse-hba-tv", QDate(2026, 1, 1)).pack;
            pack.id = id;
            pack.priority = priority;
            pack.to = to;
            packs.push_back(pack);
        }
        const PackShelf own(packs);
        Engagement member;
        member.unionName = u"iatse-wc"_s;
        const auto fits = own.fitting(member, QDate(2026, 1, 1));
        QCOMPARE(fits.size(), 3U);
        QCOMPARE(fits[0].pack->id, u"high"_s);
        QCOMPARE(fits[1].pack->id, u"low"_s);
        QCOMPARE(fits[2].pack->id, u"old"_s);
        QCOMPARE(fits[2].state, PackState::Expired);
    }

    void whereNoRuleAppliesThereIsNoFigure()
    {
        WeekPricer pricer(shelf());
        const std::vector<WorkDay> days{plainDay(week.first.addDays(1))};

        QCOMPARE(pricer.price(std::nullopt, days, week, {losAngeles}).noFigure,
                 std::optional(NoFigure::NoDeal));
        QCOMPARE(price(deal({}), days).noFigure, std::optional(NoFigure::NoPack));
        QVERIFY(price(deal({}), days).wantedPack.isEmpty());
        QCOMPARE(price(deal(u"nothing"_s), days).noFigure, std::optional(NoFigure::NoPack));
        QCOMPARE(price(deal(u" iatse-hba-tv@2030"_s), days).wantedPack, u"iatse-hba-tv@2030"_s);
        QCOMPARE(price(deal(u"ca-on-day"_s), days).noFigure, std::optional(NoFigure::PackDisabled));
        QCOMPARE(price(deal(u"uk-pact-tv"_s), days).noFigure,
                 std::optional(NoFigure::OtherCurrency));
        Deal withoutRate = deal(u"iatse-hba-tv"_s);
        withoutRate.hourlyRate.reset();
        QCOMPARE(price(withoutRate, days).noFigure, std::optional(NoFigure::NoRate));
    }

    // A raise on Wednesday (GC09): 14 pay hours a day, two days at 40.00 and three at 42.00.
    void eachDayIsPaidByTheDealInForceOnIt()
    {
        const QDate wednesday = week.first.addDays(3);
        const std::vector<Deal> deals{between(deal(u"iatse-hba-tv"_s), {}, wednesday.addDays(-1)),
                                      between(deal(u"iatse-hba-tv"_s, 4200), wednesday, {})};
        std::vector<WorkDay> days;
        for (int i = 1; i <= 5; ++i)
            days.push_back(workDay(week.first.addDays(i), 420, 1170, {{780, 810}}));
        WeekPricer pricer(shelf());

        const PersonWeekPay pay = pricer.price(deals, days, week, {losAngeles});

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.pay.gross(), Money(288'400, Currency::Usd));
        QCOMPARE(pay.parts.size(), size_t(2));
        QCOMPARE(pay.parts[1].from, wednesday);
        QCOMPARE(pay.partOf(wednesday).terms.hourly, std::optional(Ratio(4200)));
        QCOMPARE(pay.partOf(week.first).terms.hourly, std::optional(Ratio(4000)));
    }

    void whereNoDealIsInForceTheDayIsNamed()
    {
        const QDate tuesday = week.first.addDays(2);
        WeekPricer pricer(shelf());
        const std::vector<Deal> ended{between(deal(u"iatse-hba-tv"_s), {}, tuesday)};
        const std::vector<Deal> later{between(deal(u"iatse-hba-tv"_s), week.last().addDays(1), {})};

        const PersonWeekPay pay = pricer.price(ended, plainDays(1, 3), week, {losAngeles});
        const PersonWeekPay none = pricer.price(later, plainDays(1, 3), week, {losAngeles});

        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.pay.gross(), Money(2 * 44'000, Currency::Usd));
        QCOMPARE(pay.unpriced.size(), size_t(1));
        QCOMPARE(pay.unpriced[0].date, tuesday.addDays(1));
        QCOMPARE(pay.unpriced[0].why, WhyUnpriced::NoDeal);
        QCOMPARE(none.noFigure, std::optional(NoFigure::NotInForce));
        QVERIFY(none.unpriced.empty());
    }

    // 61 pay hours of the week: two fifths by the first deal at 40.00, three by the second
    // at 42.00. 47.5 are earned, each at the rate of its day.
    void aWeeklyGuaranteeGoesOnAcrossARaise()
    {
        const QDate wednesday = week.first.addDays(3);
        const std::vector<Deal> deals{between(deal(u"iatse-cume54"_s), {}, wednesday.addDays(-1)),
                                      between(deal(u"iatse-cume54"_s, 4200), wednesday, {})};
        std::vector<WorkDay> days;
        for (int i = 1; i <= 5; ++i)
            days.push_back(workDay(week.first.addDays(i), 420, 990, {{780, 810}}));
        WeekPricer pricer(shelf());

        const PersonWeekPay pay = pricer.price(deals, days, week, {losAngeles});

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.pay.guaranteedPayHours, Ratio(61));
        QCOMPARE(pay.pay.amountOf(LineCode::WeekGuarantee), Money(55'620, Currency::Usd));
        QCOMPARE(pay.pay.earnedPayHours, Ratio::of(95, 2));
        QCOMPARE(pay.pay.gross(), Money(97'600 + 153'720, Currency::Usd));
        for (const PayLine &line : pay.pay.lines)
            QCOMPARE(evaluate(pay.pay.sheet, line.node), Ratio(line.amount.minorUnits()));
    }

    // Each of two fees for the days of the five that it was in force; the sixth day is the last's.
    void aWeeksFeeIsSharedByTheDaysOfItsDeals()
    {
        Deal first = between(deal(u"iatse-oncall"_s), {}, week.first.addDays(2));
        first.hourlyRate.reset();
        first.weekRate = Money(300'000, Currency::Usd);
        Deal second = between(first, week.first.addDays(3), {});
        second.weekRate = Money(350'000, Currency::Usd);
        const std::vector<Deal> deals{first, second};
        WeekPricer pricer(shelf());

        const PersonWeekPay pay = pricer.price(deals, plainDays(1, 6), week, {losAngeles});

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.pay.amountOf(LineCode::WeekFee), Money(120'000 + 210'000, Currency::Usd));
        QCOMPARE(pay.pay.amountOf(LineCode::SixthDay), Money(105'000, Currency::Usd));
    }

    // Hired on Wednesday: three fifths, even if one of the days is free. So it is where nobody
    // knows the price of the days before. Worked on five days all the same, the fee is whole.
    void aWeeksFeeIsOwedForThePartThatDealsCover()
    {
        const QDate wednesday = week.first.addDays(3);
        Deal hired = between(deal(u"iatse-oncall"_s), wednesday, {});
        hired.hourlyRate.reset();
        hired.weekRate = Money(300'000, Currency::Usd);
        const std::vector<Deal> unknown{between(deal(u"nowhere"_s), {}, wednesday.addDays(-1)),
                                        hired};
        Deal fromMonday = hired;
        fromMonday.from = week.first.addDays(1);
        Deal fromTuesday = hired;
        fromTuesday.from = week.first.addDays(2);
        WeekPricer pricer(shelf());
        const auto feeOf = [&](std::span<const Deal> deals, const std::vector<WorkDay> &days) {
            const PersonWeekPay pay = pricer.price(deals, days, week, {losAngeles});
            for (const PayLine &line : pay.pay.lines) {
                if (evaluate(pay.pay.sheet, line.node) != Ratio(line.amount.minorUnits()))
                    return Money(-1, Currency::Usd);
            }
            return pay.pay.amountOf(LineCode::WeekFee);
        };

        QCOMPARE(feeOf(std::span(&hired, 1), plainDays(3, 5)), Money(180'000, Currency::Usd));
        QCOMPARE(feeOf(std::span(&hired, 1), plainDays(3, 4)), Money(180'000, Currency::Usd));
        QCOMPARE(feeOf(unknown, plainDays(1, 5)), Money(180'000, Currency::Usd));
        QCOMPARE(feeOf(std::span(&fromMonday, 1), plainDays(1, 4)), Money(300'000, Currency::Usd));
        QCOMPARE(feeOf(std::span(&fromTuesday, 1), plainDays(2, 6)), Money(300'000, Currency::Usd));
    }

    // And covers as much of the hours: of sixty in five days, 36 in three.
    void anAllInWeekCoversThePartThatDealsCover()
    {
        Deal hired = between(deal(u"ca-bc-flat60"_s), week.first.addDays(3), {});
        hired.hourlyRate.reset();
        hired.weekRate = Money(160'000, Currency::Cad);
        WeekPricer pricer(shelf());
        std::vector<WorkDay> days;
        for (int i = 3; i <= 5; ++i) // 13 hours
            days.push_back(workDay(week.first.addDays(i), 420, 1200));

        const PersonWeekPay pay =
            pricer.price(std::span(&hired, 1), days, week, {"America/Vancouver"});

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.pay.amountOf(LineCode::WeekFee), Money(96'000, Currency::Cad));
        const auto over = std::ranges::find(pay.pay.lines, LineCode::Overage, &PayLine::code);
        QVERIFY(over != pay.pay.lines.end());
        QCOMPARE(over->minutes, Minutes(60 * 3));
    }

    // Monday to Wednesday under an agreement: ten hours, eight of them straight. Then three days of
    // ten under the law: 24 and 30 straight hours are 14 past forty, at half of 40.00.
    void theHoursOfAWeekCountAcrossPacks()
    {
        const QDate thursday = week.first.addDays(4);
        const std::vector<Deal> deals{between(deal(u"iatse-hba-tv"_s), {}, thursday.addDays(-1)),
                                      between(deal(u"us-flsa"_s), thursday, {})};
        WeekPricer pricer(shelf());

        const PersonWeekPay pay = pricer.price(deals, plainDays(1, 6), week, {losAngeles});

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.parts.size(), size_t(2));
        QCOMPARE(pay.pay.days.size(), size_t(6));
        QCOMPARE(pay.partOf(week.first).pack->id, u"iatse-hba-tv"_s);
        QCOMPARE(pay.partOf(week.last()).pack->id, u"us-flsa"_s);
        QCOMPARE(pay.pay.amountOf(LineCode::WeeklyOvertime), Money(28'000, Currency::Usd));
        QCOMPARE(pay.pay.gross(), Money(3 * 44'000 + 3 * 40'000 + 28'000, Currency::Usd));
        for (const PayLine &line : pay.pay.lines) {
            QCOMPARE(evaluate(pay.pay.sheet, line.node), Ratio(line.amount.minorUnits()));
            const QString text =
                derivationText(pay.pay.sheet, line.node, pay.packOf(line), {}, Language::English);
            QVERIFY2(text.contains(u"weekly.ot_after_min"_s), qPrintable(text));
        }
    }

    // The other days have their figure all the same.
    // TV-FFS: the 51st to 55th hour at 25 %, then 50 %. Saturday has used up the first band, so
    // Sunday's ten hours are in the second, whatever rest its deal asks for.
    void theBandsOfAWeekGoOnAcrossAChangeOfTerms()
    {
        Deal german = deal(u"de-tvffs"_s);
        german.hourlyRate.reset();
        german.dayRate = Money(50'000, Currency::Eur);
        const PayWeek fromMonday{QDate(2026, 6, 8)};
        const QDate sunday = fromMonday.last();
        std::vector<WorkDay> days;
        for (const QDate date : fromMonday.days())
            days.push_back(workDay(date, 480, 1140, {{780, 840}}));
        std::vector<Deal> deals{between(german, {}, sunday.addDays(-1)),
                                between(german, sunday, {})};
        deals[1].terms = u"weekly.bands[0].mult=1.3"_s;
        WeekPricer pricer(shelf());
        const auto ofSunday = [](const PersonWeekPay &pay) {
            Money sum(0, Currency::Eur);
            for (const PayLine &line : pay.pay.lines) {
                if (line.code == LineCode::WeeklyOvertime && line.part == 1)
                    sum = sum + line.amount;
            }
            return sum;
        };

        const PersonWeekPay pay = pricer.price(deals, days, fromMonday, {"Europe/Berlin"});
        const PersonWeekPay one = pricer.price(german, days, fromMonday, {"Europe/Berlin"});

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.parts.size(), size_t(2));
        QCOMPARE(ofSunday(pay), Money(25'000, Currency::Eur));
        QCOMPARE(pay.pay.gross(), one.pay.gross());
    }

    void aDealWithoutAPackLeavesTheOthersTheirPay()
    {
        const QDate wednesday = week.first.addDays(3);
        const std::vector<Deal> deals{between(deal(u"iatse-hba-tv"_s), {}, wednesday.addDays(-1)),
                                      between(deal(u"nowhere"_s), wednesday, {})};
        WeekPricer pricer(shelf());

        const PersonWeekPay pay = pricer.price(deals, plainDays(1, 4), week, {losAngeles});

        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.pay.gross(), Money(2 * 44'000, Currency::Usd));
        QCOMPARE(pay.unpriced.size(), size_t(2));
        QCOMPARE(pay.unpriced[0].why, WhyUnpriced::NoPack);
    }

    // Nor does one whose rate its pack cannot start from: of an hour no day's fee follows.
    void aDealWithoutAUsableRateLeavesTheOthersTheirPay()
    {
        const QDate wednesday = week.first.addDays(3);
        std::vector<Deal> deals{between(deal(u"iatse-hba-tv"_s), {}, wednesday.addDays(-1)),
                                between(deal(u"flat-exempt"_s), wednesday, {})};
        WeekPricer pricer(shelf());

        const PersonWeekPay pay = pricer.price(deals, plainDays(1, 4), week, {losAngeles});
        // And within one pack, after a change of the rate.
        deals[1].rulePack = deals[0].rulePack;
        deals[1].hourlyRate.reset();
        deals[1].dayRate = Money(40'000, Currency::Usd);
        const PersonWeekPay quoted = pricer.price(deals, plainDays(1, 4), week, {losAngeles});

        for (const PersonWeekPay &of : {pay, quoted}) {
            QVERIFY2(!of.noFigure, qPrintable(of.error));
            QCOMPARE(of.pay.gross(), Money(2 * 44'000, Currency::Usd));
            QCOMPARE(of.unpriced.size(), size_t(2));
            QCOMPARE(of.unpriced[0].why, WhyUnpriced::NoPack);
        }
    }

    // A short rest carries on the rate of the shift before, whoever's pack that was.
    void aShortRestCarriesOnAcrossDeals()
    {
        const QDate tuesday = week.first.addDays(2);
        const std::vector<Deal> deals{between(deal(u"iatse-asa"_s), {}, tuesday.addDays(-1)),
                                      between(deal(u"iatse-hba-tv"_s), tuesday, {})};
        // Monday's last hour was at 2x; six hours later the next call.
        const std::vector<WorkDay> days{
            workDay(tuesday.addDays(-1), 600, 1440, {{960, 990}, {1290, 1320}}),
            workDay(tuesday, 360, 720)};
        WeekPricer pricer(shelf());

        const PersonWeekPay pay = pricer.price(deals, days, week, {losAngeles});

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QVERIFY(pay.pay.days.at(1).rest && pay.pay.days.at(1).rest->isFloor);
        QCOMPARE(pay.pay.days.at(1).gross(), Money(8 * 8000, Currency::Usd));
    }

    // Hours of a week are guaranteed, and the pack has no rule for that: said, not ignored.
    void aWeeklyGuaranteeThatIsNotCountedIsSaid()
    {
        Deal guaranteed = deal(u"iatse-hba-tv"_s);
        guaranteed.guarantee = Minutes(54 * 60);

        const PersonWeekPay pay = price(guaranteed, plainDays(1, 2));
        guaranteed.rulePack = u"iatse-cume54"_s;
        const PersonWeekPay counted = price(guaranteed, plainDays(1, 2));

        QVERIFY(isNoticed(pay.pay.notices, Notice::WeekGuaranteeOpen));
        QCOMPARE(pay.pay.gross(), Money(2 * 44'000, Currency::Usd));
        QVERIFY(!isNoticed(counted.pay.notices, Notice::WeekGuaranteeOpen));
        QCOMPARE(counted.pay.guaranteedPayHours, Ratio::of(122, 5));
    }

    // Called again two hours after the wrap: no rest, and what lies between is work
    // (pay-rules 3.2).
    void aShiftGoesOnIntoTheNextDate()
    {
        const QDate monday = week.first.addDays(1);
        const std::vector<WorkDay> together{
            workDay(monday, 720, 1380, {{1080, 1110}, {1320, 1350}}),
            workDay(monday.addDays(1), 60, 300)};
        std::vector<WorkDay> apart = together;
        apart[1].call = TimeField::at(180); // four hours: a day of its own
        apart[1].wrap = TimeField::at(420);

        const PersonWeekPay pay = price(deal(u"iatse-hba-tv"_s), together);
        const PersonWeekPay two = price(deal(u"iatse-hba-tv"_s), apart);

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.pay.days.size(), size_t(1));
        QCOMPARE(pay.pay.days[0].elapsed, Minutes(17 * 60));
        QCOMPARE(pay.pay.days[0].worked, Minutes(16 * 60));
        // 8, 4, and 2x until 15 hours at 03:00; then 3x until 05:00.
        QCOMPARE(pay.pay.days[0].paid.back().factor, Ratio(3));
        QCOMPARE(pay.pay.days[0].paid.back().minutes, Minutes(120));
        QVERIFY(isNoticed(pay.pay.days[0].notices, Notice::JoinedNextDate));
        QCOMPARE(pay.unpriced.size(), size_t(1));
        QCOMPARE(pay.unpriced[0].why, WhyUnpriced::PartOfDayBefore);
        QCOMPARE(two.pay.days.size(), size_t(2));
        QVERIFY(two.pay.days[1].rest && two.pay.days[1].rest->isFloor);
    }

    // Whether it goes on is said by the deal of the date it began on, to whatever comes after it.
    void aShiftGoesOnOverAChangeOfDeal_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("days");

        QTest::newRow("into a deal without such a rule")
            << u"iatse-hba-tv"_s << u"us-ca-nonunion"_s << 1;
        QTest::newRow("out of a deal without such a rule")
            << u"us-ca-nonunion"_s << u"iatse-hba-tv"_s << 2;
        QTest::newRow("into a deal without a pack") << u"iatse-hba-tv"_s << u"nothing"_s << 1;
        QTest::newRow("out of a deal without a pack") << u"nothing"_s << u"iatse-hba-tv"_s << 1;
    }

    void aShiftGoesOnOverAChangeOfDeal()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(int, days);
        const QDate tuesday = week.first.addDays(2);
        const std::vector<Deal> deals{between(deal(before), {}, tuesday),
                                      between(deal(after), tuesday.addDays(1), {})};
        const std::vector<WorkDay> worked{workDay(tuesday, 720, 1380, {{1080, 1110}, {1320, 1350}}),
                                          workDay(tuesday.addDays(1), 60, 300)};
        WeekPricer pricer(shelf());

        const PersonWeekPay pay = pricer.price(deals, worked, week, {losAngeles});

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.pay.days.size(), size_t(days));
        // The eleven hours less two meals, the two between if they are work, and the four, once.
        const bool isJoined = before == u"iatse-hba-tv";
        const int all = isJoined ? 16 : before == u"nothing" ? 4 : 14;
        QCOMPARE(pay.pay.worked, Minutes(all * 60));
        QCOMPARE(pay.unpriced.size(), size_t(isJoined || before == u"nothing" ? 1 : 0));
        if (isJoined) {
            QCOMPARE(pay.unpriced[0].why, WhyUnpriced::PartOfDayBefore);
            QCOMPARE(pay.unpriced[0].date, tuesday.addDays(1));
        }
    }

    // Five dates were worked, though there are four days to price: the whole of the guarantee, 40
    // hours and 14 at 1.5, is owed.
    void aShiftThatGoesOnIsTwoDatesOfItsWeek()
    {
        std::vector<WorkDay> days;
        for (const int day : {1, 4, 5})
            days.push_back(workDay(week.first.addDays(day), 420, 990, {{720, 750}}));
        const QDate tuesday = week.first.addDays(2);
        days.insert(days.begin() + 1, workDay(tuesday, 720, 1380, {{1080, 1110}}));
        days.insert(days.begin() + 2, workDay(tuesday.addDays(1), 60, 300));

        const PersonWeekPay pay = price(deal(u"iatse-cume54"_s), days);
        const std::vector<Deal> raise{
            between(deal(u"iatse-cume54"_s), {}, tuesday.addDays(1)),
            between(deal(u"iatse-cume54"_s, 5000), tuesday.addDays(2), {})};
        WeekPricer pricer(shelf());
        const PersonWeekPay raised = pricer.price(raise, days, week, {losAngeles});

        QVERIFY2(!pay.noFigure && !raised.noFigure, qPrintable(pay.error + raised.error));
        QCOMPARE(pay.pay.days.size(), size_t(4));
        QCOMPARE(pay.pay.guaranteedPayHours, Ratio(61));
        // Three days of 9.5 pay hours and one of 22.25.
        QCOMPARE(pay.pay.amountOf(LineCode::WeekGuarantee), Money(41'000, Currency::Usd));
        QCOMPARE(raised.pay.guaranteedPayHours, Ratio(61)); // three of five days and two
        // Called a second time on the Wednesday: still five dates.
        days.insert(days.begin() + 3, workDay(tuesday.addDays(1), 1320, 1430));
        QCOMPARE(price(deal(u"iatse-cume54"_s), days).input.datesWorked(), 5);
    }

    // Off the clock between two units nobody waits for a meal.
    void aLongBreakBetweenUnitsEndsTheWaitForAMeal()
    {
        const QDate monday = week.first.addDays(1);
        WorkDay second = workDay(monday, 900, 1200);
        second.key.unit = UnitId(std::array<quint8, 16>{2});

        const PersonWeekPay pay =
            price(deal(u"iatse-hba-tv"_s), {workDay(monday, 360, 600), second});

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.pay.days.at(0).worked, Minutes(9 * 60));
        QCOMPARE(pay.pay.days.at(0).meals.penaltyCount, 0);
    }

    // One claim is one meal: of two that were ten minutes late the second is paid.
    void graceIsClaimedOnce()
    {
        WorkDay day = workDay(week.first.addDays(1), 420, 1300, {{790, 820}, {1190, 1220}});
        day.choices = DayChoice::Grace;

        const PersonWeekPay pay = price(deal(u"iatse-hba-tv"_s), {day});

        QCOMPARE(pay.pay.days.at(0).meals.penaltyCount, 1);
        QCOMPARE(pay.pay.days.at(0).meals.penalty, Money(750, Currency::Usd));
    }

    // Idle, on hold, sick: no pack that comes along has figures; one that has prices such a day.
    void aDayWithoutWorkIsPaidWhereThePackSaysSo()
    {
        QByteArray json = shelf().choose(u"iatse-hba-tv@2024", week.first).pack->source;
        json.replace(R"("day_kinds": {)",
                     R"("day_kinds": {"hold": {"idle_min": 480}, "idle": {"idle_min": 240}, )");
        const PackReading pack = readRulePack(json);
        QVERIFY2(pack.pack,
                 qPrintable(pack.problems.empty() ? QString() : pack.problems.front().reason));
        const PackShelf own({*pack.pack});
        WeekPricer pricer(own);
        std::vector<WorkDay> days = plainDays(1, 4);
        days[0].type = DayType::Hold;
        days[1].type = DayType::Idle;
        days[2].type = DayType::Sick;
        days[3].type = DayType::Off;

        const PersonWeekPay pay = pricer.price(deal(u"iatse-hba-tv"_s), days, week, {losAngeles});
        const PersonWeekPay shipped = price(deal(u"iatse-hba-tv"_s), days);

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.pay.gross(), Money(32'000 + 16'000, Currency::Usd));
        QCOMPARE(pay.pay.days.at(0).lines.at(0).code, LineCode::NotWorked);
        QCOMPARE(pay.unpriced.size(), size_t(1)); // the sick day; nothing is owed for a day off
        QCOMPARE(pay.unpriced[0].why, WhyUnpriced::NoRule);
        QCOMPARE(shipped.unpriced.size(), size_t(3));
    }

    void theSixthAndSeventhDayFollowFromTheWeek()
    {
        std::vector<WorkDay> days;
        for (int i = 0; i < 7; ++i)
            days.push_back(plainDay(week.first.addDays(i)));

        const PersonWeekPay pay = price(deal(u"iatse-hba-tv"_s), days);

        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.input.days[4].kind, DayKind::Regular);
        QCOMPARE(pay.input.days[5].kind, DayKind::Sixth);
        QCOMPARE(pay.input.days[6].kind, DayKind::Seventh);
        // 5 x 440.00, ten hours at 1.5, ten at 2.
        QCOMPARE(pay.pay.gross(), Money(5 * 44000 + 60000 + 80000, Currency::Usd));
    }

    void restIsMeasuredFromTheShiftBefore()
    {
        const QDate monday = week.first.addDays(1);
        std::vector<WorkDay> days{workDay(monday, 720, 1380, {{1080, 1110}}),
                                  plainDay(monday.addDays(1))};

        const PersonWeekPay pay = price(deal(u"iatse-hba-tv"_s), days);

        const DayPay *tuesday = pay.find(monday.addDays(1));
        QVERIFY(tuesday && tuesday->rest);
        QCOMPARE(tuesday->rest->rest, Minutes(480));
        QCOMPARE(tuesday->rest->amount, Money(16000, Currency::Usd)); // 2 h at twice 40.00
        QCOMPARE(pay.find(monday)->notices, std::vector{Notice::NoPreviousWrap});
        // That it is twice is one source's word.
        QVERIFY(std::ranges::count(tuesday->notices, Notice::LowConfidence));
    }

    void afterAWeekOfFiveDaysTheWeekendsRestIsAskedFor()
    {
        std::vector<WorkDay> days;
        for (int i = 1; i <= 5; ++i)
            days.push_back(plainDay(week.first.addDays(i - 7)));
        days.back() = workDay(week.first.addDays(-2), 960, 1560, {{1260, 1290}}); // Sat 02:00
        days.push_back(workDay(week.first.addDays(1), 360, 990, {{720, 750}}));

        const PersonWeekPay pay = price(deal(u"iatse-hba-tv"_s), days);

        QVERIFY(pay.pay.days.size() == 1 && pay.pay.days[0].rest);
        QCOMPARE(pay.pay.days[0].rest->required, Minutes(3240));
        QCOMPARE(pay.pay.days[0].rest->rest, Minutes(52 * 60));
        QCOMPARE(pay.pay.days[0].rest->amount, Money(16000, Currency::Usd));
    }

    void workPastMidnightIntoAHolidayIsPaidAsOne()
    {
        WeekPricer pricer(shelf());
        const PayWeek thanksgiving{QDate(2026, 11, 22)};
        const WorkDay wednesday =
            workDay(QDate(2026, 11, 25), 1080, 1800, {{1410, 1440}}); // 18:00 to 06:00

        const PersonWeekPay pay = pricer.price(deal(u"iatse-hba-tv"_s), std::vector{wednesday},
                                               thanksgiving, {losAngeles});

        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.pay.gross(), Money(70000, Currency::Usd));
    }

    void twoUnitsOnOneDateAreOneDay()
    {
        const QDate monday = week.first.addDays(1);
        WorkDay main = workDay(monday, 420, 780);
        main.account = u"main"_s;
        WorkDay second = workDay(monday, 840, 1080);
        second.key.unit = UnitId(std::array<quint8, 16>{2});
        second.account = u"second"_s;

        const PersonWeekPay pay = price(deal(u"iatse-hba-tv"_s), {main, second});

        QCOMPARE(pay.pay.days.size(), size_t(1));
        const DayPay &day = pay.pay.days[0];
        QCOMPARE(day.elapsed, Minutes(660));
        QCOMPARE(day.split.size(), size_t(2));
        QCOMPARE(day.split[0].code, u"main"_s);
        QCOMPARE(day.split[0].amount + day.split[1].amount, day.gross());
    }

    // Who bears it: the account, else the unit by its name, with the episode.
    void aDaysCostIsOfUnitsAccountsAndEpisodes()
    {
        const QDate monday = week.first.addDays(1);
        const UnitId secondUnit(std::array<quint8, 16>{2});
        WorkDay main = workDay(monday, 420, 720);
        main.episode = u"103"_s;
        main.account = u"2210"_s;
        WorkDay open = workDay(monday, 725, 730); // no wrap: it prices nothing, and names nobody
        open.key.unit = UnitId(std::array<quint8, 16>{3});
        open.account = u"open"_s;
        open.wrap = {};
        WorkDay second = workDay(monday, 780, 1080);
        second.key.unit = secondUnit;
        WorkDay alone = workDay(monday.addDays(1), 420, 780);
        alone.episode = u"104"_s;
        ProductionFacts facts{losAngeles};
        facts.unitNameOf = [&](UnitId unit) {
            return unit == secondUnit ? u"Second"_s : QString();
        };
        WeekPricer pricer(shelf());

        const PersonWeekPay pay = pricer.price(
            deal(u"iatse-hba-tv"_s), std::vector<WorkDay>{main, open, second, alone}, week, facts);

        QCOMPARE(pay.pay.days.size(), size_t(2));
        const std::vector<CostShare> &split = pay.pay.days[0].split;
        QCOMPARE(split.size(), size_t(2));
        QCOMPARE(split[0].code, u"2210 / 103"_s);
        QCOMPARE(split[1].code, u"Second"_s);
        QCOMPARE(split[0].amount + split[1].amount, pay.pay.days[0].gross());
        QCOMPARE(pay.pay.days[1].split.size(), size_t(1));
        QCOMPARE(pay.pay.days[1].split[0].code, u"104"_s);
        QCOMPARE(pay.pay.days[1].split[0].amount, pay.pay.days[1].gross());
    }

    // Four hours at 40 for the main unit, and after a long break four at 55 for the second.
    void aDealMayHaveAnotherRateForAUnitOrAccount()
    {
        const QDate monday = week.first.addDays(1);
        const UnitId secondUnit(std::array<quint8, 16>{2});
        const WorkDay main = workDay(monday, 420, 660);
        WorkDay second = workDay(monday, 900, 1140);
        second.key.unit = secondUnit;
        WorkDay other = plainDay(monday.addDays(1)); // 10 h, two of them at 1.5
        other.account = u"2210"_s;
        ProductionFacts facts{losAngeles};
        facts.unitNameOf = [&](UnitId unit) {
            return unit == secondUnit ? u"Second unit"_s : QString();
        };
        Deal rated = deal(u"iatse-hba-tv"_s);
        rated.terms = u"rate[second unit]=55.00; rate[2210]=50"_s;
        WeekPricer pricer(shelf());

        const PersonWeekPay pay =
            pricer.price(rated, std::vector<WorkDay>{main, second, other}, week, facts);

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.pay.days.size(), size_t(2));
        QCOMPARE(pay.pay.days[0].gross(), Money(4 * 4000 + 4 * 5500, Currency::Usd));
        QCOMPARE(pay.pay.days[0].split[1].amount, Money(4 * 5500, Currency::Usd));
        QCOMPARE(pay.pay.days[1].gross(), Money(8 * 5000 + 2 * 7500, Currency::Usd));
    }

    void aRateThatCannotCountIsRefused_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::addColumn<QString>("terms");
        QTest::newRow("not paid by the hour") << u"uk-pact-tv"_s << u"rate[Second]=55.00"_s;
        QTest::newRow("no amount") << u"iatse-hba-tv"_s << u"rate[Second]=much"_s;
        QTest::newRow("nothing") << u"iatse-hba-tv"_s << u"rate[Second]=0"_s;
        QTest::newRow("for nobody") << u"iatse-hba-tv"_s << u"rate[]=55.00"_s;
    }

    void aRateThatCannotCountIsRefused()
    {
        QFETCH(QString, pack);
        QFETCH(QString, terms);
        Deal rated = deal(pack);
        if (pack.startsWith(u"uk")) {
            rated.hourlyRate.reset();
            rated.dayRate = Money(25000, Currency::Gbp);
        }
        rated.terms = terms;

        QCOMPARE(price(rated, plainDays(1, 1)).noFigure, std::optional(NoFigure::BadTerms));
    }

    // A day for two units can be moved in a what-if like any other; its last part goes along.
    void aDayOfTwoUnitsCanBeMoved()
    {
        const QDate monday = week.first.addDays(1);
        WorkDay second = workDay(monday, 900, 1140);
        second.key.unit = UnitId(std::array<quint8, 16>{2});
        const PersonWeekPay pay =
            price(deal(u"iatse-hba-tv"_s), {workDay(monday, 420, 660), second});
        const CohortMember member{u"a"_s, u"Grip"_s, pay.pack, pay.terms, pay.input, monday};
        for (const Minutes later : {Minutes(60), Minutes(-30), Minutes(-300)}) {
            CohortChange change;
            change.moveWrap = later;

            QCOMPARE(priceCohort({member}, change).unpriced, 0);
        }
        CohortChange hourMore;
        hourMore.moveWrap = Minutes(60);
        QCOMPARE(priceCohort({member}, hourMore).total.minorUnits()
                     - priceCohort({member}).total.minorUnits(),
                 qint64(6000));
    }

    // Who works for one unit is not on hold for another: one day, and one price.
    void workForOneUnitGoesBeforeHoldForAnother()
    {
        const QDate monday = week.first.addDays(1);
        WorkDay idle;
        idle.key = {PersonId(std::array<quint8, 16>{1}), monday, UnitId(std::array<quint8, 16>{2})};
        idle.type = DayType::Idle;

        const PersonWeekPay with = price(deal(u"iatse-hba-tv"_s), {plainDay(monday), idle});
        const PersonWeekPay without = price(deal(u"iatse-hba-tv"_s), {plainDay(monday)});

        QCOMPARE(with.pay.days.size(), without.pay.days.size());
        QCOMPARE(with.pay.gross(), without.pay.gross());
    }

    void whatCannotBePricedIsNamed()
    {
        const QDate monday = week.first.addDays(1);
        WorkDay open = plainDay(monday);
        open.wrap = {};
        WorkDay hold = plainDay(monday.addDays(1));
        hold.type = DayType::Hold;
        WorkDay nowhere = plainDay(monday.addDays(2));
        nowhere.zone = "Mars/Olympus";

        const PersonWeekPay pay = price(deal(u"iatse-hba-tv"_s), {open, hold, nowhere});

        QCOMPARE(pay.unpriced.size(), size_t(3));
        QCOMPARE(pay.unpriced[0].why, WhyUnpriced::NoWrap);
        QCOMPARE(pay.unpriced[1].why, WhyUnpriced::NoRule);
        QCOMPARE(pay.unpriced[2].why, WhyUnpriced::UnknownZone);
        QVERIFY(pay.pay.days.empty());
    }

    // The order in which meals were entered does not matter.
    void mealsInAnyOrderAreTheSameDay()
    {
        const QDate monday = week.first.addDays(1);
        const WorkDay inOrder = workDay(monday, 420, 1320, {{780, 810}, {1140, 1170}});
        const WorkDay turned = workDay(monday, 420, 1320, {{1140, 1170}, {780, 810}});

        QCOMPARE(price(deal(u"iatse-hba-tv"_s), {inOrder}).pay.gross(),
                 price(deal(u"iatse-hba-tv"_s), {turned}).pay.gross());
    }

    // On Tuesday: the first Monday of May is a bank holiday and pays twice.
    void aRateByTheDayIsEnoughInTheUk()
    {
        Deal uk = deal(u"uk-pact-tv"_s);
        uk.hourlyRate.reset();
        uk.dayRate = Money(25000, Currency::Gbp);
        WeekPricer pricer(shelf());
        const std::vector<WorkDay> days{workDay(week.first.addDays(2), 480, 1200, {{780, 840}})};

        const PersonWeekPay pay = pricer.price(uk, days, week, {"Europe/London"});

        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.pay.gross(), Money(28750, Currency::Gbp)); // one hour at 37.50
    }

    void termsOfTheDealWinOverThePack()
    {
        Deal better = deal(u"iatse-hba-tv"_s);
        better.terms = u"work_day.min_call_min=600; turnaround[0].required_min=720"_s;
        const QDate monday = week.first.addDays(1);

        const PersonWeekPay pay = price(better, {workDay(monday, 480, 720)});

        QVERIFY(!pay.noFigure);
        const DayPay &day = pay.pay.days.at(0);
        QCOMPARE(day.guarantee, Minutes(360));
        const auto line = std::ranges::find(day.lines, LineCode::Guarantee, &PayLine::code);
        QVERIFY(line != day.lines.end());
        QCOMPARE(pay.pack->parameters.at(size_t(line->rule)).layer, Layer::Deal);
        const QString text = derivationText(day.sheet, line->node, *pay.pack,
                                            pay.input.days[0].clock, Language::English);
        QVERIFY2(text.contains(u"personal deal"_s), qPrintable(text));
    }

    // The seventh day of the week before ended at 2x, which its own week knows: an ordinary day of
    // seven and a half hours would end at straight time. Six hours of rest are too few for pay by
    // the hour, so it goes on: 6 worked and 2 made up at 80.
    void aShortRestCarriesOnTheRateOfTheWeekBefore()
    {
        std::vector<WorkDay> days;
        for (int i = 0; i < 6; ++i)
            days.push_back(plainDay(week.first.addDays(i - 7)));
        days.push_back(workDay(week.first.addDays(-1), 960, 1410)); // Saturday 16:00 to 23:30
        days.push_back(workDay(week.first, 330, 690));              // Sunday 05:30 to 11:30

        const PersonWeekPay pay = price(deal(u"iatse-hba-tv"_s), days);

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QVERIFY(pay.pay.days.at(0).rest && pay.pay.days.at(0).rest->isFloor);
        QCOMPARE(pay.pay.gross(), Money(64'000, Currency::Usd));
        // Eight hours at 2x instead of 1x is what the short rest costs.
        QCOMPARE(pay.pay.days.at(0).rest->cost(), Money(32'000, Currency::Usd));
    }

    // The rule is the limit that the shortage is past, and the rest stands in the derivation.
    void aRateThatCarriesOnNamesItsRule()
    {
        const std::vector<WorkDay> days{
            workDay(week.first.addDays(1), 420, 1380, {{780, 810}, {1140, 1170}}),
            workDay(week.first.addDays(2), 360, 720)};
        const PersonWeekPay pay = price(deal(u"iatse-hba-tv"_s), days);
        const DayPay &day = pay.pay.days.at(1);

        QVERIFY(day.rest && day.rest->isFloor);
        for (const PayLine &line : day.lines) {
            QVERIFY(line.rule >= 0);
            QCOMPARE(evaluate(day.sheet, line.node), Ratio(line.amount.minorUnits()));
        }
        const PayLine &hours = day.lines.front();
        const QString text = derivationText(day.sheet, hours.node, *pay.pack,
                                            pay.input.days[1].clock, Language::English);
        QCOMPARE(hours.code, LineCode::Hours);
        QCOMPARE(pay.pack->parameters.at(size_t(hours.rule)).path,
                 u"turnaround[0].max_short_min"_s);
        QVERIFY2(text.contains(u"turnaround[0].required_min"_s), qPrintable(text));
        QVERIFY2(text.contains(u"turnaround[0].max_short_min"_s), qPrintable(text));
    }

    // 700 for 12 hours is 50 an hour: 8 and 4 at 1.5 are 14 pay hours (pay-rules 2.2).
    void aDayRateForSoManyHoursIsDividedByItsPayHours()
    {
        Deal twelves = deal(u"us-ca-nonunion"_s);
        twelves.hourlyRate.reset();
        twelves.dayRate = Money(70'000, Currency::Usd);
        twelves.guarantee = Minutes(12 * 60);
        const QDate monday = week.first.addDays(1);

        // 13 h: 700 and one hour at 100. Ten hours: 700 all the same.
        const PersonWeekPay longer =
            price(twelves, {workDay(monday, 420, 1260, {{750, 780}, {1110, 1140}})});
        const PersonWeekPay shorter = price(twelves, {plainDay(monday)});

        QVERIFY2(!longer.noFigure, qPrintable(longer.error));
        QCOMPARE(longer.pay.hourly, Ratio(5000));
        QCOMPARE(longer.pay.gross(), Money(80'000, Currency::Usd));
        QCOMPARE(shorter.pay.gross(), Money(70'000, Currency::Usd));
        QCOMPARE(shorter.pay.days.at(0).guarantee, Minutes(120));
    }

    // Released after four hours of a guaranteed ten: 4 worked, 4 straight and 2 at 1.5 made up.
    void aGuaranteeOfTheDealIsMadeUpAtTheFactorsOfItsHours()
    {
        Deal tens = deal(u"iatse-hba-tv"_s);
        tens.guarantee = Minutes(10 * 60);
        const QDate monday = week.first.addDays(1);

        const PersonWeekPay pay = price(tens, {workDay(monday, 480, 720)});

        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.pay.gross(), Money(16'000 + 16'000 + 12'000, Currency::Usd));
        QCOMPARE(pay.pay.days.at(0).guarantee, Minutes(360));
    }

    // Sent home after two hours: New York's four hours lie within the twelve that are owed anyway.
    void reportingPayIsNotOwedForHoursMadeUpAlready()
    {
        Deal twelves = deal(u"us-ny-nonunion"_s);
        twelves.hourlyRate.reset();
        twelves.dayRate = Money(70'000, Currency::Usd);
        twelves.guarantee = Minutes(12 * 60);

        const PersonWeekPay pay = price(twelves, {workDay(week.first.addDays(1), 480, 600)});

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.pay.gross(), Money(70'000, Currency::Usd));
    }

    // Five days of 14 pay hours, eight of them worked: 70, more than the 61 of the week.
    void aWeekCountsWhatItsDaysMadeUp()
    {
        Deal twelves = deal(u"iatse-cume54"_s);
        twelves.hourlyRate.reset();
        twelves.dayRate = Money(56'000, Currency::Usd);
        twelves.guarantee = Minutes(12 * 60);
        std::vector<WorkDay> days;
        for (int i = 1; i <= 5; ++i)
            days.push_back(workDay(week.first.addDays(i), 420, 930, {{690, 720}}));

        const PersonWeekPay pay = price(twelves, days);

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.pay.earnedPayHours, Ratio(70));
        QCOMPARE(pay.pay.gross(), Money(280'000, Currency::Usd));
    }

    void aCallBeforeTheLastWrapHasNoFigure()
    {
        const QDate monday = week.first.addDays(1);

        const PersonWeekPay pay =
            price(deal(u"iatse-hba-tv"_s),
                  {workDay(monday, 1080, 1800), workDay(monday.addDays(1), 300, 900)});

        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.pay.days.size(), 1U);
        QCOMPARE(pay.unpriced.size(), 1U);
        QCOMPARE(pay.unpriced[0].date, monday.addDays(1));
        QCOMPARE(pay.unpriced[0].why, WhyUnpriced::Impossible);
    }

    void aDayThatContradictsItselfLeavesTheOthersTheirPay()
    {
        const QDate monday = week.first.addDays(1);

        const PersonWeekPay pay =
            price(deal(u"iatse-hba-tv"_s),
                  {workDay(monday, 420, 720, {{780, 810}}), plainDay(monday.addDays(1))});

        QVERIFY2(!pay.noFigure, qPrintable(pay.error));
        QCOMPARE(pay.pay.gross(), Money(44'000, Currency::Usd));
        QCOMPARE(pay.unpriced.size(), 1U);
        QCOMPARE(pay.unpriced[0].date, monday);
    }

    void nobodyWorksForTwoUnitsAtOnce()
    {
        const QDate monday = week.first.addDays(1);
        WorkDay second = workDay(monday, 700, 1200);
        second.key.unit = UnitId(std::array<quint8, 16>{2});

        const PersonWeekPay pay =
            price(deal(u"iatse-hba-tv"_s),
                  {workDay(monday, 420, 720), second, plainDay(monday.addDays(1))});

        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.pay.days.size(), 1U);
        QCOMPARE(pay.unpriced.size(), 1U);
        QCOMPARE(pay.unpriced[0].date, monday);
        QCOMPARE(pay.unpriced[0].why, WhyUnpriced::Impossible);
    }

    // Ten minutes late: within the grace of twelve, if somebody claims it.
    void whatWasChosenForTheDayCounts()
    {
        const QDate monday = week.first.addDays(1);
        WorkDay late = workDay(monday, 420, 1050, {{790, 820}});
        const PersonWeekPay unclaimed = price(deal(u"iatse-hba-tv"_s), {late});
        late.choices = DayChoice::Grace;
        const PersonWeekPay claimed = price(deal(u"iatse-hba-tv"_s), {late});
        late.meals.clear();
        late.choices = DayChoice::FrenchHours;
        const PersonWeekPay french = price(deal(u"iatse-hba-tv"_s), {late});

        QCOMPARE(unclaimed.pay.days.at(0).meals.penalty, Money(750, Currency::Usd));
        QCOMPARE(claimed.pay.days.at(0).meals.penalty, Money(0, Currency::Usd));
        QCOMPARE(french.pay.days.at(0).meals.penalty, Money(0, Currency::Usd));
    }

    // The continuous day ends after nine hours: three quarters of an hour are over (GC71).
    void theShapeOfTheDayIsChosenToo()
    {
        Deal uk = deal(u"uk-pact-tv"_s);
        uk.hourlyRate.reset();
        uk.dayRate = Money(25000, Currency::Gbp);
        WeekPricer pricer(shelf());
        WorkDay day = workDay(week.first.addDays(2), 480, 1065);
        day.choices = DayChoice::Continuous;

        const PersonWeekPay pay = pricer.price(uk, std::vector{day}, week, {"Europe/London"});

        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.pay.gross(), Money(27813, Currency::Gbp));
    }

    // Pact/Bectu television: the warning comes while the eighth day can still be kept free.
    void anEighthDayInARowIsWarnedOf()
    {
        Deal uk = deal(u"uk-pact-tv"_s);
        uk.hourlyRate.reset();
        uk.dayRate = Money(25000, Currency::Gbp);
        WeekPricer pricer(shelf());
        std::vector<WorkDay> days;
        for (int i = -5; i <= 2; ++i)
            days.push_back(workDay(week.first.addDays(i), 480, 1140, {{780, 840}}));
        const auto noticed = [](const PersonWeekPay &pay, size_t day, Notice notice) {
            return std::ranges::count(pay.pay.days.at(day).notices, notice) > 0;
        };

        const PersonWeekPay pay = pricer.price(uk, days, week, {"Europe/London"});

        QVERIFY(!noticed(pay, 0, Notice::EighthNext)); // Sunday, the sixth
        QVERIFY(noticed(pay, 1, Notice::EighthNext));
        QVERIFY(noticed(pay, 2, Notice::EighthDay));
        days.erase(days.begin() + 4); // a day off ends the row
        const PersonWeekPay rested = pricer.price(uk, days, week, {"Europe/London"});
        QVERIFY(!noticed(rested, 2, Notice::EighthDay));
    }

    void onlyWhatThePackKnowsCanBeChosen()
    {
        const RulePack &tv = *shelf().choose(u"iatse-hba-tv@2024", week.first).pack;
        const RulePack &uk = *shelf().choose(u"uk-mmp@2021", week.first).pack;

        QVERIFY(choicesUnder(tv).testFlag(DayChoice::Grace));
        QVERIFY(!choicesUnder(tv).testFlag(DayChoice::CameraOvertime));
        QVERIFY(choicesUnder(uk).testFlag(DayChoice::CameraOvertime));
        QVERIFY(!choicesUnder(uk).testFlag(DayChoice::FrenchHours));
    }

    // Lunch is due six hours after the unit's call, at noon; this person starts at eight.
    void theUnitsCallComesFromTheCallSheet()
    {
        Deal uk = deal(u"uk-pact-tv"_s);
        uk.hourlyRate.reset();
        uk.dayRate = Money(25000, Currency::Gbp);
        WeekPricer pricer(shelf());
        ProductionFacts production{"Europe/London"};
        const std::vector<WorkDay> days{workDay(week.first.addDays(2), 480, 1140, {{780, 840}})};
        const Money ownCall = pricer.price(uk, days, week, production).pay.gross();
        production.unitCallOf = [](const WorkDayKey &) { return std::optional(Minutes(360)); };

        const PersonWeekPay pay = pricer.price(uk, days, week, production);

        QCOMPARE(pay.input.days.at(0).unitCall,
                 std::optional(pay.input.days[0].clock.firstAt(Minutes(360))));
        QVERIFY2(pay.pay.gross().minorUnits() > ownCall.minorUnits(),
                 qPrintable(QString::number(pay.pay.gross().minorUnits())));
    }

    void aSideLetterStandsBetweenAgreementAndDeal()
    {
        ProductionFacts production{losAngeles};
        production.sideLetter = u"# agreed in May\nuk-pact-tv: night=1\n"
                                "IATSE-HBA-TV: work_day.min_call_min=600; "
                                "turnaround[0].required_min=720"_s;
        Deal better = deal(u"iatse-hba-tv"_s);
        better.terms = u"work_day.min_call_min=660"_s;
        WeekPricer pricer(shelf());
        const std::vector<WorkDay> days{workDay(week.first.addDays(1), 480, 720)};

        const PersonWeekPay common = pricer.price(deal(u"iatse-hba-tv"_s), days, week, production);
        const PersonWeekPay own = pricer.price(better, days, week, production);

        QCOMPARE(common.pay.days.at(0).guarantee, Minutes(360));
        QCOMPARE(own.pay.days.at(0).guarantee, Minutes(420));
        const auto layerOf = [](const PersonWeekPay &pay, const QString &path) {
            const auto found =
                std::ranges::find(pay.pack->parameters, path, &ParameterOrigin::path);
            return found == pay.pack->parameters.end() ? Layer::Statute : found->layer;
        };
        QCOMPARE(layerOf(common, u"work_day.min_call_min"_s), Layer::SideLetter);
        QCOMPARE(layerOf(own, u"work_day.min_call_min"_s), Layer::Deal);
        QCOMPARE(layerOf(own, u"turnaround[0].required_min"_s), Layer::SideLetter);
    }

    void aSideLetterThatDoesNotFitIsNoFigure()
    {
        WeekPricer pricer(shelf());
        const std::vector<WorkDay> days{plainDay(week.first.addDays(1))};

        const PersonWeekPay pay = pricer.price(deal(u"iatse-hba-tv"_s), days, week,
                                               {losAngeles, u"iatse-hba-tv: meals.dinner=5"_s});

        QCOMPARE(pay.noFigure, std::optional(NoFigure::BadSideLetter));
        QVERIFY2(pay.error.contains(u"meals.dinner"_s), qPrintable(pay.error));
        QCOMPARE(sideLetterProblems(u"iatse-hba-tv: meals.dinner=5\nnowhere: a=1\nnothing",
                                    shelf().packs())
                     .size(),
                 4); // two versions of the first
    }

    void termsThatDoNotFitAreNoFigure_data()
    {
        QTest::addColumn<QString>("terms");
        QTest::addColumn<QString>("named");
        QTest::newRow("no such number") << u"meals.dinner=5"_s << u"meals.dinner"_s;
        QTest::newRow("no number") << u"work_day.min_call_min=ten"_s << u"work_day.min_call_min"_s;
        QTest::newRow("no term") << u"nonsense"_s << u"nonsense"_s;
        QTest::newRow("past the limit") << u"work_day.min_call_min=999999"_s << u"min_call_min"_s;
    }

    void termsThatDoNotFitAreNoFigure()
    {
        QFETCH(QString, terms);
        QFETCH(QString, named);
        Deal bad = deal(u"iatse-hba-tv"_s);
        bad.terms = terms;

        const PersonWeekPay pay = price(bad, {plainDay(week.first.addDays(1))});

        QCOMPARE(pay.noFigure, std::optional(NoFigure::BadTerms));
        QVERIFY2(pay.error.contains(named), qPrintable(pay.error));
    }

    // A pack that pays less than the law is made up to it, and says so.
    void theStatuteIsTheFloor()
    {
        RulePack poor = *shelf().choose(u"iatse-hba-tv@2024", week.first).pack;
        poor.id = u"poor"_s;
        poor.floor = u"us-flsa"_s;
        poor.tiers.resize(1); // never any overtime
        poor.kinds.clear();
        std::vector<RulePack> packs = shelf().packs();
        packs.push_back(poor);
        const PackShelf own(packs);
        WeekPricer pricer(own);
        std::vector<WorkDay> days;
        for (int i = 1; i <= 5; ++i)
            days.push_back(plainDay(week.first.addDays(i)));

        const PersonWeekPay pay = pricer.price(deal(u"poor"_s), days, week, {losAngeles});

        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.layer, Layer::Statute);
        QCOMPARE(pay.pay.amountOf(LineCode::StatuteFloor), Money(20000, Currency::Usd));
        QCOMPARE(pay.pay.gross(), Money(220000, Currency::Usd)); // 50 h and half of ten again
    }

    // What a day is to the law is the law's to say: this agreement knows no seventh day, California
    // pays its eight hours at 1.5 and the others at 2.
    void theStatuteReadsTheDaysItself()
    {
        RulePack plain = *shelf().choose(u"us-flsa@1", week.first).pack;
        plain.id = u"plain"_s;
        plain.floor = u"us-ca-nonunion"_s;
        std::vector<RulePack> packs = shelf().packs();
        packs.push_back(plain);
        const PackShelf own(packs);
        WeekPricer pricer(own);
        std::vector<WorkDay> days;
        for (int i = 0; i < 6; ++i)
            days.push_back(workDay(week.first.addDays(i), 420, 930, {{720, 750}}));
        days.push_back(plainDay(week.first.addDays(6)));

        const PersonWeekPay pay = pricer.price(deal(u"plain"_s, 2000), days, week, {losAngeles});

        // 58 h and half of 18 again are 1340; 40 h, 8 and 8 at 1.5 and 2 at 2 are 1360.
        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.layer, Layer::Statute);
        QCOMPARE(pay.floor, std::optional(Money(136000, Currency::Usd)));
        QCOMPARE(pay.pay.amountOf(LineCode::StatuteFloor), Money(2000, Currency::Usd));
        // And so in a what-if: of an hour more on the seventh day the law asks for two.
        CohortMember member{u"a"_s,    u"Grip"_s, pay.pack,
                            pay.terms, pay.input, week.first.addDays(6)};
        member.statute = pay.parts.front().statute;
        member.statuteWeek = pay.parts.front().statuteWeek;
        CohortChange later;
        later.moveWrap = Minutes(60);
        QCOMPARE(priceCohort({member}).total, Money(136000, Currency::Usd));
        QCOMPARE(priceCohort({member}, later).total, Money(140000, Currency::Usd));
    }

    void theExplanationNamesRuleAndArithmetic_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("word");
        QTest::newRow("English") << u"en"_s << u"started steps"_s;
        QTest::newRow("German") << u"de_DE"_s << u"angefangene Schritte"_s;
        QTest::newRow("French") << u"fr"_s << u"tranches entamées"_s;
        QTest::newRow("Spanish") << u"es"_s << u"tramos iniciados"_s;
    }

    void theExplanationNamesRuleAndArithmetic()
    {
        QFETCH(QString, language);
        QFETCH(QString, word);
        const PersonWeekPay pay = price(deal(u"iatse-hba-tv"_s),
                                        {workDay(week.first.addDays(1), 420, 1140, {{864, 894}})});
        const DayPay &day = pay.pay.days.at(0);
        const auto penalty = std::ranges::find(day.lines, LineCode::MealPenalty, &PayLine::code);
        QVERIFY(penalty != day.lines.end());

        const QString text = derivationText(day.sheet, penalty->node, *pay.pack,
                                            pay.input.days[0].clock, languageFromCode(language));

        QVERIFY2(text.contains(word), qPrintable(text));
        QVERIFY2(text.contains(u"7.50 USD + 10.00 USD + 12.50 USD"_s), qPrintable(text));
        QVERIFY2(text.contains(u"meals.penalty.amounts[2]"_s), qPrintable(text));
        QVERIFY2(text.contains(u"14:24"_s), qPrintable(text));
    }

    void theExplanationForProgramsHoldsExactValues()
    {
        const PersonWeekPay pay = price(deal(u"iatse-hba-tv"_s), {plainDay(week.first.addDays(1))});
        const DayPay &day = pay.pay.days.at(0);

        const QJsonObject json = derivationJson(day.sheet, day.lines[0].node, *pay.pack,
                                                pay.input.days.at(0).clock, Language::English);

        QCOMPARE(json.value(u"step"_s).toString(), u"round_half_up_to"_s);
        QCOMPARE(json.value(u"numerator"_s).toString(), u"32000"_s);
        QVERIFY(!json.value(u"parts"_s).toArray().isEmpty());
    }

    // 24 December begins at noon, is no holiday in the morning, and Christmas is one all day.
    void aHolidayMayBeginAtNoon()
    {
        WeekPricer pricer(shelf());
        Deal german = deal(u"de-tvffs"_s);
        german.hourlyRate.reset();
        german.dayRate = Money(50000, Currency::Eur);
        const QDate eve(2026, 12, 24);
        const std::vector<WorkDay> days{workDay(eve.addDays(-1), 480, 1140, {{780, 840}}),
                                        workDay(eve, 480, 1140, {{780, 840}}),
                                        workDay(eve.addDays(1), 480, 1140, {{780, 840}})};

        const PersonWeekPay pay =
            pricer.price(german, days, PayWeek{QDate(2026, 12, 20)}, {"Europe/Berlin"});

        QVERIFY(!pay.noFigure);
        QCOMPARE(pay.find(eve.addDays(-1))->gross(), Money(50000, Currency::Eur));
        QCOMPARE(pay.find(eve)->gross(), Money(80000, Currency::Eur)); // 6 h at 100 %
        QCOMPARE(pay.find(eve.addDays(1))->gross(), Money(100000, Currency::Eur));
    }

    // Independence Day 2026 is a Saturday: observed on the Friday, but in six-day weeks.
    void aSaturdayHolidayStaysInASixDayWeek()
    {
        WeekPricer pricer(shelf());
        const QDate friday(2026, 7, 3);
        const std::vector<WorkDay> days{plainDay(friday), plainDay(friday.addDays(1))};
        for (const auto &[pack, isFriday] :
             {std::pair{u"iatse-hba-feature"_s, true}, {u"iatse-hba-distant"_s, false}}) {
            const PersonWeekPay pay =
                pricer.price(deal(pack), days, PayWeek{QDate(2026, 6, 28)}, {losAngeles});

            QVERIFY2(!pay.noFigure, qPrintable(pack));
            QCOMPARE(pay.input.days[0].kind, isFriday ? DayKind::Holiday : DayKind::Regular);
            QCOMPARE(pay.input.days[1].kind, isFriday ? DayKind::Regular : DayKind::Holiday);
        }
    }

    void theWayToTheSetIsWhatThePackSays_data()
    {
        QTest::addColumn<QByteArray>("travel");
        QTest::addColumn<int>("gross");
        QTest::addColumn<int>("worked");
        QTest::addColumn<int>("shortBy");

        // Ten hours at 40.00: eight, two at 1.5. Rest is ten hours, and ten is what there was.
        QTest::newRow("nothing") << QByteArray() << 44000 << 600 << 0;
        QTest::newRow("said to be nothing")
            << QByteArray(R"("travel": {"to_and_from": "none"}, )") << 44000 << 600 << 0;
        QTest::newRow("paid beside the day")
            << QByteArray(R"("travel": {"to_and_from": "paid", "mult": "0.5"}, )") << 44000 + 3000
            << 600 << 0; // 1.5 h at half the rate
        // The way home and the way out were no rest: 150 min short is deeper than 2 h, and the rate
        // at which the shift before ended (2.0 past twelve hours) carries on: 11.5 h of it. The
        // meal is an hour late from the earlier start: 17.50.
        QTest::newRow("work like any other")
            << QByteArray(R"("travel": {"to_and_from": "work"}, )") << 92000 + 1750 << 690 << 150;
    }

    void theWayToTheSetIsWhatThePackSays()
    {
        QFETCH(QByteArray, travel);
        QFETCH(int, gross);
        QFETCH(int, worked);
        QFETCH(int, shortBy);
        QByteArray json = shelf().choose(u"iatse-hba-tv@2024", week.first).pack->source;
        json.replace(R"("rates": {)", QByteArray(travel + R"("rates": {)"));
        const PackReading pack = readRulePack(json);
        QVERIFY(pack.pack);
        const PackShelf own({*pack.pack});
        WeekPricer pricer(own);
        const QDate tuesday = week.first.addDays(2);
        WorkDay before = workDay(tuesday.addDays(-1), 480, 1260, {{780, 810}, {1140, 1170}});
        before.travelFrom = Minutes(90);
        WorkDay day = plainDay(tuesday);
        day.travelTo = Minutes(60);
        day.travelFrom = Minutes(30);

        const PersonWeekPay pay =
            pricer.price(deal(u"iatse-hba-tv"_s), std::vector{before, day}, week, {losAngeles});

        QVERIFY(!pay.noFigure);
        const DayPay *priced = pay.find(tuesday);
        QVERIFY(priced);
        QCOMPARE(priced->gross(), Money(gross, Currency::Usd));
        QCOMPARE(priced->worked, Minutes(worked));
        QCOMPARE(priced->rest->shortBy, Minutes(shortBy));
    }

    // Once in four days, and only where somebody says so.
    void aShorterRestCountsAsOftenAsTheAgreementAllows()
    {
        WeekPricer pricer(shelf());
        Deal performer = deal(u"sag-tt-day"_s);
        performer.hourlyRate.reset();
        performer.dayRate = Money(124600, Currency::Usd);
        std::vector<WorkDay> days;
        for (int i = 1; i <= 5; ++i)
            days.push_back(workDay(week.first.addDays(i), 600, 1380, {{900, 930}})); // 11 h off
        days[1].choices.setFlag(DayChoice::ShortRest);
        days[3].choices.setFlag(DayChoice::ShortRest);

        const PersonWeekPay pay = pricer.price(performer, days, week, {losAngeles});

        QVERIFY(!pay.noFigure);
        const auto owed = [&](int day) { return pay.pay.days[size_t(day)].rest->amount; };
        QCOMPARE(owed(1), Money(0, Currency::Usd));     // said: 10 h are enough
        QCOMPARE(owed(2), Money(90000, Currency::Usd)); // not said
        QCOMPARE(owed(3), Money(90000, Currency::Usd)); // said again within four days
    }

    void aMissedBreakIsAnHourMoreWhereTheLawSaysSo()
    {
        std::vector<WorkDay> days{plainDay(week.first.addDays(1))};
        const Money plain = price(deal(u"us-ca-nonunion"_s), days).pay.gross();
        days[0].choices.setFlag(DayChoice::MissedBreak);

        QCOMPARE(price(deal(u"us-ca-nonunion"_s), days).pay.gross(),
                 plain + Money(4000, Currency::Usd));
        QVERIFY(choicesUnder(*shelf().choose(u"us-ca-nonunion", week.first).pack)
                    .testFlag(DayChoice::MissedBreak));
        QVERIFY(!choicesUnder(*shelf().choose(u"iatse-hba-tv", week.first).pack)
                     .testFlag(DayChoice::MissedBreak));
    }

    // Thirty penalties in a week are as many past the limit, whatever deals it had; and so is the
    // night work past what is put by at most.
    void theLimitsOfAWeekGoOnAcrossAChangeOfTerms()
    {
        const QDate wednesday = week.first.addDays(3);
        std::vector<Deal> deals{between(deal(u"iatse-hba-tv"_s), {}, wednesday.addDays(-1)),
                                between(deal(u"iatse-hba-tv"_s), wednesday, {})};
        deals[1].terms = u"work_day.min_call_min=500"_s;
        std::vector<WorkDay> days;
        for (int i = 1; i <= 4; ++i)
            days.push_back(workDay(week.first.addDays(i), 420, 1020)); // ten hours, no meal
        WeekPricer pricer(shelf());
        Deal whole = deals[0];
        whole.to = {};

        const PersonWeekPay pay = pricer.price(deals, days, week, {losAngeles});
        const PersonWeekPay same = pricer.price(whole, days, week, {losAngeles});

        QVERIFY(same.pay.openPenalties && pay.pay.openPenalties);
        QCOMPARE(pay.parts.size(), size_t(2));
        QCOMPARE(pay.pay.openPenalties->count, same.pay.openPenalties->count);
        QCOMPARE(pay.pay.openPenalties->least, same.pay.openPenalties->least);

        Deal uk = deal(u"uk-pact-tv"_s);
        uk.hourlyRate.reset();
        uk.dayRate = Money(25'000, Currency::Gbp);
        std::vector<Deal> ukDeals{between(uk, {}, wednesday),
                                  between(uk, wednesday.addDays(1), {})};
        ukDeals[1].terms = u"turnaround[0].required_min=670"_s;
        std::vector<WorkDay> nights;
        for (int i = 2; i <= 5; ++i) // from 20:00 to 07:00
            nights.push_back(workDay(week.first.addDays(i), 1200, 1860, {{1440, 1500}}));

        const PersonWeekPay changed = pricer.price(ukDeals, nights, week, {"Europe/London"});
        const PersonWeekPay kept = pricer.price(uk, nights, week, {"Europe/London"});

        QVERIFY2(!changed.noFigure && !kept.noFigure, qPrintable(changed.error));
        QCOMPARE(changed.parts.size(), size_t(2));
        QVERIFY(kept.pay.amountOf(LineCode::NightBank).minorUnits() > 0);
        QCOMPARE(changed.pay.amountOf(LineCode::NightBank), kept.pay.amountOf(LineCode::NightBank));
    }

    // What is put by is no pay of the week, and both it and the open penalties explain themselves.
    void whatStandsBesideTheWeekExplainsItself()
    {
        std::vector<WorkDay> days;
        for (int i = 1; i <= 4; ++i)
            days.push_back(workDay(week.first.addDays(i), 420, 1020)); // ten hours, no meal
        const PersonWeekPay pay = price(deal(u"iatse-hba-tv"_s), days);

        QVERIFY(pay.pay.accrued);
        QCOMPARE(pay.pay.accrued->amount, Money(7333, Currency::Usd)); // 40 h at 40 x 4.583 %
        QCOMPARE(pay.pay.amountOf(LineCode::HolidayAccrual), Money(0, Currency::Usd));
        QVERIFY(pay.pay.openPenalties);
        const OpenPenalties &open = *pay.pay.openPenalties;
        QCOMPARE(evaluate(pay.pay.sheet, pay.pay.accrued->node), Ratio(7333));
        QCOMPARE(evaluate(pay.pay.sheet, open.leastNode), Ratio(open.least.minorUnits()));
        QCOMPARE(evaluate(pay.pay.sheet, open.mostNode), Ratio(open.most.minorUnits()));
        for (const Language language :
             {Language::English, Language::German, Language::French, Language::Spanish}) {
            const QString text =
                derivationText(pay.pay.sheet, open.leastNode, *pay.pack, {}, language);
            QVERIFY(text.contains(wordText(Word::OpenPenalties, language)));
        }
    }

    // Six days of eight hours: overtime of the week in California, a sixth day in Hollywood. What
    // kind of day each is, the other pack says.
    void anotherPackReadsTheDaysItself()
    {
        const Deal own = deal(u"us-ca-nonunion"_s, 2500);
        std::vector<WorkDay> days;
        for (int i = 1; i <= 6; ++i)
            days.push_back(workDay(week.first.addDays(i), 420, 930, {{720, 750}}));
        const RulePack &other = *shelf().choose(u"iatse-hba-tv", week.first).pack;
        WeekPricer asItIs(shelf());
        WeekPricer asItWouldBe(shelf(), {&other});
        const QDate laborDay(2026, 9, 7);
        const std::vector<WorkDay> holiday{workDay(laborDay, 420, 930, {{720, 750}})};
        const PayWeek itsWeek{QDate(2026, 9, 6)};

        const PersonWeekPay before = asItIs.price(own, days, week, {losAngeles});
        const PersonWeekPay after = asItWouldBe.price(own, days, week, {losAngeles});
        const PersonWeekPay free = asItWouldBe.price(own, holiday, itsWeek, {losAngeles});
        const Result<RerateDiff> diff = compareWeeks(before, after);

        QVERIFY(diff.has_value());
        QCOMPARE(diff->before, Money(130'000, Currency::Usd));
        QCOMPARE(diff->after, Money(130'000, Currency::Usd));
        QCOMPARE(after.pay.days.back().paid.front().factor, Ratio::of(3, 2));
        QCOMPARE(free.pay.gross(), Money(40'000, Currency::Usd));
    }

    // On both sides: the side letter that is about the other pack, and the person's own terms.
    void whatWasAgreedCountsUnderAnotherPackToo()
    {
        Deal own = deal(u"iatse-hba-tv@2021"_s);
        own.terms = u"work_day.min_call_min=600"_s;
        const QString letter = u"iatse-hba-tv@2024: meals.penalty.amounts[0]=20.00"_s;
        const std::vector<WorkDay> days{
            workDay(week.first.addDays(1), 420, 900, {{810, 840}})}; // 7.5 h, the meal late
        const RulePack &other = *shelf().choose(u"iatse-hba-tv@2024", week.first).pack;
        WeekPricer asItWouldBe(shelf(), {&other, u"iatse-hba-tv@2021"_s});
        WeekPricer anothers(shelf(), {&other, u"us-flsa@1"_s});

        const PersonWeekPay after = asItWouldBe.price(own, days, week, {losAngeles, letter});
        const PersonWeekPay same = anothers.price(own, days, week, {losAngeles, letter});

        QCOMPARE(after.pay.gross(), Money(32000 + 12000 + 2000, Currency::Usd));
        QCOMPARE(same.pay.gross(), Money(32000 + 12000 + 750, Currency::Usd));
    }

    void aPackWithDoubtfulFiguresPricesNothingInstead()
    {
        const auto &packs = shelf().packs();
        const auto off = std::ranges::find(packs, false, &RulePack::isEnabled);
        QVERIFY(off != packs.end());
        WeekPricer pricer(shelf(), {&*off});

        const PersonWeekPay pay =
            pricer.price(deal(u"iatse-hba-tv"_s), plainDays(1, 2), week, {losAngeles});

        QCOMPARE(pay.noFigure, std::optional(NoFigure::PackDisabled));
    }

    void aPastWeekUnderAnotherVersionIsADifference()
    {
        const std::vector<WorkDay> days{workDay(week.first.addDays(1), 720, 1380, {{1080, 1110}}),
                                        workDay(week.first.addDays(2), 420, 1050, {{780, 810}})};
        WeekPricer pricer(shelf());

        const Result<RerateDiff> diff =
            compareWeeks(pricer.price(deal(u"iatse-hba-tv@2021"_s), days, week, {losAngeles}),
                         pricer.price(deal(u"iatse-hba-tv@2024"_s), days, week, {losAngeles}));

        QVERIFY(diff.has_value());
        QCOMPARE(diff->lines.size(), size_t(1));
        QCOMPARE(diff->lines[0].code, LineCode::Turnaround);
        QCOMPARE(diff->lines[0].before, Money(8000, Currency::Usd));
        QCOMPARE(diff->lines[0].after, Money(16000, Currency::Usd));
        QCOMPARE(diff->after.minorUnits() - diff->before.minorUnits(), qint64(8000));
    }

    // No figure is not a figure of nothing.
    void whatOnlyOneOfThemPricesIsNotCompared()
    {
        WeekPricer pricer(shelf());
        const Deal own = deal(u"iatse-hba-tv"_s);
        Deal british = own;
        british.rulePack = u"uk-pact-tv"_s;
        british.hourlyRate.reset();
        british.dayRate = Money(25000, Currency::Gbp);

        const PersonWeekPay pay = pricer.price(own, plainDays(1, 2), week, {losAngeles});
        const PersonWeekPay pounds = pricer.price(british, plainDays(1, 2), week, {losAngeles});
        PersonWeekPay shorter = pricer.price(own, plainDays(1, 1), week, {losAngeles});
        shorter.unpriced.push_back({week.first.addDays(2), WhyUnpriced::NoRule});

        QVERIFY(!pounds.noFigure && !shorter.noFigure);
        QCOMPARE(compareWeeks(pay, pounds).error().code, ErrorCode::InvalidInput);
        QCOMPARE(compareWeeks(pay, shorter).error().code, ErrorCode::InvalidInput);
        QCOMPARE(compareWeeks(shorter, pay).error().code, ErrorCode::InvalidInput);
    }

    // In whichever order the files lie: "2024.10" replaces "2024.9".
    void theLaterOfVersionsThatBeginTogetherCounts()
    {
        RulePack nine = *shelf().choose(u"iatse-hba-tv@2024", week.first).pack;
        RulePack ten = nine;
        nine.version = u"2024.9"_s;
        ten.version = u"2024.10"_s;
        const QDate tooEarly = nine.from.addDays(-1);

        for (const auto &packs : {std::vector{nine, ten}, std::vector{ten, nine}}) {
            const PackShelf own(packs);
            QCOMPARE(own.choose(u"iatse-hba-tv", week.first).pack->version, u"2024.10"_s);
            QCOMPARE(own.choose(u"iatse-hba-tv", tooEarly).pack->version, u"2024.10"_s);
        }
    }

    // It prices the sample production, whose deals name it.
    void whatIsInventedIsSuggestedToNobody()
    {
        const auto fits =
            shelf().fitting({u"Northern Crew Union"_s, u"tv"_s, {}, u"hourly"_s, {}}, week.first);

        QVERIFY(std::ranges::none_of(
            fits, [](const PackFit &fit) { return fit.pack->id == u"nl-2025"; }));
        QVERIFY(shelf().choose(u"nl-2025", week.first).canPrice());
    }

    void aPackWithoutTheStatuteBelowItIsTakenOut()
    {
        RulePack lost = *shelf().choose(u"iatse-hba-tv@2024", week.first).pack;
        RulePack found = lost;
        lost.id = u"lost"_s;
        lost.floor = u"us-nowhere"_s;
        found.id = u"found"_s;
        found.floor = u"us-flsa"_s;
        std::vector<RulePack> packs{lost, found, *shelf().choose(u"us-flsa", week.first).pack};
        std::vector<PackProblem> problems;

        takeOutThoseWithoutFloor(packs, problems);

        QCOMPARE(packs.size(), size_t(2));
        QCOMPARE(packs[0].id, u"found"_s);
        QCOMPARE(problems.size(), size_t(1));
        QCOMPARE(problems[0].path, u"lost@2024: floor"_s);
        QVERIFY(problems[0].reason.contains(u"us-nowhere"_s));
    }

    void statutesThatLeadInACircleAreTakenOut()
    {
        const RulePack law = *shelf().choose(u"us-flsa", week.first).pack;
        std::vector<RulePack> packs(4, law);
        for (size_t i = 0; i < packs.size(); ++i)
            packs[i].id = u"law-%1"_s.arg(i);
        packs[0].floor = u"law-1"_s;
        packs[1].floor = u"law-2"_s;
        packs[2].floor = u"law-0"_s;
        packs[3].floor = u"law-0"_s; // Ends in the circle, and is not in it.
        std::vector<PackProblem> problems;
        QVERIFY(!missingFloorOf(packs[3], packs));

        takeOutThoseWithoutFloor(packs, problems);

        QVERIFY(packs.empty());
        QCOMPARE(problems.size(), size_t(4));
        QCOMPARE(problems[0].path, u"law-0@1: floor"_s);
        QVERIFY(problems[0].reason.contains(u"leads back"_s));
        QCOMPARE(problems[3].path, u"law-3@1: floor"_s);
        QVERIFY(problems[3].reason.contains(u"no pack here"_s));
    }
};

QTEST_GUILESS_MAIN(TestPersonWeek)
#include "tst_person_week.moc"
