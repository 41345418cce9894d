#include "shared/base/random.h"
#include "tests/fuzz/typed_promises.h"

#include <QTest>

using namespace film;
using namespace film::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 seed = 20251120;
constexpr int runsByDefault = 200'000;

// Lines as people type them, whole and in pieces.
const QStringList corpus{
    u"0700 1300-1330 1930"_s,
    u"7 13-13.5 19-19.5 22 t0.5"_s,
    u"7,5 13,0-13,5 19,5"_s,
    u"19.0 0.5-1 6.5"_s,
    u"0700 1300-"_s,
    u"7-1930 13-1330"_s,
    u"off"_s,
    u"no work"_s,
    u"travel 9-15 t1:15 t?"_s,
    u"cs 2015 ; long lunch"_s,
    u"="_s,
    u"c c-c n"_s,
    u"7.30 13-13.45 19.30"_s,
    u"+6 -30 +30m +1h15"_s,
    u"0130+ 25.5 48:00 4800"_s,
    u"7a 12p 12:30am 7 pm"_s,
    u"0600 1800 ndb0800-0815"_s,
    u"? ?-1330 -"_s,
    u"0700 - 1930 ; no meal"_s,
    u"-"_s,
    u"13h45 99.99 0060"_s,
};

const QString alphabet = u"0123456789.,:;-+?=apmhtncsdb \t\u00a0\u2013\u2212\u0667İßé漢"_s;

QChar anyCharacter(RandomSource &random)
{
    if (random.oneIn(16))
        return QChar(static_cast<char16_t>(random.below(0x10000))); // also halves of pairs, NUL
    const auto count = static_cast<quint64>(alphabet.size());
    return alphabet[static_cast<qsizetype>(random.below(count))];
}

qsizetype anyPlace(RandomSource &random, const QString &text)
{
    return static_cast<qsizetype>(random.below(static_cast<quint64>(text.size()) + 1));
}

const QString &anySeed(RandomSource &random)
{
    return corpus[static_cast<qsizetype>(random.below(static_cast<quint64>(corpus.size())))];
}

QString mutated(RandomSource &random)
{
    QString text = anySeed(random);
    for (quint64 i = random.below(6); i > 0; --i) {
        const qsizetype place = anyPlace(random, text);
        switch (random.below(6)) {
        case 0: text.insert(place, anyCharacter(random)); break;
        case 1: text.remove(place, 1); break;
        case 2: text.truncate(place); break;
        case 3:
            if (place < text.size())
                text[place] = anyCharacter(random);
            break;
        case 4: text.insert(place, anySeed(random)); break;
        default: text += text.mid(place); break;
        }
    }
    return text;
}

DayLineContext knowing(RandomSource &random)
{
    DayLineContext context;
    DayTimes times;
    times.call = TimeField::at(static_cast<int>(random.below(2881)));
    times.meals = {{TimeField::at(780), TimeField::none()}};
    times.wrap = TimeField::at(static_cast<int>(random.below(2881)), 1);
    if (random.oneIn(2))
        context.called = times;
    if (random.oneIn(2))
        context.dayBefore = times;
    if (random.oneIn(2))
        context.now = WallTime{Minutes(static_cast<int>(random.below(4000))), 0};
    context.pointStyle = static_cast<PointStyle>(random.below(3));
    return context;
}

} // namespace

// Typed text is whatever a hand, a clipboard or a file brings. Runs longer with FILM_FUZZ_RUNS.
class TestTypedTextFuzz : public QObject
{
    Q_OBJECT

private slots:
    void nothingTypedBreaksAPromise()
    {
        bool isSet = false;
        const int wanted = qEnvironmentVariableIntValue("FILM_FUZZ_RUNS", &isSet);
        const int runs = isSet ? wanted : runsByDefault;
        SeededRandom random(seed);
        int understood = 0;
        for (int run = 0; run < runs; ++run) {
            const QString text = mutated(random);
            const DayLineContext context = knowing(random);
            const DayLineReading line = readDayLine(text, context);
            QString broken = brokenPromise(line, text);
            if (broken.isEmpty())
                broken = brokenPromise(readTimeIn(text, random));
            const QString report =
                u"run %1: %2: %3"_s.arg(QString::number(run), broken,
                                        QString::fromLatin1(text.toUtf8().toPercentEncoding()));
            QVERIFY2(broken.isEmpty(), qPrintable(report));
            if (line.status == DayLineStatus::Understood)
                ++understood;
        }
        // Otherwise the mutations only ever reach the first refusal.
        QVERIFY(understood > runs / 20);
    }

private:
    static TimeReading readTimeIn(const QString &text, RandomSource &random)
    {
        TimeContext context;
        context.field = static_cast<DayField>(random.below(7));
        if (random.oneIn(2))
            context.previous = TimeField::at(static_cast<int>(random.below(2881)));
        if (random.oneIn(2))
            context.call = TimeField::at(static_cast<int>(random.below(2881)));
        const QString word = text.section(u' ', 0, 0);
        return readTime(word, context);
    }
};

QTEST_APPLESS_MAIN(TestTypedTextFuzz)
#include "tst_typed_text_fuzz.moc"
