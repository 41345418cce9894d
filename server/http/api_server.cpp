#include "server/http/api_server.h"

#include "server/admin/diagnostics.h"
#include "server/admin/retention.h"
#include "server/admin/server_controls.h"
#include "server/http/api_values.h"

#include <QJsonArray>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int maintenanceMinutesMax = 7 * 24 * 60;
constexpr int logMinutesMax = 24 * 60;
constexpr int logMinutes = 30;
constexpr int daysMax = 36'500;
constexpr int backupsShown = 50;

Result<WebResponse> done(const Result<> &result)
{
    return result ? Result<WebResponse>(nothing()) : fail(result.error());
}

ServerControlTasks controlsOf(ApiCall &call)
{
    return {call.desk.storage, call.now, actorOf(call)};
}

// Those of other servers follow when they look next.
void applyHere(ApiCall &call)
{
    if (const auto controls = readServerControls(call.desk.storage.database(), call.now))
        applyLogLevels(controls->logLevels);
}

Result<WebResponse> showMaintenance(ApiCall &call)
{
    const auto controls = readServerControls(call.desk.storage.database(), call.now);
    if (!controls)
        return fail(controls.error());
    const auto &now = controls->maintenance;
    return WebResponse::json({{u"on"_s, now.has_value()},
                              {u"reason"_s, now ? QJsonValue(now->reason) : QJsonValue()},
                              {u"since"_s, now ? QJsonValue(timeText(now->sinceMs)) : QJsonValue()},
                              {u"until"_s, now ? momentOrNull(now->untilMs) : QJsonValue()}});
}

Result<WebResponse> beginMaintenance(ApiCall &call)
{
    const auto reason = text(call, u"reason"_s);
    const auto minutes = number(call, u"minutes"_s, 1, maintenanceMinutesMax);
    if (!reason || !minutes)
        return fail(reason ? minutes.error() : reason.error());
    std::optional<std::chrono::minutes> length;
    if (*minutes)
        length = std::chrono::minutes(**minutes);
    return done(controlsOf(call).beginMaintenance(*reason, length));
}

Result<WebResponse> endMaintenance(ApiCall &call)
{
    return done(controlsOf(call).endMaintenance());
}

Result<WebResponse> listLogLevels(ApiCall &call)
{
    const auto settings = store::ServerSettings(call.desk.storage.database()).all();
    if (!settings)
        return fail(settings.error());
    QJsonArray items;
    for (const QString &category : logCategories()) {
        QJsonObject item{
            {u"category"_s, category}, {u"level"_s, u"info"_s}, {u"until"_s, QJsonValue()}};
        for (const store::ServerSetting &setting : *settings) {
            if (setting.name != u"log-level."_s + category
                || !setting.counts(msSinceEpoch(call.now)))
                continue;
            item[u"level"_s] = setting.value;
            item[u"until"_s] = momentOrNull(setting.untilMs);
        }
        items.append(item);
    }
    return pageOf(items, std::nullopt);
}

Result<WebResponse> setLogLevel(ApiCall &call)
{
    const auto level = neededText(call, u"level"_s, 20);
    const auto minutes = number(call, u"minutes"_s, 1, logMinutesMax);
    if (!level || !minutes)
        return fail(level ? minutes.error() : level.error());
    const LogLevel wanted{call.path[u"category"_s], *level};
    const Result<> set =
        controlsOf(call).setLogLevel(wanted, std::chrono::minutes(minutes->value_or(logMinutes)));
    if (set)
        applyHere(call);
    return done(set);
}

Result<WebResponse> resetLogLevel(ApiCall &call)
{
    const Result<> reset = controlsOf(call).resetLogLevel(call.path[u"category"_s]);
    if (reset)
        applyHere(call);
    return done(reset);
}

Result<store::RetainedKind> kindIn(ApiCall &call)
{
    const auto kind = store::retainedKindFromName(call.path[u"kind"_s]);
    if (!kind)
        return fail(ErrorCode::NotFound, u"there is no such kind"_s);
    return *kind;
}

Result<WebResponse> listRetention(ApiCall &call)
{
    const auto policies = store::PrivacyRepository(call.desk.storage.database()).policies();
    if (!policies)
        return fail(policies.error());
    QJsonArray items;
    for (const store::RetainedKind kind : store::retainedKinds()) {
        const auto known = policies->find(kind);
        items.append(QJsonObject{
            {u"kind"_s, store::retainedKindName(kind)},
            {u"days"_s, known == policies->end() ? QJsonValue() : QJsonValue(known->second)}});
    }
    return pageOf(items, std::nullopt);
}

Result<WebResponse> setRetention(ApiCall &call)
{
    const auto kind = kindIn(call);
    const auto days = number(call, u"days"_s, 1, daysMax);
    if (!kind || !days)
        return fail(kind ? days.error() : kind.error());
    if (!*days)
        return fail(ErrorCode::InvalidInput, u"days is missing"_s);
    return done(AdminTasks(call.desk.storage, call.now, actorOf(call)).setRetention(*kind, **days));
}

Result<WebResponse> keepRetained(ApiCall &call)
{
    const auto kind = kindIn(call);
    if (!kind)
        return fail(kind.error());
    return done(
        AdminTasks(call.desk.storage, call.now, actorOf(call)).setRetention(*kind, std::nullopt));
}

Result<WebResponse> retain(ApiCall &call)
{
    const QJsonValue dryRun = call.body.value(u"dry_run"_s);
    if (!dryRun.isUndefined() && !dryRun.isBool())
        return fail(ErrorCode::InvalidInput, u"dry_run is true or false"_s);
    const auto retained = runRetention(call.desk.storage, actorOf(call), call.now, dryRun.toBool());
    if (!retained)
        return fail(retained.error());
    QJsonArray items;
    for (const RetentionDone &one : *retained)
        items.append(QJsonObject{{u"kind"_s, store::retainedKindName(one.kind)},
                                 {u"days"_s, one.days},
                                 {u"rows"_s, one.rows}});
    return WebResponse::json({{u"dry_run"_s, dryRun.toBool()}, {u"items"_s, items}});
}

QString stateName(store::BackupRow::State state)
{
    switch (state) {
    case store::BackupRow::State::Running: return u"running"_s;
    case store::BackupRow::State::Done: return u"done"_s;
    case store::BackupRow::State::Failed: return u"failed"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject backupJson(const store::BackupRow &row)
{
    const auto orNull = [](const QString &text) {
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    };
    return {{u"id"_s, row.id.toString()},
            {u"state"_s, stateName(row.state)},
            {u"started"_s, timeText(row.startedMs)},
            {u"ended"_s, momentOrNull(row.endedMs)},
            {u"verified"_s, momentOrNull(row.verifiedMs)},
            {u"bytes"_s, row.bytes > 0 ? QJsonValue(row.bytes) : QJsonValue()},
            {u"sha256"_s, orNull(row.sha256)},
            {u"name"_s, orNull(row.name)},
            {u"problem"_s, orNull(row.problem)}};
}

QString whyNoBackups(const ApiCall &call)
{
    return call.desk.server.backups ? call.desk.server.backups->whyNot()
                                    : u"this server makes no backups"_s;
}

Result<WebResponse> listBackups(ApiCall &call)
{
    store::BackupRepository backups(call.desk.storage.database());
    const auto rows = backups.list(backupsShown);
    const auto last = backups.lastIn(store::BackupRow::State::Done);
    const auto verified = backups.lastVerified();
    if (!rows || !last || !verified)
        return fail(!rows ? rows.error() : !last ? last.error() : verified.error());
    QJsonArray items;
    for (const store::BackupRow &row : *rows)
        items.append(backupJson(row));
    const QString why = whyNoBackups(call);
    return WebResponse::json(
        {{u"possible"_s, why.isEmpty()},
         {u"why_not"_s, why.isEmpty() ? QJsonValue() : QJsonValue(why)},
         {u"last_done"_s, *last ? momentOrNull((*last)->endedMs) : QJsonValue()},
         {u"last_verified"_s, *verified ? momentOrNull((*verified)->verifiedMs) : QJsonValue()},
         {u"items"_s, items}});
}

Result<WebResponse> backUp(ApiCall &call)
{
    if (!call.desk.server.backups)
        return fail(ErrorCode::InvalidInput, whyNoBackups(call));
    const auto begun = call.desk.server.backups->begin(call.desk.storage, actorOf(call), call.now);
    if (!begun)
        return fail(begun.error());
    return WebResponse::json({{u"id"_s, begun->toString()}}, 202);
}

} // namespace

Result<WebResponse> showDiagnostics(ApiCall &call)
{
    const auto &about = call.desk.server.about;
    const auto all =
        diagnosticsOf(call.desk.storage.database(), about ? about() : QJsonObject(), call.now);
    if (!all)
        return fail(all.error());
    WebResponse response = WebResponse::json(*all);
    const QString day = timeText(msSinceEpoch(call.now)).left(10);
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"filmtracker-diagnostics-" + day.toLatin1()
                                      + ".json\"");
    return response;
}

std::vector<ApiRoute> serverRoutes()
{
    const Access admin = Access::serverAdministrator();
    const QString maintenance = u"/api/v1/maintenance"_s;
    const QString level = u"/api/v1/log-levels/{category}"_s;
    const QString retention = u"/api/v1/retention/{kind}"_s;
    return {
        {"GET", maintenance, admin, showMaintenance},
        {"PUT", maintenance, admin, beginMaintenance, true},
        {"DELETE", maintenance, admin, endMaintenance, true},
        {"GET", u"/api/v1/log-levels"_s, admin, listLogLevels},
        {"PUT", level, admin, setLogLevel, true},
        {"DELETE", level, admin, resetLogLevel, true},
        {"GET", u"/api/v1/retention"_s, admin, listRetention},
        {"POST", u"/api/v1/retention-runs"_s, admin, retain},
        {"PUT", retention, admin, setRetention},
        {"DELETE", retention, admin, keepRetained},
        {"GET", u"/api/v1/backups"_s, admin, listBackups},
        {"POST", u"/api/v1/backups"_s, admin, backUp, true},
        {"GET", u"/api/v1/diagnostics"_s, admin, showDiagnostics},
    };
}

} // namespace film::server
