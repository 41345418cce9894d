#include "server/admin/server_controls.h"

#include "shared/base/random.h"
#include "shared/store/transaction.h"

namespace film::server {

using namespace Qt::StringLiterals;
using store::ServerSetting;

namespace {

const QString maintenanceName = u"maintenance"_s;
const QString levelPrefix = u"log-level."_s;

} // namespace

Result<ServerControls> readServerControls(store::Database &database, Instant now)
{
    const auto settings = store::ServerSettings(database).all();
    if (!settings)
        return fail(settings.error());
    ServerControls controls;
    for (const ServerSetting &setting : *settings) {
        if (!setting.counts(msSinceEpoch(now)))
            continue;
        if (setting.name == maintenanceName)
            controls.maintenance = Maintenance{setting.value, setting.untilMs, setting.changedMs};
        else if (setting.name.startsWith(levelPrefix))
            controls.logLevels.push_back({setting.name.mid(levelPrefix.size()), setting.value});
    }
    return controls;
}

Result<>
ServerControlTasks::together(const std::function<Result<>(store::ServerSettings &)> &change,
                             const QString &act, const QString &detail)
{
    auto transaction = store::Transaction::begin(m_storage.database());
    if (!transaction)
        return fail(transaction.error());
    store::ServerSettings settings(m_storage.database());
    if (const Result<> changed = change(settings); !changed)
        return changed;
    SystemRandom salts;
    store::ServerAct row;
    row.atMs = msSinceEpoch(m_now);
    row.act = act;
    row.by = m_by.account;
    row.detail = detail;
    row.address = m_by.address;
    if (const Result<> recorded = store::ServerAudit(m_storage.database(), salts).append(row);
        !recorded)
        return recorded;
    return transaction->commit();
}

Result<> ServerControlTasks::beginMaintenance(const QString &reason,
                                              std::optional<std::chrono::minutes> length)
{
    ServerSetting setting{maintenanceName, reason, {}, msSinceEpoch(m_now)};
    if (length)
        setting.untilMs = msSinceEpoch(m_now + *length);
    return together([&](store::ServerSettings &settings) { return settings.set(setting); },
                    u"maintenance-begun"_s,
                    length ? u"%1 minutes"_s.arg(length->count()) : QString());
}

Result<> ServerControlTasks::endMaintenance()
{
    return together(
        [&](store::ServerSettings &settings) { return settings.remove(maintenanceName); },
        u"maintenance-ended"_s, {});
}

Result<> ServerControlTasks::setLogLevel(const LogLevel &level, std::chrono::minutes length)
{
    if (const Result<> checked = checkLogLevel(level); !checked)
        return checked;
    const ServerSetting setting{levelPrefix + level.category, level.level,
                                msSinceEpoch(m_now + length), msSinceEpoch(m_now)};
    return together(
        [&](store::ServerSettings &settings) { return settings.set(setting); }, u"log-level-set"_s,
        u"%1 %2, %3 minutes"_s.arg(level.category, level.level, QString::number(length.count())));
}

Result<> ServerControlTasks::resetLogLevel(const QString &category)
{
    if (!logCategories().contains(category))
        return fail(ErrorCode::NotFound, u"there is no such category"_s);
    return together(
        [&](store::ServerSettings &settings) { return settings.remove(levelPrefix + category); },
        u"log-level-reset"_s, category);
}

} // namespace film::server
