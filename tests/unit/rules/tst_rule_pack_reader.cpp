#include "shared/rules/rule_pack_limits.h"
#include "shared/rules/rule_pack_reader.h"
#include "tests/unit/rules/rule_pack_samples.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace film;
using namespace film::rules;
using namespace film::rules::samples;
using namespace Qt::StringLiterals;

namespace {

QByteArray changed(const QByteArray &pack, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = pack.indexOf(from);
    return at < 0 ? QByteArray() : pack.left(at) + to + pack.mid(at + from.size());
}

QString written(const std::vector<PackProblem> &problems)
{
    QStringList lines;
    for (const PackProblem &problem : problems)
        lines << problem.path + u": "_s + problem.reason;
    return lines.join(u'\n');
}

void addRow(const char *name, const QByteArray &pack, const QByteArray &from, const QByteArray &to,
            const QString &path)
{
    QTest::newRow(name) << changed(pack, from, to) << path;
}

} // namespace

class TestRulePackReader : public QObject
{
    Q_OBJECT

private slots:
    void wholePacksAreRead_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("by the hour") << hourlyPack;
        QTest::newRow("by the day") << feePack;
        QTest::newRow("a week with everything in it") << allInPack;
        QTest::newRow("holiday pay") << leavePack;
        for (const char *rest : {R"("model": "flat", "amount": "50.00")",
                                 R"("model": "flat_lesser_of_day_rate", "amount": "900.00")",
                                 R"("model": "daily_fraction", "fraction": "0.5")",
                                 R"("model": "prevailing_until_rest", "scope": "all_hours")"})
            QTest::newRow(rest) << changed(
                hourlyPack, R"("model": "additive", "mult": "2.0", "max_short_min": 120)", rest);
    }

    void punchesCallsAndRatesThatGoOnAreRead()
    {
        QByteArray json = changed(hourlyPack, R"("time": {)",
                                  R"("time": {"punch_rounding": {"increment_min": 15,
                                     "mode": "down", "which": ["call", "meal"]}, )");
        json =
            changed(json, R"({"min_call_min": 480})",
                    R"({"min_call_min": 480, "min_call_by_kind": {"sixth": 240, "holiday": 0}})");
        json = changed(json, R"("max_short_min": 120)",
                       R"("max_short_min": 120, "scope": "invaded_only")");

        const PackReading reading = readRulePack(json);

        QVERIFY2(reading.pack.has_value(), qPrintable(written(reading.problems)));
        const RulePack &pack = *reading.pack;
        const PunchRounding &punches = pack.time.punches;
        QCOMPARE(punches.mode, RoundingMode::Down);
        QVERIFY(punches.ofCall && !punches.ofWrap && punches.ofMeals);
        const Parameter &sixth = pack.minimumCall->of(DayKind::Sixth);
        QCOMPARE(pack.parameters.at(size_t(sixth.index)).path,
                 u"work_day.min_call_by_kind.sixth"_s);
        QCOMPARE(pack.minimumCall->of(DayKind::Holiday).minutes(), Minutes(0));
        QCOMPARE(pack.minimumCall->of(DayKind::Regular).minutes(), Minutes(480));
        QVERIFY(pack.rest.at(0).carriesIntoRestOnly);
        QVERIFY(!pack.rest.at(1).carriesIntoRestOnly);
    }

    void wholePacksAreRead()
    {
        QFETCH(QByteArray, json);

        const PackReading reading = readRulePack(json);

        QVERIFY2(reading.pack && reading.problems.empty(), qPrintable(written(reading.problems)));
    }

    void advisoriesMayBeInSeveralLanguages()
    {
        QByteArray json = hourlyPack;
        json.replace(R"(["Something a person must know."])",
                     R"([{"en": "Something.", "de": "Etwas."}, "Else."])");

        const PackReading reading = readRulePack(json);

        QVERIFY2(reading.pack.has_value(), qPrintable(written(reading.problems)));
        const std::vector<LocalText> &read = reading.pack->advisories;
        QCOMPARE(read.size(), size_t(2));
        QCOMPARE(read[0].in(Language::German), u"Etwas."_s);
        QCOMPARE(read[0].in(Language::French), u"Something."_s);
        QCOMPARE(read[1].in(Language::Spanish), u"Else."_s);
    }

    void numbersAreKeptInTheirUnits()
    {
        const RulePack pack = *readRulePack(hourlyPack).pack;

        QCOMPARE(pack.name(), u"test-hourly@1.0"_s);
        QCOMPARE(pack.to, QDate(2027, 7, 31));
        QCOMPARE(pack.tiers.at(1).after->minutes(), Minutes(480));
        QCOMPARE(pack.tiers.at(1).factor.value, Ratio::of(3, 2));
        QCOMPARE(pack.tiers.at(2).basis, TierBasis::Elapsed);
        QCOMPARE(pack.meals.penalty.amounts.at(0).value, Ratio(750));
        QCOMPARE(pack.meals.escalator->fraction.value, Ratio::of(1, 2));
        QCOMPARE(pack.night->rules.at(0).windowFrom->value, Ratio(20 * 60));
        QVERIFY(!pack.night->rules.at(1).windowFrom);
        QCOMPARE(pack.weekly->guarantee->value, Ratio(3240));
        QCOMPARE(pack.rates.decimals, std::optional(4));
        QCOMPARE(pack.applies.onProduction, std::optional(true));
        QCOMPARE(pack.priority, 200);
        QVERIFY(pack.isEnabled);
    }

    void everyNumberKnowsWhereItStands()
    {
        const RulePack pack = *readRulePack(hourlyPack).pack;

        const Parameter amount = pack.meals.penalty.amounts.at(1);
        QCOMPARE(pack.parameters.at(size_t(amount.index)).path, u"meals.penalty.amounts[1]"_s);
        QCOMPARE(pack.parameters.at(size_t(amount.index)).text, u"10.00"_s);
        const Parameter window = *pack.night->rules.at(0).windowTo;
        QCOMPARE(pack.parameters.at(size_t(window.index)).path, u"night.rules[0].window[1]"_s);
        QCOMPARE(pack.parameters.at(size_t(window.index)).text, u"06:00"_s);
    }

    void aBlockGivesItsProvenanceToTheNumbersWithin()
    {
        const RulePack pack = *readRulePack(hourlyPack).pack;

        const Provenance &whole = pack.provenanceOf(pack.tiers.at(0).factor.index);
        QCOMPARE(whole.confidence, Confidence::Medium);
        QCOMPARE(whole.source, u"S-LIG, S-WB"_s);
        const Provenance &tier = pack.provenanceOf(pack.tiers.at(1).factor.index);
        QCOMPARE(tier.confidence, Confidence::High);
        QCOMPARE(tier.source, u"S-WB"_s);
        QCOMPARE(tier.clause, u"para 12"_s);
        // Inherited through a block that says nothing itself.
        const Provenance &escalator = pack.provenanceOf(pack.meals.escalator->fraction.index);
        QCOMPARE(escalator.confidence, Confidence::Low);
        QCOMPARE(escalator.source, u"S-LIG, S-WB"_s);
    }

    void aNumberMayHaveItsOwnProvenance()
    {
        const PackReading reading =
            readRulePack(changed(hourlyPack, R"("12.50"])",
                                 R"({"value": "12.50", "confidence": "high", "note": "Seen."}])"));

        QVERIFY2(reading.pack, qPrintable(written(reading.problems)));
        const Parameter &last = reading.pack->meals.penalty.amounts.at(2);
        QCOMPARE(last.value, Ratio(1250));
        QCOMPARE(reading.pack->parameters.at(size_t(last.index)).path,
                 u"meals.penalty.amounts[2]"_s);
        QCOMPARE(reading.pack->provenanceOf(last.index).confidence, Confidence::High);
        QCOMPARE(reading.pack->provenanceOf(last.index).note, u"Seen."_s);
        const Parameter &first = reading.pack->meals.penalty.amounts.at(0);
        QCOMPARE(reading.pack->provenanceOf(first.index).confidence, Confidence::Low);
    }

    void aDisabledPackSaysWhy()
    {
        const PackReading reading = readRulePack(
            changed(leavePack, R"("pay")", R"("disabled": "Nobody has checked it.", "pay")"));

        QVERIFY2(reading.pack, qPrintable(written(reading.problems)));
        QVERIFY(!reading.pack->isEnabled);
        QCOMPARE(reading.pack->disabledReason, u"Nobody has checked it."_s);
    }

    void brokenValuesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path");

        const auto hourly = [](const char *name, const QByteArray &from, const QByteArray &to,
                               const QString &path) { addRow(name, hourlyPack, from, to, path); };
        const auto punches = [&hourly](const char *name, const QByteArray &rounding,
                                       const QString &key) {
            hourly(name, R"("time": {)", R"("time": {"punch_rounding": )" + rounding + ", ",
                   u"time.punch_rounding"_s + key);
        };
        punches("punches of what is none",
                R"({"increment_min": 6, "mode": "up", "which": ["lunch"]})", u".which"_s);
        punches("punches of nothing", R"({"increment_min": 6, "mode": "up", "which": []})",
                u".which"_s);
        punches("punches of what is not said", R"({"increment_min": 6, "mode": "up"})",
                u".which"_s);
        punches("punches that are not rounded",
                R"({"increment_min": 6, "mode": "none", "which": ["call"]})", u".mode"_s);
        punches("punches in no steps", R"({"mode": "up", "which": ["call"]})", u".increment_min"_s);
        punches("punches in steps of seven",
                R"({"increment_min": 7, "mode": "up", "which": ["call"]})", u".increment_min"_s);
        hourly("least call of a day that is none", R"("min_call_min": 480)",
               R"("min_call_min": 480, "min_call_by_kind": {"eighth": 240})",
               u"work_day.min_call_by_kind.eighth"_s);
        hourly("least call of other days is missing", R"("min_call_min": 480)",
               R"("min_call_by_kind": {"sixth": 240})", u"work_day.min_call_min"_s);
        hourly("scope of a rate that goes on", R"("max_short_min": 120)",
               R"("max_short_min": 120, "scope": "some_hours")", u"turnaround[0].scope"_s);
        hourly("unknown key of the pack", R"("priority")", R"("priorty")", u"priorty"_s);
        hourly("unknown key within", R"("grace": {"max_min")", R"("grace": {"min": 1, "max_min")",
               u"meals.grace.min"_s);
        hourly("missing title", R"("title": "A pack by the hour",)", "", u"title"_s);
        hourly("missing number", R"("then": "25.00", )", "", u"meals.penalty.then"_s);
        hourly("wrong schema", "rulepack/1", "rulepack/2", u"schema"_s);
        hourly("id with capitals", "test-hourly", "Test", u"id"_s);
        hourly("version with a dash", R"("1.0", "title)", R"("1-0", "title)", u"version"_s);
        hourly("currency", "USD", "XXX", u"currency"_s);
        hourly("list that is empty", R"(["US-CA"])", "[]", u"jurisdiction"_s);
        hourly("word twice in a list", R"(["US-CA"])", R"(["US", "US"])", u"jurisdiction[1]"_s);
        hourly("no such date", "2024-08-01", "2024-02-30", u"effective.from"_s);
        hourly("date in another order", "2024-08-01", "01.08.2024", u"effective.from"_s);
        hourly("no such confidence", R"("confidence": "medium")", R"("confidence": "fair")",
               u"confidence"_s);
        hourly("source that is not listed", R"("source": "S-WB")", R"("source": "S-XX")",
               u"daily_tiers[1].source"_s);
        hourly("text in place of a flag", R"("on_production": true)", R"("on_production": "yes")",
               u"applies.on_production"_s);
        hourly("text in place of minutes", R"("min_call_min": 480)", R"("min_call_min": "480")",
               u"work_day.min_call_min"_s);
        hourly("half a minute", R"("min_call_min": 480)", R"("min_call_min": 480.5)",
               u"work_day.min_call_min"_s);
        hourly("minutes below 0", R"("min_call_min": 480)", R"("min_call_min": -480)",
               u"work_day.min_call_min"_s);
        hourly("a call longer than a day", R"("min_call_min": 480)", R"("min_call_min": 10080)",
               u"work_day.min_call_min"_s);
        hourly("a sixth day for half the pay",
               R"([{"after_min": 0, "basis": "worked", "mult": "1.5"}])",
               R"([{"after_min": 0, "basis": "worked", "mult": "0.5"}])",
               u"day_kinds.sixth.tiers[0].mult"_s);
        hourly("a grace as long as the wait", R"("grace": {"max_min": 12})",
               R"("grace": {"max_min": 5000})", u"meals.grace.max_min"_s);
        hourly("a tier that no day reaches", R"("after_min": 900)", R"("after_min": 1500)",
               u"daily_tiers[2].after_min"_s);
        hourly("more than a week", R"("min_call_min": 480)", R"("min_call_min": 10081)",
               u"work_day.min_call_min"_s);
        hourly("minutes past 64 bits", R"("min_call_min": 480)", R"("min_call_min": 1e300)",
               u"work_day.min_call_min"_s);
        hourly("factor as a JSON number", R"("mult": "3.0")", R"("mult": 3.0)",
               u"daily_tiers[2].mult"_s);
        hourly("factor of 0", R"("mult": "3.0")", R"("mult": "0")", u"daily_tiers[2].mult"_s);
        hourly("factor above 20", R"("mult": "3.0")", R"("mult": "20.01")",
               u"daily_tiers[2].mult"_s);
        hourly("factor with an exponent", R"("mult": "3.0")", R"("mult": "3e0")",
               u"daily_tiers[2].mult"_s);
        hourly("money with three decimals", "10.00", "10.005", u"meals.penalty.amounts[1]"_s);
        hourly("money that would overflow", "10.00", "99999999999999999999",
               u"meals.penalty.amounts[1]"_s);
        hourly("money above a million", "10.00", "1000000.01", u"meals.penalty.amounts[1]"_s);
        hourly("money below 0", "10.00", "-10.00", u"meals.penalty.amounts[1]"_s);
        hourly("share above 1", R"("fraction": "0.5"})", R"("fraction": "1.5"})",
               u"meals.penalty.weekly_escalator.fraction"_s);
        hourly("no such time of day", R"("call_from": "06:00")", R"("call_from": "24:00")",
               u"night.rules[0].call_from"_s);
        hourly("time of day without a zero", R"("call_from": "06:00")", R"("call_from": "6:00")",
               u"night.rules[0].call_from"_s);
        hourly("no such model", R"("schedule")", R"("tariff")", u"meals.penalty.model"_s);
        hourly("number of another model", R"("increment_min": 30,)",
               R"("increment_min": 30, "hours": "1",)", u"meals.penalty.hours"_s);
        hourly("object in place of a list", R"("turnaround": [)", R"("x": [)", u"x"_s);
        hourly("text in place of an object", R"("grace": {"max_min": 12})", R"("grace": "12")",
               u"meals.grace"_s);
        hourly("explained number without a value", R"("then": "25.00")",
               R"("then": {"note": "From the fifth on."})", u"meals.penalty.then.value"_s);
        hourly("explained number of a wrong kind", R"("then": "25.00")",
               R"("then": {"value": 25, "note": "From the fifth on."})", u"meals.penalty.then"_s);
        hourly("explained number within another", R"("then": "25.00")",
               R"("then": {"value": {"value": "25.00"}})", u"meals.penalty.then.value"_s);
        hourly("null in place of a number", R"("max_deduct_min": 60)", R"("max_deduct_min": null)",
               u"meals.max_deduct_min"_s);
        hourly("key twice", R"("max_deduct_min": 60,)",
               R"("max_deduct_min": 60, "max_deduct_min": 90,)", u"meals.max_deduct_min"_s);
        hourly("key twice in a row of a list", R"("id": "weekend5",)",
               R"("id": "weekend5", "id": "weekend5",)", u"turnaround[1].id"_s);
        hourly("key with an escape", R"("priority")", R"("priorit\u0079")", u"priorit\\u0079"_s);
        hourly("nested too deeply", R"("priority": 200)",
               R"("priority": [[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]])",
               u"priority[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]"_s);
        hourly("text over two lines", "A pack by the hour", "A pack\\nby the hour", u"title"_s);
        hourly("tier without a basis", R"("basis": "elapsed", )", "", u"daily_tiers[2].basis"_s);
    }

    void brokenValuesAreNamed() { refusesAtPath(); }

    void contradictionsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path");

        const auto hourly = [](const char *name, const QByteArray &from, const QByteArray &to,
                               const QString &path) { addRow(name, hourlyPack, from, to, path); };
        const auto fee = [](const char *name, const QByteArray &from, const QByteArray &to,
                            const QString &path) { addRow(name, feePack, from, to, path); };
        hourly("scope without a rate that goes on", R"("mult": "2.0", "max_short_min": 120)",
               R"("mult": "2.0", "scope": "all_hours")", u"turnaround[0].scope"_s);
        hourly("least call longer than a day", R"("min_call_min": 480)",
               R"("min_call_min": 480, "min_call_by_kind": {"sixth": 1441})",
               u"work_day.min_call_by_kind.sixth"_s);
        fee("a fee whose rate goes on", R"("mult": "0.5",)",
            R"("mult": "0.5", "max_short_min": 60,)", u"turnaround[0].max_short_min"_s);
        hourly("ends before it starts", "2027-07-31", "2024-07-31", u"effective.to"_s);
        hourly("no start at 0", R"("after_min": 0, "basis": "worked", "mult": "1.0")",
               R"("after_min": 1, "basis": "worked", "mult": "1.0")", u"daily_tiers[0]"_s);
        hourly("tiers out of order", R"("after_min": 900)", R"("after_min": 480)",
               u"daily_tiers[2]"_s);
        hourly("tier that pays less", R"("mult": "3.0")", R"("mult": "1.5")", u"daily_tiers[2]"_s);
        hourly("meal that is never deducted", R"("max_deduct_min": 60)", R"("max_deduct_min": 29)",
               u"meals.max_deduct_min"_s);
        hourly("breakfast that cannot end in time", R"("must_end_within_min": 120)",
               R"("must_end_within_min": 10)", u"meals.ndb.min_len_min"_s);
        hourly("penalty without a due meal",
               R"("first_due": {"after_min": 360, "from": "individual_call"}, )", "",
               u"meals.first_due"_s);
        hourly("cap below the first amount", R"("then": "25.00")",
               R"("then": "25.00", "cap_per_day": "7.49")", u"meals.penalty.cap_per_day"_s);
        hourly("rest rule twice", R"("id": "weekend5")", R"("id": "daily")", u"turnaround[1].id"_s);
        hourly("two rules for the same week", R"("days_worked_in_week": 5, )", "",
               u"turnaround[1].days_worked_in_week"_s);
        hourly("short by more than the rest", R"("max_short_min": 120)", R"("max_short_min": 600)",
               u"turnaround[0].max_short_min"_s);
        hourly("calls of two night rules", R"("call_to": "20:00")", R"("call_to": "20:01")",
               u"night.rules[1]"_s);
        hourly("calls from a time to the same", R"("call_to": "04:00")", R"("call_to": "20:00")",
               u"night.rules[1].call_to"_s);
        hourly("night that pays less", R"("factor": "1.10")", R"("factor": "0.9")",
               u"night.rules[0].factor"_s);
        hourly("night that is always left out", R"("suppress_at_mult": "2.0")",
               R"("suppress_at_mult": "1.0")", u"night.suppress_at_mult"_s);
        hourly("night put by where hours are paid", R"("night": {)",
               R"("night": {"weekly_bank": {"after": "23:00", "add_mult": "1.0",
                  "increment_min": 15, "cap_min": 600}, )",
               u"night.weekly_bank"_s);
        hourly("an amount for a night where hours are paid", R"("night": {)",
               R"("night": {"flat_per_night": {"after": "23:00", "amount": "20.00"}, )",
               u"night.flat_per_night"_s);
        hourly("a surcharge on hours", R"("sixth": {)", R"("sixth": {"surcharge": "0.5", )",
               u"day_kinds.sixth.surcharge"_s);
        hourly("approval of hours", R"("sixth": {)", R"("sixth": {"needs_approval": true, )",
               u"day_kinds.sixth.needs_approval"_s);
        hourly("a day's pay an hour past two days", R"("guarantees": {)",
               R"("guarantees": {"day_rate_hours_after": {"after_min": 1441,
                  "increment_min": 60}, )",
               u"guarantees.day_rate_hours_after.after_min"_s);
        hourly("window without an end", R"(["20:00", "06:00"])", R"(["20:00"])",
               u"night.rules[0].window"_s);
        hourly("window without a length", R"(["20:00", "06:00"])", R"(["20:00", "20:00"])",
               u"night.rules[0].window"_s);
        hourly("call without an end", R"("call_to": "20:00", )", "", u"night.rules[0].call_to"_s);
        hourly("least above most", R"("min_min": 120, "max_min": 240)",
               R"("min_min": 241, "max_min": 240)", u"guarantees.reporting_time.min_min"_s);
        hourly("travel paid at least above at most", R"("min_min": 240, "max_min": 480)",
               R"("min_min": 481, "max_min": 480)", u"day_kinds.travel.paid.min_min"_s);
        hourly("guarantee below overtime", R"("week_min": 3240)", R"("week_min": 2399)",
               u"guarantees.weekly_cume.week_min"_s);
        hourly("eight days in a week", R"("days": 5})", R"("days": 8})",
               u"guarantees.weekly_cume.days"_s);
        hourly("no such calendar", "us-iatse-2025", "us-iatse-1925", u"holidays.calendar"_s);
        hourly("calendar that is a path", "us-iatse-2025", "../calendars/de",
               u"holidays.calendar"_s);
        hourly("kind of another pay model", R"("sixth": {)", R"("sixth_shooting": {)",
               u"day_kinds.sixth_shooting"_s);
        hourly("two ways to pay a kind", R"("sixth": {)", R"("sixth": {"fee": {"mult": "1.5"}, )",
               u"day_kinds.sixth"_s);
        hourly("idle time on a worked day", R"("holiday_not_worked")", R"("holiday")",
               u"day_kinds.holiday.idle_min"_s);
        hourly("tiers on a day without work", R"("holiday_not_worked": {"idle_min": 480})",
               R"("sick": {"tiers": [{"after_min": 0, "basis": "worked", "mult": "1.0"}]})",
               u"day_kinds.sick"_s);
        hourly("advisory without English", R"(["Something a person must know."])",
               R"([{"de": "Etwas."}])", u"advisories[0].en"_s);
        hourly("advisory in a language not spoken here", R"(["Something a person must know."])",
               R"([{"en": "Something.", "it": "Qualcosa."}])", u"advisories[0].it"_s);
        hourly("advisory that stands twice", R"(["Something a person must know."])",
               R"(["Something.", {"en": "Something.", "de": "Etwas."}])", u"advisories[1]"_s);
        hourly("contracted hours by the hour", R"("min_call_min": 480)",
               R"("min_call_min": 480, "contracted_elapsed_min": {"SWD": 660})",
               u"work_day.contracted_elapsed_min"_s);
        hourly("block of another pay model", R"("pay": "hourly",)",
               R"("pay": "hourly", "leave": {"rate": "0.1207"},)", u"leave"_s);
        hourly("week of a call paid by the hour", R"("weekly_cume")",
               R"("on_call": {"day_fraction": "0.2", "sixth_mult": "1.5", "seventh_mult": "2"},
                  "weekly_cume")",
               u"guarantees.on_call"_s);
        hourly("pay model without its numbers", R"("pay": "hourly")", R"("pay": "all_in")",
               u"guarantees.all_in"_s);
        addRow("a part of no day's pay",
               changed(hourlyPack, R"("model": "additive", "mult": "2.0", "max_short_min": 120)",
                       R"("model": "daily_fraction", "fraction": "0.5")"),
               R"("work_day": {"min_call_min": 480},)", "", u"turnaround[0].fraction"_s);
        hourly("pack below itself", R"("pay": "hourly",)",
               R"("pay": "hourly", "floor": "test-hourly",)", u"floor"_s);
        hourly("bands of fees by the hour",
               R"("weekly": {"ot_after_min": 2400, "mult": "1.5", "counts": "straight_only"})",
               R"("weekly": {"bands": [{"after_min": 3000, "mult": "1.25"}], "pays": "premium"})",
               u"weekly.bands"_s);
        hourly("early start by the hour", R"("pay": "hourly",)",
               R"("pay": "hourly", "early": {"before": "06:00", "add_mult": "0.5",
                  "increment_min": 15},)",
               u"early"_s);
        hourly("late call that asks for more", R"("max_short_min": 120)",
               R"("max_short_min": 120, "late_call": {"from": "06:00", "required_min": 600})",
               u"turnaround[0].late_call.required_min"_s);
        hourly("claim of a weekend's rest", R"("days_worked_in_week": 5,)",
               R"("days_worked_in_week": 5, "claimed": {"times": 1, "in_days": 4},)",
               u"turnaround[1].claimed"_s);
        hourly("more claims than days", R"("days_worked_in_week": 5,)",
               R"("claimed": {"times": 5, "in_days": 4},)", u"turnaround[1].claimed.times"_s);
        hourly("way that is paid by nothing", R"("pay": "hourly",)",
               R"("pay": "hourly", "travel": {"to_and_from": "paid"},)", u"travel.mult"_s);
        hourly("factor of a way that is work", R"("pay": "hourly",)",
               R"("pay": "hourly", "travel": {"to_and_from": "work", "mult": "1.0"},)",
               u"travel.mult"_s);
        fee("hours of a week on top of fees", R"("early": {)",
            R"("weekly": {"ot_after_min": 2400, "mult": "1.5", "counts": "all"}, "early": {)",
            u"weekly.ot_after_min"_s);
        fee("bands out of order", R"("early": {)",
            R"("weekly": {"pays": "whole", "bands": [{"after_min": 3300, "mult": "1.25"},
               {"after_min": 3000, "mult": "1.5"}]}, "early": {)",
            u"weekly.bands[1]"_s);
        fee("band that pays nothing", R"("early": {)",
            R"("weekly": {"pays": "premium", "bands": [{"after_min": 3300, "mult": "1.0"}]},
               "early": {)",
            u"weekly.bands[0].mult"_s);
        fee("no band", R"("early": {)", R"("weekly": {"pays": "whole", "bands": []}, "early": {)",
            u"weekly.bands"_s);
        fee("early start at two factors", R"("add_mult": "0.5", "increment_min": 15})",
            R"("add_mult": "0.5", "mult": "2.0", "increment_min": 15})", u"early.mult"_s);
        fee("early start in place of no pre-call", R"("before": "06:00", "add_mult": "0.5")",
            R"("before": "06:00", "mult": "2.0")", u"early.mult"_s);
        fee("preparation beside an additional hour", R"("additional_hour_min": 60)",
            R"("additional_hour_min": 60, "preparation_min": 30)", u"work_day"_s);
        fee("lunch of a day that has none", R"("at": "ot_rate")",
            R"("at": "ot_rate", "curtail_below_min": {"SWD": 60, "CWD": 60})",
            u"meals.penalty.curtail_below_min.CWD"_s);
        fee("short lunch that is no lunch", R"("at": "ot_rate")",
            R"("at": "ot_rate", "curtail_below_min": {"SWD": 59})",
            u"meals.penalty.curtail_below_min.SWD"_s);
        fee("short lunch at a rate there is not", R"("at": "ot_rate")",
            R"("at": "ot_rate", "curtail_below_min": {"SWD": 60}, "curtail_at": "camera_ot")",
            u"meals.penalty.curtail_at"_s);
        fee("rate of a short lunch that costs nothing", R"("at": "ot_rate")",
            R"("at": "ot_rate", "curtail_at": "1T")", u"meals.penalty.curtail_below_min"_s);
        fee("no divisor", R"("rates": {"day_divisor": "10"},)", "", u"rates"_s);
        fee("week without its days", R"("day_divisor")", R"("week_divisor")",
            u"rates.days_in_week"_s);
        fee("no overtime at all", R"("daily_tiers": [{"mult": "1.5"}],)", "", u"daily_tiers"_s);
        fee("no contracted hours",
            R"("contracted_elapsed_min": {"SWD": 660, "SCWD": 600, "CWD": 540},)", "",
            u"daily_tiers[0].after_min"_s);
        fee("no standard day", R"("SWD": 660, )", "", u"work_day.contracted_elapsed_min.SWD"_s);
        fee("tiers and kinds of overtime", R"("ceiling_or_1T": true)",
            R"("ceiling_or_1T": true, "kinds": {"other": {"mult": "1.5", "increment_min": 30}})",
            u"daily_tiers"_s);
        fee("floor above the ceiling", R"("35.00")", R"("70.01")", u"overtime.floor_per_hour"_s);
        fee("short limit without its factor", R"(, "short_mult": "1.0")", "",
            u"day_kinds.sixth_nonshooting.fee.short_limit_min"_s);
        fee("bank and money for the night", R"("night": {)",
            R"("night": {"flat_per_night": {"after": "00:00", "amount": "20.00"}, )",
            u"night.flat_per_night"_s);
        fee("least hours of a fee", R"("contracted_elapsed_min")",
            R"("min_call_min": 480, "contracted_elapsed_min")", u"work_day.min_call_min"_s);
        fee("meal shape that does not exist", R"(["CWD"])", R"(["XWD"])",
            u"meals.not_due_for_shapes"_s);
        fee("fee that starts late", R"({"mult": "1.5"}],)",
            R"({"after_min": 0, "basis": "elapsed", "mult": "1.5"}],)", u"daily_tiers[0]"_s);
        fee("a higher rate that is lower", R"("from": "23:00", "mult": "2.0")",
            R"("from": "23:00", "mult": "1.5")", u"overtime.clock_tiers[0].mult"_s);
        fee("nights by a factor of a fee", R"("night": {)",
            R"("night": {"rules": [{"window": ["22:00", "06:00"], "factor": "1.25"}], )",
            u"night.rules"_s);
        fee("a surcharge for some calls", R"("night": {)",
            R"("night": {"surcharge": true, "rules": [{"call_from": "06:00", "call_to": "20:00",
               "window": ["22:00", "06:00"], "add": "0.25"}], )",
            u"night.rules[0].call_from"_s);
        fee("a factor that leaves a surcharge out", R"("night": {)",
            R"("night": {"suppress_at_mult": "2.0", "surcharge": true,
               "rules": [{"window": ["22:00", "06:00"], "add": "0.25"}], )",
            u"night.suppress_at_mult"_s);
        fee("tiers of a day with a fee", R"("sunday": {)",
            R"("sunday": {"tiers": [{"after_min": 600, "basis": "worked", "mult": "2.0"}], )",
            u"day_kinds.sunday.tiers"_s);
        fee("rounding of hours that no fee counts", R"("rates": {)",
            R"("time": {"total_rounding": {"increment_min": 6, "mode": "up"}}, "rates": {)",
            u"time.total_rounding"_s);
        fee("early before midnight", R"("before": "06:00")", R"("before": "00:00")",
            u"early.before"_s);
        fee("a holiday past midnight in a fee", R"("rates": {)",
            R"("holidays": {"calendar": "uk-scotland", "overlap_after_midnight": {"mult": "2.0"}},
               "rates": {)",
            u"holidays.overlap_after_midnight"_s);
        addRow("a week for less than its hours", allInPack, R"("pay_hours": "70")",
               R"("pay_hours": "59.99")", u"guarantees.all_in.pay_hours"_s);
        addRow("hours beyond for less than an hour", allInPack, R"("over_mult": "2.0")",
               R"("over_mult": "0.5")", u"guarantees.all_in.over_mult"_s);
        const auto kinds = [](const char *name, const QByteArray &from, const QByteArray &to,
                              const QString &path) {
            const QByteArray pack = changed(
                changed(feePack, R"("daily_tiers": [{"mult": "1.5"}],)", ""),
                R"("increment_min": 15, "clock_tiers": [{"from": "23:00", "mult": "2.0"}],)",
                R"("kinds": {"other": {"mult": "1.5", "increment_min": 30}},)");
            QVERIFY(readRulePack(pack).pack);
            addRow(name, pack, from, to, path);
        };
        kinds("steps beside those of the kinds", R"("kinds": {)",
              R"("increment_min": 15, "kinds": {)", u"overtime.increment_min"_s);
        kinds("a time of day beside kinds", R"("kinds": {)",
              R"("clock_tiers": [{"from": "23:00", "mult": "2.0"}], "kinds": {)",
              u"overtime.clock_tiers"_s);
        kinds("overtime of a day beside kinds", R"("sunday": {)",
              R"("sunday": {"ot_mult": "2.0", )", u"day_kinds.sunday.ot_mult"_s);
        kinds("whole hours from a day on", R"("mult": "1.5", "increment_min": 30)",
              R"("mult": "1.5", "increment_min": 30, "whole_hours_from_hour": 25)",
              u"overtime.kinds.other.whole_hours_from_hour"_s);
        addRow("days of a pack without work", leavePack, R"("leave")",
               R"("daily_tiers": [{"after_min": 0, "basis": "worked", "mult": "1.0"}], "leave")",
               u"daily_tiers"_s);
    }

    void contradictionsAreNamed() { refusesAtPath(); }

    void everyProblemIsNamed()
    {
        QByteArray json = changed(hourlyPack, R"("title": "A pack by the hour",)", "");
        json = changed(json, R"("min_call_min": 480)", R"("min_call_min": 0.5)");
        json = changed(json, R"("id": "weekend5")", R"("id": "daily")");

        const PackReading reading = readRulePack(json);

        QVERIFY(!reading.pack);
        QCOMPARE(reading.problems.size(), size_t(3));
    }

    void whatFollowsFromAProblemIsNotSaid()
    {
        const QByteArray json =
            changed(hourlyPack, R"("after_min": 0, "basis": "worked", "mult": "1.0")",
                    R"("after_min": "0", "basis": "worked", "mult": "1.0")");

        const PackReading reading = readRulePack(json);

        QCOMPARE(written(reading.problems),
                 u"daily_tiers[0].after_min: must be a whole number from 0 to 10080"_s);
    }

    void problemsAreBounded()
    {
        QByteArray keys;
        for (int i = 0; i < 1000; ++i)
            keys += "\"k" + QByteArray::number(i) + "\": 1, ";

        const PackReading reading = readRulePack(changed(leavePack, R"("pay")", keys + R"("pay")"));

        QCOMPARE(reading.problems.size(), rules::limits::problemsMax + 1);
    }

    void whatIsNoPackIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"id\": }");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("bytes that are no UTF-8") << changed(leavePack, "Holiday pay", "\xff\xfe");
        QTest::newRow("too large") << leavePack + QByteArray(rules::limits::packBytesMax, ' ');
        QTest::newRow("deeper than the parser goes")
            << QByteArray(5000, '[') + QByteArray(5000, ']');
    }

    void whatIsNoPackIsRefused()
    {
        QFETCH(QByteArray, json);

        const PackReading reading = readRulePack(json);

        QVERIFY(!reading.pack);
        QCOMPARE(reading.problems.size(), size_t(1));
        QCOMPARE(reading.problems.front().path, QString());
    }

private:
    static void refusesAtPath()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, path);
        QVERIFY2(!json.isEmpty(), "the row changes nothing");

        const PackReading reading = readRulePack(json);

        QVERIFY(!reading.pack);
        const bool isNamed =
            std::ranges::any_of(reading.problems, [&path](const PackProblem &problem) {
                return problem.path == path && !problem.reason.isEmpty();
            });
        QVERIFY2(isNamed, qPrintable(written(reading.problems)));
    }
};

QTEST_APPLESS_MAIN(TestRulePackReader)
#include "tst_rule_pack_reader.moc"
