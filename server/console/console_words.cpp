#include "server/console/console_words.h"

#include <QDateTime>
#include <QLocale>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QDateTime localTime(qint64 ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone);
}

} // namespace

QString roleTitle(Role role)
{
    switch (role) {
    case Role::Crew: return u"Crew"_s;
    case Role::HeadOfDepartment: return u"Head of department"_s;
    case Role::Coordinator: return u"Coordinator"_s;
    case Role::Accountant: return u"Accountant"_s;
    case Role::ProductionManager: return u"Production manager"_s;
    case Role::Auditor: return u"Auditor, read only"_s;
    case Role::Administrator: return u"Administrator"_s;
    }
    Q_UNREACHABLE();
}

QString actionWords(Action action)
{
    switch (action) {
    case Action::SeeDays: return u"See days"_s;
    case Action::EditDays: return u"Enter and correct days"_s;
    case Action::ApproveDays: return u"Approve days"_s;
    case Action::SeePay: return u"See pay"_s;
    case Action::EditProduction: return u"Edit crew list, call sheets and rules"_s;
    case Action::ExportPay: return u"Hand pay on: export, other systems"_s;
    case Action::Invite: return u"Invite people"_s;
    case Action::GiveRoles: return u"Give roles"_s;
    case Action::SeeDevices: return u"See devices"_s;
    case Action::SignDevicesOut: return u"Sign devices out"_s;
    case Action::SeeAudit: return u"Read the audit"_s;
    case Action::ManagePrivacy: return u"Export and erase personal data"_s;
    }
    Q_UNREACHABLE();
}

QString reachWords(Reach reach)
{
    switch (reach) {
    case Reach::Nobody: return u"no"_s;
    case Reach::Own: return u"own"_s;
    case Reach::Department: return u"own department"_s;
    case Reach::Production: return u"everybody"_s;
    }
    Q_UNREACHABLE();
}

QString errorWords(const Error &error, int status)
{
    switch (status) {
    case 403:
        return u"You may not do this here, or the form was not made by this page. Nothing was "
               "changed."_s;
    case 404: return u"There is no such page, or it is not yours to see."_s;
    case 405:
    case 415: return u"This page cannot be used like that. Nothing was changed."_s;
    case 429: return u"Too many requests in a minute. Wait a moment, then try again."_s;
    default: break;
    }
    switch (error.code) {
    case ErrorCode::Conflict:
    case ErrorCode::AlreadyExists:
        return u"It changed meanwhile, or it is there already. Nothing was changed."_s;
    case ErrorCode::InvalidInput:
    case ErrorCode::LimitExceeded: return u"What was sent cannot be read. Nothing was changed."_s;
    case ErrorCode::Unauthenticated: return u"Sign in again."_s;
    case ErrorCode::Offline: // what a page in maintenance says of itself
        return u"The server is in maintenance: pages can be read, and nothing is changed. Nothing "
               "was changed now."_s;
    case ErrorCode::Busy:
    case ErrorCode::Timeout:
    case ErrorCode::StoreFailure:
    case ErrorCode::StoreInUse:
        return u"The server cannot reach its database now. Try again in a moment."_s;
    case ErrorCode::StoreFull:
        return u"The server’s disk is full, so nothing was changed. Free some space first."_s;
    default: return u"Something went wrong on the server. Its log says more."_s;
    }
}

Html timeOf(qint64 ms, Instant now, const QTimeZone &zone)
{
    const QDateTime at = localTime(ms, zone);
    const QDate today = localTime(msSinceEpoch(now), zone).date();
    const qint64 days = at.date().daysTo(today);
    const QString words = days == 0 ? at.toString(u"HH:mm:ss"_s)
        : days > 0 && days < 7      ? english().toString(at, u"ddd HH:mm"_s)
                                    : english().toString(at, u"d MMM yyyy"_s);
    const QString exact = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
    return el(
        "time",
        {{"datetime", exact}, {"title", english().toString(at, u"ddd d MMM yyyy HH:mm:ss"_s)}},
        words);
}

Html momentOf(qint64 ms, Instant now, const QTimeZone &zone)
{
    const QDateTime at = localTime(ms, zone);
    const bool isThisYear = at.date().year() == localTime(msSinceEpoch(now), zone).date().year();
    return el(
        "time", {{"datetime", QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate)}},
        english().toString(at, isThisYear ? u"ddd d MMM HH:mm:ss"_s : u"d MMM yyyy HH:mm:ss"_s));
}

QString dayWords(QDate day)
{
    return day.isValid() ? english().toString(day, u"ddd d MMM"_s) : QString();
}

QString dayAndTime(Instant at, const QTimeZone &zone)
{
    return english().toString(localTime(msSinceEpoch(at), zone), u"ddd d MMM HH:mm"_s);
}

QString durationWords(std::chrono::milliseconds time)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(time).count();
    if (minutes < 60)
        return u"%1 min"_s.arg(minutes);
    if (minutes < 24 * 60)
        return u"%1 h %2 min"_s.arg(minutes / 60).arg(minutes % 60);
    return u"%1 d %2 h"_s.arg(minutes / (24 * 60)).arg(minutes / 60 % 24);
}

QString sizeWords(qint64 bytes)
{
    constexpr qint64 million = 1'000'000;
    const bool isSmall = bytes >= million && bytes < 10 * million;
    return english().formattedDataSize(bytes, isSmall ? 1 : 0, QLocale::DataSizeTraditionalFormat);
}

QString countWords(qint64 count)
{
    return english().toString(count);
}

QString sentenceOf(const QString &words)
{
    return words.left(1).toUpper() + words.mid(1) + u'.';
}

QString initialsOf(const QString &name)
{
    const QStringList parts = name.split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return u"?"_s;
    const QString first = parts.first().left(1);
    return (parts.size() > 1 ? first + parts.last().left(1) : first).toUpper();
}

} // namespace film::server
