#include "shared/domain/zone_time.h"

#include <QHash>
#include <QLocale>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

namespace {

constexpr int firstYear = 2000;
constexpr int lastYear = 2040;

struct Change {
    qint64 atMs = 0;
    int offsetBefore = 0; // seconds
    int offsetAfter = 0;
};

QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

QDateTime startOf(int year)
{
    return QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC);
}

std::vector<Change> changesOf(const QTimeZone &zone)
{
    std::vector<Change> changes;
    if (!zone.hasTransitions())
        return changes;
    for (const auto &data : zone.transitions(startOf(firstYear), startOf(lastYear + 1))) {
        const qint64 ms = data.atUtc.toMSecsSinceEpoch();
        changes.push_back({ms, zone.offsetFromUtc(utc(ms - 1000)), zone.offsetFromUtc(utc(ms))});
    }
    return changes;
}

// The date whose work day the instant is read on: the day before, so that it lies past 24:00.
QDate dayBefore(qint64 ms, int offset)
{
    return utc(ms + offset * 1000LL).date().addDays(-1);
}

// Work times are whole minutes, changes of the clocks nearly always. (Files made for old readers
// also hold a last, empty change in the second in which 32 bits end.)
qint64 wholeMinute(qint64 ms)
{
    return ms - ms % 60'000;
}

// Empty if the instant, seen on the clock and read back, is the same instant.
QString failureAt(qint64 ms, const QTimeZone &zone)
{
    const Instant instant = instantFromMs(ms);
    const QDate date = dayBefore(ms, zone.offsetFromUtc(utc(ms)));
    const WallTime shown = toWallTime(date, instant, zone);
    const std::optional<Instant> back = toInstant(date, shown, zone);
    if (back == instant)
        return {};
    return u"%1 at %2 shows minute %3, fold %4, which is %5"_s.arg(
        QString::fromLatin1(zone.id()), utc(ms).toString(Qt::ISODate),
        QString::number(shown.minutes.count()), QString::number(shown.fold),
        back ? utc(msSinceEpoch(*back)).toString(Qt::ISODate) : u"in a gap"_s);
}

// Empty if the clock is read around the change as its two offsets say.
QString failureAround(const Change &change, const QTimeZone &zone)
{
    const int jump = change.offsetAfter - change.offsetBefore;
    if (jump == 0)
        return {};
    const QDate date = dayBefore(change.atMs, change.offsetBefore);
    const qint64 midnight = QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    const qint64 least = change.atMs + std::min(change.offsetBefore, change.offsetAfter) * 1000LL;
    const auto wall = [&](qint64 localMs) {
        return std::chrono::floor<Minutes>(std::chrono::milliseconds(localMs - midnight));
    };
    const ZoneReading first = readWallTime(date, wall(least), zone);
    const ZoneReading last =
        readWallTime(date, wall(least + std::abs(jump) * 1000LL - 60'000), zone);
    const ZoneReading after = readWallTime(date, wall(least + std::abs(jump) * 1000LL), zone);
    const auto isJump = [&](const ZoneReading &reading) {
        return jump > 0 ? std::holds_alternative<TimeInGap>(reading)
                        : std::holds_alternative<AmbiguousTime>(reading);
    };
    if (isJump(first) && isJump(last) && std::holds_alternative<Instant>(after))
        return {};
    return u"%1 reads the change of %2 wrongly"_s.arg(QString::fromLatin1(zone.id()),
                                                      utc(change.atMs).toString(Qt::ISODate));
}

struct ZdumpLine {
    qint64 ms = 0;
    int offset = 0; // seconds
    QTime local;
};

// "Europe/Oslo  Sun Mar 30 01:00:00 2025 UT = Sun Mar 30 03:00:00 2025 CEST isdst=1 gmtoff=7200"
std::optional<ZdumpLine> readZdumpLine(const QString &line)
{
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 16 || words[6] != u"UT" || !words.last().startsWith(u"gmtoff="))
        return std::nullopt;
    const QString stamp = words.mid(2, 4).join(u' ');
    QDateTime at = QLocale::c().toDateTime(stamp, u"MMM d HH:mm:ss yyyy"_s);
    at.setTimeSpec(Qt::UTC);
    const int offset = words.last().mid(7).toInt();
    return ZdumpLine{at.toMSecsSinceEpoch(), offset, QTime::fromString(words[11], u"HH:mm:ss"_s)};
}

// What the second implementation says about many zones at once; by the zone's name.
QHash<QByteArray, std::vector<ZdumpLine>> zdump(const QList<QByteArray> &zones)
{
    QStringList arguments{u"-v"_s, u"-c"_s, u"%1,%2"_s.arg(firstYear).arg(lastYear + 1)};
    for (const QByteArray &zone : zones)
        arguments.append(QString::fromLatin1(zone));
    QProcess process;
    process.start(u"zdump"_s, arguments);
    if (!process.waitForFinished(30'000))
        return {};
    QHash<QByteArray, std::vector<ZdumpLine>> found;
    const QStringList lines = QString::fromLatin1(process.readAllStandardOutput()).split(u'\n');
    for (const QString &line : lines) {
        if (const std::optional<ZdumpLine> read = readZdumpLine(line))
            found[line.section(u' ', 0, 0).toLatin1()].push_back(*read);
    }
    return found;
}

} // namespace

// Every IANA zone this computer knows and every change of its clock from 2000 to 2040.
class TestZoneProperties : public QObject
{
    Q_OBJECT

private slots:
    void wallTimeAndBackIsTheSameInstant()
    {
        qint64 checked = 0;
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            const QTimeZone zone = zoneFor(id);
            if (!zone.isValid())
                continue; // UTC with an offset is no zone of a place
            std::vector<qint64> moments{startOf(firstYear).toMSecsSinceEpoch()};
            for (const Change &change : changesOf(zone)) {
                for (const qint64 minutes : {-180, -61, -60, -31, -1, 0, 1, 29, 30, 59, 60, 179})
                    moments.push_back(wholeMinute(change.atMs) + minutes * 60'000);
            }
            for (const qint64 ms : moments) {
                const QString failure = failureAt(ms, zone);
                QVERIFY2(failure.isEmpty(), qPrintable(failure));
            }
            checked += static_cast<qint64>(moments.size());
        }
        QVERIFY2(checked > 100'000, "too few zones to mean anything");
    }

    void everyChangeIsAskedOrRefused()
    {
        qint64 checked = 0;
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            const QTimeZone zone = zoneFor(id);
            if (!zone.isValid())
                continue;
            for (const Change &change : changesOf(zone)) {
                const QString failure = failureAround(change, zone);
                QVERIFY2(failure.isEmpty(), qPrintable(failure));
                ++checked;
            }
        }
        QVERIFY2(checked > 5'000, "too few changes to mean anything");
    }

    void secondImplementationAgrees()
    {
        if (QStandardPaths::findExecutable(u"zdump"_s).isEmpty())
            QSKIP("zdump is not installed: the zones were compared with nothing else");
        QList<QByteArray> zones;
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            if (zoneFor(id).isValid())
                zones.append(id);
        }
        const auto answers = zdump(zones);
        QVERIFY2(answers.size() > 150, "zdump answered for too few zones");

        qint64 checked = 0;
        for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
            const QTimeZone zone = zoneFor(answer.key());
            for (const ZdumpLine &line : answer.value()) {
                if (utc(line.ms).date().year() < firstYear)
                    continue;
                const QDate date = dayBefore(line.ms, line.offset);
                const WallTime shown = toWallTime(date, instantFromMs(line.ms), zone);
                ++checked;
                const int expected = (24 + line.local.hour()) * 60 + line.local.minute();
                QVERIFY2(shown.minutes.count() == expected,
                         qPrintable(u"%1 at %2: %3 against %4"_s.arg(
                             QString::fromLatin1(answer.key()), utc(line.ms).toString(Qt::ISODate),
                             QString::number(shown.minutes.count()), QString::number(expected))));
            }
        }
        QVERIFY2(checked > 10'000, "zdump told of too few changes");
    }
};

QTEST_APPLESS_MAIN(TestZoneProperties)
#include "tst_zone_properties.moc"
