#include "shared/store/server_settings.h"

#include "shared/store/statement.h"

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

ServerSetting settingIn(const Statement &row)
{
    return {row.text(0), row.text(1), row.isNull(2) ? std::nullopt : std::optional(row.number(2)),
            row.number(3)};
}

} // namespace

Result<std::vector<ServerSetting>> ServerSettings::all()
{
    Statement select(m_database, u"setting.list"_s,
                     u"SELECT name, value, until_ms, changed_ms FROM server_setting"
                     " ORDER BY name LIMIT 100"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<ServerSetting> settings;
    while (select.next())
        settings.push_back(settingIn(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return settings;
}

Result<std::optional<ServerSetting>> ServerSettings::find(const QString &name)
{
    Statement select(m_database, u"setting.find"_s,
                     u"SELECT name, value, until_ms, changed_ms FROM server_setting"
                     " WHERE name = :name"_s);
    select.bind(u":name", name);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? std::optional(settingIn(select)) : std::nullopt;
}

Result<> ServerSettings::set(const ServerSetting &setting)
{
    Statement insert(m_database, u"setting.set"_s,
                     u"INSERT INTO server_setting (name, value, until_ms, changed_ms)"
                     " VALUES (:name, :value, :until, :changed)"
                     " ON CONFLICT (name) DO UPDATE SET value = excluded.value,"
                     " until_ms = excluded.until_ms, changed_ms = excluded.changed_ms"_s);
    insert.bind(u":name", setting.name)
        .bind(u":value", setting.value)
        .bind(u":changed", setting.changedMs);
    if (setting.untilMs)
        insert.bind(u":until", *setting.untilMs);
    else
        insert.bindNull(u":until");
    return insert.run();
}

Result<> ServerSettings::remove(const QString &name)
{
    Statement remove(m_database, u"setting.remove"_s,
                     u"DELETE FROM server_setting WHERE name = :name"_s);
    remove.bind(u":name", name);
    return remove.run();
}

} // namespace film::store
