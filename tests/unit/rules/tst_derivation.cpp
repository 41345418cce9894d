#include "shared/rules/derivation_text.h"
#include "shared/rules/person_week.h"
#include "shared/rules/price_day.h"
#include "shared/rules/price_week.h"
#include "shared/rules/rule_pack_reader.h"
#include "shared/rules/shipped_packs.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <map>

using namespace film;
using namespace film::rules;
using namespace Qt::StringLiterals;

namespace {

const QDate saturday(2026, 10, 24); // In the night after it the clocks of Berlin go back.

const PersonWeekPay &night(const QString &packName)
{
    static const PackShelf packs(readShippedPacks().packs);
    static WeekPricer pricer(packs);
    static std::map<QString, PersonWeekPay> priced;
    if (!priced.contains(packName)) {
        Deal deal;
        deal.hourlyRate = Money(4000, Currency::Usd);
        deal.rulePack = packName;
        WorkDay day;
        day.key.date = saturday;
        day.zone = "Europe/Berlin";
        day.call = TimeField::at(1140);
        day.wrap = TimeField::at(1590, 1); // the second 02:30
        const std::vector<WorkDay> days{day};
        priced[packName] =
            pricer.price(deal, days, PayWeek{saturday.addDays(-6)}, {"Europe/Berlin"});
    }
    return priced[packName];
}

// The last line of the day, which ends with the wrap.
const PayLine &hoursOf(const PersonWeekPay &pay)
{
    const std::vector<PayLine> &lines = pay.pay.days.front().lines;
    return *std::ranges::find_if(lines, [](const PayLine &line) {
        return line.code == LineCode::Hours && line.factor == Ratio::of(3, 2);
    });
}

QString textIn(const PersonWeekPay &pay, Language language)
{
    QString text;
    for (const PayLine &line : pay.pay.days.front().lines)
        text += derivationText(pay.pay.days.front().sheet, line.node, *pay.pack,
                               pay.input.days.front().clock, language)
            + u'\n';
    return text;
}

// The pack of television with a clock at the gate.
RulePack stamping(const QString &mode)
{
    const std::vector<RulePack> packs = readShippedPacks().packs;
    QByteArray json = std::ranges::find(packs, u"iatse-hba-tv"_s, &RulePack::id)->source;
    const qsizetype at = json.indexOf("\"total_rounding\"");
    const qsizetype end = json.indexOf("}", at);
    const QByteArray punches = R"("punch_rounding": {"increment_min": 15, "mode": ")"
        + mode.toLatin1() + R"(", "which": ["call", "wrap", "meal"]})";
    json.replace(at, end + 1 - at, punches);
    const PackReading reading = readRulePack(json);
    Q_ASSERT(reading.pack);
    return *reading.pack;
}

DealTerms hourDeal()
{
    DealTerms deal;
    deal.hourly = 4000;
    return deal;
}

// 07:07 to 17:08 in Los Angeles, off from 12:52 to 13:22.
PayDay quarterDay()
{
    PayDay day;
    day.date = QDate(2026, 5, 5);
    day.clock = DayClock(day.date, QTimeZone("America/Los_Angeles"));
    const auto at = [&day](int minutes) { return day.clock.firstAt(Minutes(minutes)); };
    day.call = at(7 * 60 + 7);
    day.wrap = at(17 * 60 + 8);
    day.meals = {{at(12 * 60 + 52), at(13 * 60 + 22)}};
    day.typed = {{day.call, TimeField::at(7 * 60 + 7).time()}};
    return day;
}

} // namespace

class TestDerivation : public QObject
{
    Q_OBJECT
private slots:
    void timesStandAsTypedAndAsRead_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("wrap");
        QTest::newRow("en") << int(Language::English)
                            << u"(typed \"19:00\", read as 2026-10-24 17:00Z)"_s
                            << u"(typed \"02:30+1 (2)\", read as 2026-10-25 01:30Z)"_s;
        QTest::newRow("de") << int(Language::German)
                            << u"(eingegeben \"19:00\", gelesen als 2026-10-24 17:00Z)"_s
                            << u"(eingegeben \"02:30+1 (2)\", gelesen als 2026-10-25 01:30Z)"_s;
        QTest::newRow("fr") << int(Language::French)
                            << u"(saisi \"19:00\", lu comme 2026-10-24 17:00Z)"_s
                            << u"(saisi \"02:30+1 (2)\", lu comme 2026-10-25 01:30Z)"_s;
        QTest::newRow("es") << int(Language::Spanish)
                            << u"(escrito \"19:00\", leído como 2026-10-24 17:00Z)"_s
                            << u"(escrito \"02:30+1 (2)\", leído como 2026-10-25 01:30Z)"_s;
    }

    void timesStandAsTypedAndAsRead()
    {
        QFETCH(const int, language);
        QFETCH(const QString, call);
        QFETCH(const QString, wrap);

        const QString text = textIn(night(u"iatse-hba-tv"_s), Language(language));

        QVERIFY2(text.contains(call), qPrintable(text));
        QVERIFY2(text.contains(wrap), qPrintable(text));
    }

    void programsReadBothToo()
    {
        const PersonWeekPay &pay = night(u"iatse-hba-tv"_s);
        const Sheet &sheet = pay.pay.days.front().sheet;

        const QByteArray json =
            QJsonDocument(derivationJson(sheet, hoursOf(pay).node, *pay.pack,
                                         pay.input.days.front().clock, Language::English))
                .toJson();

        QVERIFY2(json.contains("\"typed\": \"02:30+1 (2)\""), json.constData());
        QVERIFY2(json.contains("\"read\": \"2026-10-25T01:30Z\""), json.constData());
        QCOMPARE(evaluate(sheet, hoursOf(pay).node), Ratio(hoursOf(pay).amount.minorUnits()));
    }

    void programsReadItInFourLanguages_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<QByteArray>("formula");
        QTest::newRow("en") << int(Language::English) << QByteArray("rounded to 0.01 USD");
        QTest::newRow("de") << int(Language::German) << QByteArray("gerundet auf 0.01 USD");
        QTest::newRow("fr") << int(Language::French) << QByteArray("arrondi à 0.01 USD");
        QTest::newRow("es") << int(Language::Spanish) << QByteArray("redondeado a 0.01 USD");
    }

    void programsReadItInFourLanguages()
    {
        QFETCH(const int, language);
        QFETCH(const QByteArray, formula);
        const PersonWeekPay &pay = night(u"iatse-hba-tv"_s);

        const QJsonObject json =
            derivationJson(pay.pay.days.front().sheet, hoursOf(pay).node, *pay.pack,
                           pay.input.days.front().clock, Language(language));

        QCOMPARE(json.value(u"what"_s).toString(), wordText(Word::Amount, Language(language)));
        QVERIFY2(json.value(u"formula"_s).toString().toUtf8().contains(formula),
                 qPrintable(json.value(u"formula"_s).toString()));
        // What programs go by is the same in all of them.
        QCOMPARE(json.value(u"step"_s).toString(), u"round_half_up_to"_s);
    }

    // What was entered stays as it is; the pack's rounding is a step like any other.
    void aRoundedPunchIsMadeOfWhatWasEntered()
    {
        const RulePack pack = stamping(u"nearest"_s);
        const PayDay day = quarterDay();

        const DayPay pay = *priceDay(pack, hourDeal(), day);

        QCOMPARE(pay.elapsed, Minutes(615));
        QCOMPARE(pay.worked, Minutes(585));
        QCOMPARE(pay.gross(), Money(42'500, Currency::Usd));
        const QString text =
            derivationText(pay.sheet, pay.lines.front().node, pack, day.clock, Language::English);
        QVERIFY2(text.contains(u"from: 07:00 = 07:07 rounded to 0:15"_s), qPrintable(text));
        QVERIFY2(text.contains(u"(typed \"07:07\", read as 2026-05-05 14:07Z)"_s),
                 qPrintable(text));
        for (const PayLine &line : pay.lines)
            QCOMPARE(evaluate(pay.sheet, line.node), Ratio(line.amount.minorUnits()));
    }

    // Where the clock on the wall is no whole step from UTC the instant is itself, because of it.
    void aPunchOffTheStepsOfUtcEvaluates()
    {
        RulePack pack = stamping(u"down"_s);
        pack.time.punches.increment.value = 30;
        PayDay day = quarterDay();
        day.clock = DayClock(day.date, QTimeZone("Asia/Kathmandu"));

        const DayPay pay = *priceDay(pack, hourDeal(), day);

        QCOMPARE(day.clock.wallTime(day.call) % Minutes(30), Minutes(22));
        QCOMPARE(pay.elapsed, Minutes(600)); // 22 minutes earlier and 23 minutes earlier
        for (const PayLine &line : pay.lines)
            QCOMPARE(evaluate(pay.sheet, line.node), Ratio(line.amount.minorUnits()));
    }

    // Six days of nine hours at 17.33: 40 straight, 14 at time and a half, each sum rounded once.
    void hoursOfAWeekAreAddedUpAndRoundedOnce()
    {
        const std::vector<RulePack> packs = readShippedPacks().packs;
        const RulePack &pack = *std::ranges::find(packs, u"us-ca-nonunion"_s, &RulePack::id);
        DealTerms deal;
        deal.hourly = 1733;
        WeekInput week;
        week.days.resize(6);
        for (PayDay &day : week.days) {
            day.hasTimes = false;
            day.wrap = day.call + Minutes(540);
        }

        const WeekPay pay = *priceWeek(pack, deal, week);

        QCOMPARE(pay.lines.size(), size_t(2));
        QCOMPARE(pay.lines[0].amount, Money(69'320, Currency::Usd));
        QCOMPARE(pay.lines[1].amount, Money(36'393, Currency::Usd));
        QCOMPARE(pay.gross(), Money(105'713, Currency::Usd));
        for (const PayLine &line : pay.lines)
            QCOMPARE(evaluate(pay.sheet, line.node), Ratio(line.amount.minorUnits()));
    }

    // Behind another sheet the texts stay with their numbers.
    void textsGoAlongWithTheirNumbers()
    {
        Sheet first;
        const Term one = first.input(Word::Call, rules::Unit::Moment, 1);
        first.setTyped(one.node, u"one"_s);
        Sheet second;
        static_cast<void>(second.constant(Word::One, rules::Unit::Number, 1));
        const Term two = second.input(Word::Call, rules::Unit::Moment, 2);
        second.setTyped(two.node, u"two"_s);

        const qint32 rise = first.append(second);

        QCOMPARE(first.typedText(one.node), u"one"_s);
        QCOMPARE(first.typedText(two.node + rise), u"two"_s);
        QCOMPARE(first.typedText(rise), QString());
    }

    // No source makes an invented number sure.
    void aSampleSaysThatItIsInvented()
    {
        const QString sample = textIn(night(u"nl-2025"_s), Language::English);
        QVERIFY2(sample.contains(u"invented]"_s), qPrintable(sample));
        QVERIFY2(!sample.contains(u"high confidence"_s), qPrintable(sample));
        const QString real = textIn(night(u"iatse-hba-tv"_s), Language::English);
        QVERIFY2(real.contains(u"high confidence]"_s), qPrintable(real));
    }
};

QTEST_GUILESS_MAIN(TestDerivation)
#include "tst_derivation.moc"
