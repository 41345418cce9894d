#include "app/cli/output.h"

#include "shared/domain/day_line.h"
#include "shared/domain/time_format.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cstdio>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

void write(std::FILE *file, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), file);
    std::fputc('\n', file);
    std::fflush(file);
}

QString isoTime(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(at), Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonValue clockOf(const TimeField &time)
{
    if (time.isUnknown())
        return {};
    return time.isNone() ? u"none"_s : formatTime(time, Notation::Clock);
}

} // namespace

void printLine(const QString &line)
{
    write(stdout, line.toUtf8());
}

void printJson(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void printProblem(const QString &message, bool json, ErrorCode code)
{
    if (json)
        write(stderr,
              QJsonDocument(QJsonObject{{u"error"_s, errorCodeName(code)}, {u"message"_s, message}})
                  .toJson(QJsonDocument::Compact));
    else
        write(stderr, QString(u"filmtracker-cli: "_s + message).toUtf8());
}

QString lineOf(const WorkDay &day)
{
    return day.isBlank() ? QString() : printDayLine(timesOf(day)).value_or(QString());
}

QJsonObject jsonOf(const DaySeen &seen, const QString &personName)
{
    const WorkDay &day = seen.day;
    QJsonObject object{{u"date"_s, day.key.date.toString(Qt::ISODate)},
                       {u"person"_s, personName},
                       {u"personId"_s, day.key.person.toString()},
                       {u"type"_s, dayTypeWord(day.type)},
                       {u"line"_s, lineOf(day)},
                       {u"call"_s, clockOf(day.call)},
                       {u"wrap"_s, clockOf(day.wrap)},
                       {u"notes"_s, day.notes},
                       {u"pending"_s, seen.isPending},
                       {u"conflict"_s, seen.hasConflict}};
    if (const auto worked = workedMinutes(day))
        object[u"minutes"_s] = qint64(worked->count());
    return object;
}

QJsonObject jsonOf(const SyncStatus &status)
{
    QJsonObject object{
        {u"state"_s, syncKindName(status.kind)},  {u"waiting"_s, qint64(status.waiting)},
        {u"sent"_s, qint64(status.sent)},         {u"refused"_s, qint64(status.refused)},
        {u"toReview"_s, qint64(status.toReview)}, {u"complete"_s, status.isComplete}};
    if (status.lastSyncedAt)
        object[u"lastSynced"_s] = isoTime(*status.lastSyncedAt);
    if (status.offlineSince)
        object[u"offlineSince"_s] = isoTime(*status.offlineSince);
    if (!status.oldestApp.isEmpty())
        object[u"oldestApp"_s] = status.oldestApp;
    if (status.halted)
        object[u"halted"_s] = errorCodeName(status.halted->code);
    return object;
}

QString textOf(const SyncStatus &status)
{
    QString text = syncKindName(status.kind);
    const auto add = [&text](quint64 count, const QString &word) {
        if (count > 0)
            text += u", %1 %2"_s.arg(QString::number(count), word);
    };
    add(status.waiting, u"waiting"_s);
    add(status.refused, u"refused"_s);
    add(status.toReview, u"to review"_s);
    if (status.lastSyncedAt)
        text += u", last synced "_s + isoTime(*status.lastSyncedAt);
    return text;
}

} // namespace film::app
