#include "shared/rules/agreed_terms.h"
#include "shared/rules/golden/golden_cases.h"
#include "shared/rules/pay_week_reader.h"
#include "shared/rules/shipped_packs.h"

#include <QFile>
#include <QSet>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace film;
using namespace film::rules;
using namespace Qt::StringLiterals;

namespace {

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(FILM_SOURCE_DIR "/tests/fixtures/rules/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// One step more: a minute, the last digit that is written.
QString stepped(const QString &text)
{
    if (text.contains(u':')) {
        const int minutes = (text.left(2).toInt() * 60 + text.mid(3).toInt() + 1) % (24 * 60);
        return u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0'))
            .arg(minutes % 60, 2, 10, QChar(u'0'));
    }
    const qsizetype point = text.indexOf(u'.');
    QString digits = text;
    digits.remove(u'.');
    const qsizetype decimals = point < 0 ? 0 : text.size() - point - 1;
    QString more = QString::number(digits.toLongLong() + 1);
    more = more.rightJustified(decimals + 1, u'0');
    if (decimals > 0)
        more.insert(more.size() - decimals, u'.');
    return more;
}

const QDate sunday(2026, 5, 3);

WorkDay workDay(QDate date, int call, int wrap, quint8 unit = 1)
{
    WorkDay day;
    day.key = {PersonId(), date, UnitId(std::array<quint8, 16>{unit})};
    day.call = TimeField::at(call);
    day.wrap = TimeField::at(wrap);
    return day;
}

// The last day of what the rules read out of the days, in the week of the last one.
PayDay lastRead(const RulePack &pack, const std::vector<WorkDay> &days)
{
    WeekFacts facts;
    facts.zoneOf = [](const QByteArray &) { return QTimeZone::utc(); };
    const PayWeek week = weekOf(days.back().key.date, Qt::Saturday);
    const PayWeekReading reading = readPayWeek(pack, days, week, facts);
    return reading.week.days.empty() ? PayDay() : reading.week.days.back();
}

// What only shows where a week is read from people's records, which a case is not: four hours
// between two units are rest (pay-rules 2.3), after five or six days another rest is due, and a
// shorter one may be claimed only so often.
QStringList readingFailures(const RulePack &pack)
{
    QStringList failed;
    if (pack.time.gapIsWorkBelow) {
        for (const int gap : {239, 240}) {
            const QDate monday = sunday.addDays(1);
            const PayDay day =
                lastRead(pack, {workDay(monday, 360, 600), workDay(monday, 600 + gap, 1200, 2)});
            if (day.breaks.size() != (gap == 240 ? 1u : 0u))
                failed << u"a gap of %1 min"_s.arg(gap);
        }
    }
    const auto isWeekend = [](const RestRule &rule) { return rule.id.startsWith(u"weekend"); };
    if (std::ranges::any_of(pack.rest, isWeekend)) {
        for (const int worked : {5, 6}) {
            std::vector<WorkDay> days;
            for (int i = 0; i < worked; ++i)
                days.push_back(workDay(sunday.addDays(i), 420, 900));
            days.push_back(workDay(sunday.addDays(7), 420, 900));
            if (lastRead(pack, days).restRule != u"weekend%1"_s.arg(worked))
                failed << u"the rest after %1 days"_s.arg(worked);
        }
    }
    for (const auto &[id, times, inDays] :
         {std::tuple{u"exterior"_s, 1, 4}, {u"overnight"_s, 2, 7}}) {
        if (!pack.restRule(id))
            continue;
        // Said so often, and again on the last day on which it is too soon, or on the first when it
        // is not.
        for (const int again : {inDays - 1, inDays}) {
            std::vector<WorkDay> days;
            for (int i = 0; i <= again; ++i) {
                days.push_back(workDay(sunday.addDays(i - again + 5), 420, 900));
                days.back().choices.setFlag(DayChoice::ShortRest, i < times || i == again);
            }
            if ((lastRead(pack, days).restRule == id) != (again == inDays))
                failed << u"a shorter rest said again after %1 days"_s.arg(again);
        }
    }
    return failed;
}

} // namespace

// A number that no case notices could be wrong and nobody would know.
class TestPackMutations : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (const QString &name :
             {u"golden-cases.json"_s, u"shipped-cases.json"_s, u"hand-cases.json"_s}) {
            auto cases = GoldenCases::read(fixture(name));
            QVERIFY2(cases.has_value(), qPrintable(name));
            m_cases.push_back(std::move(*cases));
        }
        m_packs = readShippedPacks().packs;
        for (const QByteArray &line : fixture(u"unnoticed-numbers.txt"_s).split('\n')) {
            if (!line.isEmpty() && !line.startsWith('#'))
                m_known.insert(QString::fromUtf8(line));
        }
    }

    void aStepIsOneOfTheLastDigit()
    {
        QCOMPARE(stepped(u"480"_s), u"481"_s);
        QCOMPARE(stepped(u"7.50"_s), u"7.51"_s);
        QCOMPARE(stepped(u"0.09"_s), u"0.10"_s);
        QCOMPARE(stepped(u"20:00"_s), u"20:01"_s);
        QCOMPARE(stepped(u"22:59"_s), u"23:00"_s);
        QCOMPARE(stepped(u"23:59"_s), u"00:00"_s);
    }

    // A case that names no pack would never run.
    void everyCaseNamesAPackThatComesAlong()
    {
        for (const GoldenCases &cases : m_cases) {
            for (const QString &name : cases.packNames())
                QVERIFY2(std::ranges::any_of(
                             m_packs, [&](const RulePack &pack) { return pack.name() == name; }),
                         qPrintable(name));
        }
    }

    void everyCaseHoldsForTheShippedPacks()
    {
        QStringList failed;
        for (const RulePack &pack : m_packs) {
            for (const QString &failure : failures(pack))
                failed << pack.name() + u": " + failure;
        }
        QVERIFY2(failed.isEmpty(), qPrintable(failed.join(u'\n')));
    }

    // Each number of each pack in use, changed by one step, must make a case fail. Those that no
    // case notices yet are listed with the fixtures; the list may only become shorter.
    void aChangedNumberIsNoticed()
    {
        QSet<QString> unnoticed;
        int numbers = 0;
        for (const RulePack &pack : m_packs) {
            if (!pack.isEnabled || pack.id == u"nl-2025") // invented, for the sample
                continue;
            for (const ParameterOrigin &parameter : pack.parameters) {
                ++numbers;
                const PackReading changed =
                    withAgreedTerms(pack, {{parameter.path, stepped(parameter.text)}}, Layer::Deal);
                if (changed.pack && failures(*changed.pack).isEmpty())
                    unnoticed.insert(pack.name() + u' ' + parameter.path);
            }
        }
        qInfo("%d numbers, %d not noticed", numbers, int(unnoticed.size()));
        if (qEnvironmentVariableIsSet("FILM_LIST_UNNOTICED")) {
            QStringList sorted(unnoticed.begin(), unnoticed.end());
            sorted.sort();
            qInfo("%s", qPrintable(sorted.join(u'\n')));
        }
        const QSet<QString> news = unnoticed - m_known;
        QVERIFY2(news.isEmpty(), qPrintable(QStringList(news.values()).join(u'\n')));
        const QSet<QString> gone = m_known - unnoticed;
        QVERIFY2(gone.isEmpty(),
                 qPrintable(u"noticed now, take it off the list:\n"_s
                            + QStringList(gone.values()).join(u'\n')));
    }

private:
    QStringList failures(const RulePack &pack) const
    {
        QStringList failed = readingFailures(pack);
        for (const GoldenCases &cases : m_cases) {
            for (const GoldenOutcome &outcome : cases.runWith(pack)) {
                if (outcome.hasPassed())
                    continue;
                failed << outcome.id + u' '
                        + (outcome.mismatches.empty() ? outcome.error
                                                      : outcome.mismatches.front().key + u" is "
                                   + outcome.mismatches.front().actual);
            }
        }
        return failed;
    }

    std::vector<GoldenCases> m_cases;
    std::vector<RulePack> m_packs;
    QSet<QString> m_known;
};

QTEST_GUILESS_MAIN(TestPackMutations)
#include "tst_pack_mutations.moc"
