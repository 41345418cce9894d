#include "shared/rules/golden/golden_cases.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace film;
using namespace film::rules;
using namespace Qt::StringLiterals;

namespace {

QByteArray fixture()
{
    QFile file(QStringLiteral(FILM_SOURCE_DIR "/tests/fixtures/rules/golden-cases.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString explained(const GoldenOutcome &outcome)
{
    QStringList lines{outcome.error};
    for (const GoldenMismatch &mismatch : outcome.mismatches)
        lines << u"%1: expected %2, actual %3"_s.arg(mismatch.key, mismatch.expected,
                                                     mismatch.actual);
    return lines.join(u'\n');
}

} // namespace

class TestGoldenCases : public QObject
{
    Q_OBJECT
private slots:
    void everyCaseIsExact_data()
    {
        QTest::addColumn<bool>("hasPassed");
        QTest::addColumn<QString>("explanation");
        const auto outcomes = runGoldenCases(fixture());
        QVERIFY(outcomes.has_value());
        QVERIFY(outcomes->size() >= 79);
        for (const GoldenOutcome &outcome : *outcomes)
            QTest::addRow("%s %s", qPrintable(outcome.id), qPrintable(outcome.title))
                << outcome.hasPassed() << explained(outcome);
    }

    void everyCaseIsExact()
    {
        QFETCH(bool, hasPassed);
        QFETCH(QString, explanation);

        QVERIFY2(hasPassed, qPrintable(explanation));
    }

    // Cases that are written otherwise than those of the fixture, and mean as much.
    void aShorterFormIsRead_data()
    {
        QTest::addColumn<QByteArray>("body");

        QTest::newRow("a holiday not worked has no day")
            << QByteArray(R"("pack": "iatse-asa@2024", "deal": {"hourly": "38.00"}, "days": [],
                "expect": {"paid_hours": "8.0", "gross": "304.00"})");
        QTest::newRow("overtime that is not of the camera")
            << QByteArray(R"("pack": "uk-pact-tv@2023", "deal": {"day_rate": "250.00"},
                "days": [{"date": "2026-05-05", "tz": "Europe/London", "ot_kind": "noncamera",
                "call": "2026-05-05T08:00:00+01:00", "wrap": "2026-05-05T20:00:00+01:00",
                "meals": [{"out": "2026-05-05T13:00:00+01:00",
                           "in": "2026-05-05T14:00:00+01:00"}]}],
                "expect": {"gross": "287.50"})");
        QTest::newRow("a holiday without times was not worked")
            << QByteArray(R"("pack": "iatse-asa@2024", "deal": {"hourly": "38.00"},
                "days": [{"date": "2026-09-07", "kind": "holiday"}],
                "expect": {"paid_hours": "8.0", "gross": "304.00"})");
        QTest::newRow("nights of a week by their hours, up to the limit")
            << QByteArray(R"("pack": "uk-pact-tv@2023", "calc": "night_week",
                "deal": {"day_rate": "250.00"},
                "days": [{"hours": "3"}, {"hours": "4"}, {"hours": "4"}],
                "expect": {"night_hours": "10.0", "night_premium": "250.00", "gross": "250.00"})");
        QTest::newRow("the night hours of a week by their sum")
            << QByteArray(R"("pack": "uk-pact-tv@2023", "calc": "night_week",
                "deal": {"day_rate": "250.00"}, "days": [], "ctx": {"hours": "4.5"},
                "expect": {"night_hours": "4.5", "gross": "112.50"})");
        QTest::newRow("the hours of a federal week by their sum")
            << QByteArray(R"("pack": "us-flsa@1", "deal": {"hourly": "20.00"}, "days": [],
                "ctx": {"hours": "50"}, "expect": {"worked_hours": "50", "regular_rate": "20.00",
                "weekly_ot_hours": "10", "ot_premium": "100.00", "gross": "1100.00"})");
        QTest::newRow("of a week on call the two days past five")
            << QByteArray(R"("pack": "iatse-oncall@2024", "deal": {"weekly": "3000.00"},
                "days": [{"kind": "sixth"}, {"kind": "seventh"}],
                "expect": {"gross": "5100.00"})");
        QTest::newRow("two units without a call of the day")
            << QByteArray(R"("pack": "iatse-asa@2024", "deal": {"hourly": "40.00"},
                "days": [{"date": "2026-05-04", "tz": "America/New_York", "segments": [
                {"unit": "A", "from": "2026-05-04T08:00:00-04:00",
                 "to": "2026-05-04T10:00:00-04:00"},
                {"unit": "B", "from": "2026-05-04T10:00:00-04:00",
                 "to": "2026-05-04T16:00:00-04:00"}]}],
                "expect": {"worked_hours": "8.0", "cost_split": {"A": "90.63", "B": "271.87"}})");
        QTest::newRow("nothing where there is nothing")
            << QByteArray(R"("pack": "iatse-hba-tv@2024", "calc": null,
                "deal": {"hourly": "40.00", "day_rate": null}, "days": [{"date": "2026-05-05",
                "tz": "America/Los_Angeles", "kind": null, "shape": null, "hourly": null,
                "unit_call": null, "holiday_from": null, "segments": null, "meals": null,
                "scheduled_min": null, "wrap_extension": null, "call": "2026-05-05T08:00-07:00",
                "wrap": "2026-05-05T20:00:00Z"}], "ctx": {"prev_wrap": null, "hours": null,
                "rest_rule": null, "comp_rest": null, "days_worked": null, "allowances": null},
                "expect": {"elapsed_hours": "5", "turnaround": null, "gross": "320.00"})");
        QTest::newRow("no zone and no date but those of the call")
            << QByteArray(R"("pack": "iatse-hba-offprod@2024", "deal": {"hourly": "40.00"},
                "days": [{"call": "2026-05-05T14:00:00-07:00",
                          "wrap": "2026-05-06T00:30:00-07:00",
                "meals": [{"out": "2026-05-05T20:00:00-07:00",
                           "in": "2026-05-05T20:30:00-07:00"}]}],
                "expect": {"night_premium": "20.00", "gross": "460.00"})");
        QTest::newRow("the sums of a week's days")
            << QByteArray(R"("pack": "iatse-hba-offprod@2024", "calc": "hourly_week",
                "deal": {"hourly": "40.00"}, "days": [
                {"date": "2026-05-04", "tz": "America/Los_Angeles",
                 "call": "2026-05-04T21:00:00-07:00", "wrap": "2026-05-05T03:01:00-07:00"},
                {"date": "2026-05-05", "tz": "America/Los_Angeles",
                 "call": "2026-05-05T14:00:00-07:00", "wrap": "2026-05-05T21:00:00-07:00"}],
                "expect": {"elapsed_hours": "13.0167", "worked_hours": "13.1",
                "paid_by_mult": {"1.0": "13.1"}, "guarantee_hours": "2.9",
                "meal_penalties": {"count": 3, "amount": "25.00"}, "turnaround": null,
                "night_premium": "52.80", "gross": "717.80"})");
        QTest::newRow("each unit's share in a list, and with its hours")
            << QByteArray(R"("pack": "iatse-asa@2024", "deal": {"hourly": "40.00"},
                "days": [{"date": "2026-05-04", "tz": "America/New_York", "segments": [
                {"unit": "A", "from": "2026-05-04T08:00:00-04:00",
                 "to": "2026-05-04T10:00:00-04:00"},
                {"unit": "B", "from": "2026-05-04T10:00:00-04:00",
                 "to": "2026-05-04T14:00:00-04:00"}]}], "expect": {"cost_split": [
                {"unit": "A", "amount": "106.67"},
                {"unit": "B", "hours": "4.0", "amount": "213.33"}]})");
        // Twenty minutes are no meal: they are work, and each unit bears its own.
        QTest::newRow("a break in one unit that is no meal")
            << QByteArray(R"("pack": "iatse-asa@2024", "deal": {"hourly": "40.00"},
                "days": [{"date": "2026-05-04", "tz": "America/New_York",
                "call": "2026-05-04T08:00:00-04:00", "wrap": "2026-05-04T14:00:00-04:00",
                "meals": [{"out": "2026-05-04T09:00:00-04:00", "in": "2026-05-04T09:20:00-04:00",
                           "kind": "meal"}], "segments": [
                {"unit": "A", "from": "2026-05-04T08:00:00-04:00",
                 "to": "2026-05-04T11:00:00-04:00"},
                {"unit": "B", "from": "2026-05-04T11:00:00-04:00",
                 "to": "2026-05-04T14:00:00-04:00"}]}],
                "expect": {"worked_hours": "6.0", "cost_split": {"A": "160.00", "B": "160.00"}})");
    }

    void aShorterFormIsRead()
    {
        QFETCH(QByteArray, body);
        QByteArray file = fixture();
        const qsizetype cases = file.indexOf(R"("cases": [)");
        file = file.first(cases) + R"("cases": [{"id": "X", "title": "", )" + body + "}]}";

        const auto outcomes = runGoldenCases(file);

        QVERIFY(outcomes.has_value());
        QVERIFY2(outcomes->front().hasPassed(), qPrintable(explained(outcomes->front())));
    }

    // Worked by hand, with the arithmetic in the note: what meets in one day or week; under the
    // packs that come along, and under those of the golden cases.
    void everyCaseWorkedByHandIsExact_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("packs that come along") << u"hand-cases.json"_s;
        QTest::newRow("packs of the golden cases") << u"acceptance-cases.json"_s;
        // Reckoned a second time by second_opinion.py.
        QTest::newRow("limits, and other numbers") << u"sceptic-cases.json"_s;
    }

    void everyCaseWorkedByHandIsExact()
    {
        QFETCH(QString, name);
        QFile file(QStringLiteral(FILM_SOURCE_DIR "/tests/fixtures/rules/") + name);
        QVERIFY(file.open(QIODevice::ReadOnly));

        const auto outcomes = runGoldenCases(file.readAll());

        QVERIFY(outcomes.has_value());
        QVERIFY(outcomes->size() >= 80);
        QStringList failed;
        for (const GoldenOutcome &outcome : *outcomes) {
            if (!outcome.hasPassed())
                failed << outcome.id + u' ' + outcome.title + u'\n' + explained(outcome);
            QVERIFY2(outcome.unread.isEmpty(), qPrintable(outcome.unread.join(u' ')));
        }
        QVERIFY2(failed.isEmpty(), qPrintable(failed.join(u'\n')));
    }

    void whatContradictsItselfIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("reason");

        const QByteArray start = R"("pack": "iatse-hba-tv@2024", "deal": {"hourly": "40.00"},
            "expect": {"gross": "1.00"}, )";
        const QByteArray day = R"("days": [{"date": "2026-05-05", "tz": "America/Los_Angeles",
            "call": "2026-05-05T07:00:00-07:00", "wrap": "2026-05-05T17:00:00-07:00")";
        QTest::newRow("called before the last wrap")
            << start + day + R"(}], "ctx": {"prev_wrap": "2026-05-05T07:01:00-07:00"})"
            << u"the call is before the wrap of the shift before"_s;
        QTest::newRow("two units at once") << start + day + R"(, "segments": [
                {"unit": "B", "from": "2026-05-05T11:59:00-07:00",
                 "to": "2026-05-05T17:00:00-07:00"},
                {"unit": "A", "from": "2026-05-05T07:00:00-07:00",
                 "to": "2026-05-05T12:00:00-07:00"}]}])"
                                           << u"parts of the day overlap"_s;
        QTest::newRow("a part past the wrap") << start + day + R"(, "segments": [
                {"unit": "A", "from": "2026-05-05T07:00:00-07:00",
                 "to": "2026-05-05T17:01:00-07:00"}]}])"
                                              << u"a part of the day lies outside of it"_s;
        QTest::newRow("hours that say of no day how long it was")
            << start + R"("days": [], "ctx": {"hours": "50"})"
            << u"ctx.hours: do not say which day had overtime, and the pack pays it"_s;
        QTest::newRow("no wrap") << start
                + R"("days": [{"date": "2026-05-05", "tz": "America/Los_Angeles",
                "call": "2026-05-05T07:00:00-07:00"}])"
                                 << u"call and wrap: one of them is missing"_s;
        const QByteArray end = "}]";
        QTest::newRow("a kind of overtime that is not known") << start + day
                + R"(, "ot_kind": "camra")" + end << u"ot_kind: \"camra\" is not known"_s;
        QTest::newRow("a shape that is no text")
            << start + day + R"(, "shape": 1)" + end << u"shape: is no text"_s;
        QTest::newRow("a choice in quotes") << start + day + R"(, "approved": "false")" + end
                                            << u"approved: is neither true nor false"_s;
        QTest::newRow("a day that no month has")
            << start + R"("days": [{"date": "2026-02-30", "hours": "8"}])"
            << u"date: \"2026-02-30\" is no date"_s;
        QTest::newRow("a time without its offset")
            << start + R"("days": [{"date": "2026-05-05", "tz": "America/Los_Angeles",
                "call": "2026-05-05T07:00:00", "wrap": "2026-05-05T17:00:00-07:00"}])"
            << u"call: has no offset from UTC"_s;
        QTest::newRow("hours that are no number")
            << start + R"("days": [{"hours": true}])" << u"hours: is no decimal number"_s;
        QTest::newRow("nothing is expected")
            << R"("pack": "iatse-hba-tv@2024", "deal": {"hourly": "40.00"}, )" + day + "}]"
            << u"expect: is missing or empty, so the case says nothing"_s;
    }

    void whatContradictsItselfIsRefusedWithItsReason()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, reason);

        const auto outcomes = runGoldenCases(
            R"({"schema": "filmtracker.golden/1", "cases": [{"id": "X", )" + body + "}]}");

        QVERIFY(outcomes.has_value());
        QCOMPARE(outcomes->front().error, reason);
    }

    // 783.50 is not 784, however many digits the case has; 784 and "784.00" are.
    void anAmountIsComparedToTheCent_data()
    {
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<bool>("hasPassed");

        QTest::newRow("rounded") << QByteArray(R"("784")") << false;
        QTest::newRow("a rounded number") << QByteArray("784") << false;
        QTest::newRow("one digit") << QByteArray(R"("783.5")") << true;
        QTest::newRow("a number") << QByteArray("783.5") << true;
        QTest::newRow("two digits") << QByteArray(R"("783.50")") << true;
        QTest::newRow("three digits") << QByteArray(R"("783.500")") << true;
        QTest::newRow("a part of a cent more") << QByteArray(R"("783.501")") << false;
    }

    void anAmountIsComparedToTheCent()
    {
        QFETCH(QByteArray, expected);
        QFETCH(bool, hasPassed);

        const auto outcomes = runGoldenCases(
            R"({"schema": "filmtracker.golden/1", "cases": [{"id": "X", "pack": "us-flsa@1",
            "deal": {"hourly": "78.35"}, "days": [{"hours": 10}], "expect": {"gross": )"
            + expected + "}}]}");

        QVERIFY(outcomes.has_value());
        QVERIFY2(outcomes->front().error.isEmpty(), qPrintable(outcomes->front().error));
        QCOMPARE(outcomes->front().hasPassed(), hasPassed);
    }

    void whatNobodyReadsIsNamed()
    {
        const auto outcomes = runGoldenCases(R"({"schema": "filmtracker.golden/1", "cases": [
            {"id": "X", "packs": "a", "deal": {"rate": "1"}, "ctx": {"prev": ""},
             "days": [{}, {"frenchhours": true, "meals": [{"grce": true}]}], "expect": {}}]})");

        QVERIFY(outcomes.has_value());
        QCOMPARE(outcomes->front().unread,
                 (QStringList{u"packs"_s, u"deal.rate"_s, u"ctx.prev"_s, u"days[1].frenchhours"_s,
                              u"days[1].meals[0].grce"_s}));
    }

    // As typed and as read, by formulas that come to the amount, in the language asked for.
    void everyCaseExplainsItself()
    {
        const auto outcomes = runGoldenCases(fixture(), Language::German);

        QVERIFY(outcomes.has_value());
        for (const GoldenOutcome &outcome : *outcomes) {
            QVERIFY2(outcome.hasPassed(), qPrintable(outcome.id + explained(outcome)));
            for (const GoldenLine &line : outcome.lines) {
                QCOMPARE(line.derivation.value(u"numerator"_s).toString(),
                         QString::number(line.amount.minorUnits()));
                QVERIFY2(!line.text.isEmpty(), qPrintable(outcome.id));
            }
        }
        const auto late = std::ranges::find(*outcomes, u"GC38"_s, &GoldenOutcome::id);
        QVERIFY(late != outcomes->end());
        QString text;
        for (const GoldenLine &line : late->lines)
            text += line.text + u'\n';
        QVERIFY2(text.contains(u"(eingegeben \"01:30+1 (2)\", gelesen als 2026-11-01 09:30Z)"_s),
                 qPrintable(text));
        QVERIFY2(text.contains(u"[iatse-hba-tv@2024: meals.penalty.amounts[1]"_s),
                 qPrintable(text));
    }

    // The comparison is worth nothing if it finds nothing.
    void aWrongFigureIsFound()
    {
        QByteArray file = fixture();
        file.replace(R"("gross": "720.00")", R"("gross": "720.01")");

        const auto outcomes = runGoldenCases(file);

        QVERIFY(outcomes.has_value());
        const GoldenOutcome &first = outcomes->front();
        QVERIFY(!first.hasPassed());
        QCOMPARE(first.mismatches.front().key, u"gross"_s);
        QCOMPARE(first.mismatches.front().expected, u"720.01"_s);
        QCOMPARE(first.mismatches.front().actual, u"720.00"_s);
    }

    void hoursAtAFactorNobodyExpectedAreFound()
    {
        QByteArray file = fixture();
        file.replace(R"("2.0": "2.0")", R"("2.5": "0.0")");

        const auto outcomes = runGoldenCases(file);

        QVERIFY(outcomes.has_value());
        QVERIFY(!outcomes->front().hasPassed());
    }

    void aPackWithAnUnknownKeyIsRefused()
    {
        QByteArray file = fixture();
        file.replace(R"("min_call_min")", R"("min_call_mins")");

        const auto outcomes = runGoldenCases(file);

        QVERIFY(outcomes.has_value());
        QVERIFY(outcomes->front().error.contains(u"min_call_mins"_s));
    }

    // What the engine does not do must not stand there as if it did.
    void aValueThatWouldBeIgnoredIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("reason");

        QTest::newRow("a basis") << QByteArray(R"("basis": "elapsed")")
                                 << QByteArray(R"("basis": "elapsd")")
                                 << u"daily_tiers[3].basis: is not known"_s;
        QTest::newRow("beyond the limit")
            << QByteArray(R"("beyond": "prevailing_until_rest")")
            << QByteArray(R"("beyond": "flat")") << u"turnaround[0].beyond: is not priced"_s;
        QTest::newRow("where the clock starts again")
            << QByteArray(R"("resets_clock_to": "ndb_end")")
            << QByteArray(R"("resets_clock_to": "call")")
            << u"meals.ndb.resets_clock_to: is not priced"_s;
        QTest::newRow("an answer in quotes")
            << QByteArray(R"("stops_clock": false)") << QByteArray(R"("stops_clock": "false")")
            << u"meals.walking.stops_clock: is neither true nor false"_s;
        QTest::newRow("a schedule that goes on")
            << QByteArray(R"("model": "schedule",)")
            << QByteArray(R"("model": "schedule", "restart_per_meal": false,)")
            << u"meals.penalty.restart_per_meal: is not priced"_s;
        QTest::newRow("punches of what is none")
            << QByteArray(R"("time": {)")
            << QByteArray(R"("time": {"punch_rounding": {"increment_min": 6, "mode": "up",
                             "which": ["call", "lunch"]}, )")
            << u"time.punch_rounding.which: holds what is not known"_s;
        QTest::newRow("punches rounded somehow")
            << QByteArray(R"("time": {)")
            << QByteArray(R"("time": {"punch_rounding": {"increment_min": 6, "mode": "fair"}, )")
            << u"time.punch_rounding.mode: is not known"_s;
        QTest::newRow("a least call of a kind that is none")
            << QByteArray(R"("min_call_min": 480)")
            << QByteArray(R"("min_call_min": 480, "min_call_by_kind": {"sixt": 240})")
            << u"work_day.min_call_by_kind.sixt: is not known"_s;
        QTest::newRow("how long a rate goes on")
            << QByteArray(R"("beyond": "prevailing_until_rest")")
            << QByteArray(R"("beyond": "prevailing_until_rest", "scope": "some_hours")")
            << u"turnaround[0].scope: is not known"_s;
        QTest::newRow("a third band of rest")
            << QByteArray(R"("beyond": "prevailing_until_rest")") << QByteArray(R"("bands": [
                {"short_up_to_min": 60, "model": "additive", "mult": "1.0"},
                {"short_up_to_min": 120, "model": "additive", "mult": "2.0"},
                {"short_up_to_min": null, "model": "prevailing_until_rest"}])")
            << u"turnaround[0].bands[1].model: is not priced after another"_s;
        QTest::newRow("money that is none")
            << QByteArray(R"("currency": "USD")") << QByteArray(R"("currency": "dollars")")
            << u"currency: is not known"_s;
        QTest::newRow("how lines are rounded")
            << QByteArray(R"("line_rounding": "half_up_cent")")
            << QByteArray(R"("line_rounding": "down")") << u"money.line_rounding: is not priced"_s;
    }

    void aValueThatWouldBeIgnoredIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, reason);
        QByteArray file = fixture();
        QVERIFY(file.contains(from));
        file.replace(from, to);

        const auto outcomes = runGoldenCases(file);

        QVERIFY(outcomes.has_value());
        QVERIFY2(outcomes->front().error.contains(reason), qPrintable(outcomes->front().error));
    }

    // What says where a number comes from, and what is done anyway, changes nothing.
    void whatPricesNothingMayStandInAPack_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");

        QTest::newRow("where a block is from")
            << QByteArray(R"("penalty": {)")
            << QByteArray(
                   R"("penalty": {"confidence": "low", "source": "S-LS", "note": "Flat.", )");
        QTest::newRow("where the pack is from")
            << QByteArray(R"("engine": "hourly",)")
            << QByteArray(R"("engine": "hourly", "sources": ["S-LIG"], "jurisdiction": ["US-CA"],
                             "priority": 100, "note": "",)");
        QTest::newRow("numbers without quotes")
            << QByteArray(R"("mult": "1.5")") << QByteArray(R"("mult": 1.5)");
        QTest::newRow("what is none")
            << QByteArray(R"("time": {)") << QByteArray(R"("time": {"punch_rounding": null, )");
        QTest::newRow("the day that work belongs to")
            << QByteArray(R"("time": {)")
            << QByteArray(R"("time": {"day_belongs_to": "call_date", )");
        QTest::newRow("money of another country")
            << QByteArray(R"("currency": "USD")") << QByteArray(R"("currency": "NOK")");
    }

    void whatPricesNothingMayStandInAPack()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray file = fixture();
        QVERIFY(file.contains(from));
        file.replace(from, to);

        const auto outcomes = runGoldenCases(file);

        QVERIFY(outcomes.has_value());
        for (const GoldenOutcome &outcome : *outcomes)
            QVERIFY2(outcome.hasPassed(), qPrintable(outcome.id + explained(outcome)));
    }

    void aRestRuleThatThePackLacksIsRefused()
    {
        QByteArray file = fixture();
        QVERIFY(file.contains(R"("rest_rule": "weekend5")"));
        file.replace(R"("rest_rule": "weekend5")", R"("rest_rule": "weekend7")");

        const auto outcomes = runGoldenCases(file);

        QVERIFY(outcomes.has_value());
        QVERIFY(std::ranges::any_of(*outcomes, [](const GoldenOutcome &outcome) {
            return outcome.error == u"ctx.rest_rule: the pack has no rule \"weekend7\""_s;
        }));
    }

    // Rounding to steps of nothing has no end.
    void aPackThatDividesByNothingIsRefused()
    {
        QByteArray file = fixture();
        file.replace(R"("increment_min": 60)", R"("increment_min": 0)");

        const auto outcomes = runGoldenCases(file);

        QVERIFY(outcomes.has_value());
        QVERIFY(std::ranges::any_of(*outcomes, [](const GoldenOutcome &outcome) {
            return outcome.error.contains(u"day_rate_per_hour_after.increment_min: is 0"_s);
        }));
    }

    void whatIsNoFileOfCasesIsRefused()
    {
        QVERIFY(!runGoldenCases("{"));
        QVERIFY(!runGoldenCases("{}"));
        QVERIFY(!runGoldenCases(R"({"schema": "filmtracker.golden/1"})"));
        QVERIFY(!runGoldenCases(R"({"schema": "filmtracker.golden/1", "cases": [1]})"));
        QVERIFY(!runGoldenCases(R"({"schema": "filmtracker.golden/2"})"));
    }
};

QTEST_GUILESS_MAIN(TestGoldenCases)
#include "tst_golden_cases.moc"
