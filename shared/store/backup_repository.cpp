#include "shared/store/backup_repository.h"

#include "shared/store/statement.h"

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView backupColumns = u"SELECT backup_id, started_ms, ended_ms, state, verified_ms,"
                                      " bytes, sha256, name, problem FROM backup_run";

BackupRow backupIn(const Statement &row)
{
    const auto moment = [&row](int column) {
        return row.isNull(column) ? std::nullopt : std::optional(row.number(column));
    };
    return {BackupId::fromBytes(row.bytes(0)).value_or(BackupId()),
            row.number(1),
            moment(2),
            BackupRow::State(row.number(3)),
            moment(4),
            row.number(5),
            row.text(6),
            row.text(7),
            row.text(8)};
}

Result<> writeBackup(Statement &statement, const BackupRow &row)
{
    statement.bind(u":id", row.id.toByteArray())
        .bind(u":started", row.startedMs)
        .bind(u":state", int(row.state))
        .bind(u":bytes", row.bytes)
        .bind(u":sha256", row.sha256)
        .bind(u":name", row.name)
        .bind(u":problem", row.problem);
    for (const auto &[name, moment] : {std::pair(QStringView(u":ended"), row.endedMs),
                                       std::pair(QStringView(u":verified"), row.verifiedMs)}) {
        if (moment)
            statement.bind(name, *moment);
        else
            statement.bindNull(name);
    }
    return statement.run();
}

Result<std::optional<BackupRow>> firstBackup(Statement &select)
{
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? std::optional(backupIn(select)) : std::nullopt;
}

} // namespace

Result<> BackupRepository::add(const BackupRow &row)
{
    Statement insert(m_database, u"backup.add"_s,
                     u"INSERT INTO backup_run (backup_id, started_ms, ended_ms, state, verified_ms,"
                     " bytes, sha256, name, problem) VALUES (:id, :started, :ended, :state,"
                     " :verified, :bytes, :sha256, :name, :problem)"_s);
    return writeBackup(insert, row);
}

Result<> BackupRepository::update(const BackupRow &row)
{
    Statement update(m_database, u"backup.update"_s,
                     u"UPDATE backup_run SET started_ms = :started, ended_ms = :ended,"
                     " state = :state, verified_ms = :verified, bytes = :bytes, sha256 = :sha256,"
                     " name = :name, problem = :problem WHERE backup_id = :id"_s);
    return writeBackup(update, row);
}

Result<std::vector<BackupRow>> BackupRepository::list(int rowsMax)
{
    Statement select(m_database, u"backup.list"_s,
                     backupColumns + u" ORDER BY started_ms DESC, backup_id LIMIT :max"_s);
    select.bind(u":max", rowsMax);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<BackupRow> rows;
    while (select.next())
        rows.push_back(backupIn(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<std::optional<BackupRow>> BackupRepository::lastIn(BackupRow::State state)
{
    Statement select(m_database, u"backup.last"_s,
                     backupColumns + u" WHERE state = :state ORDER BY started_ms DESC LIMIT 1"_s);
    select.bind(u":state", int(state));
    return firstBackup(select);
}

Result<std::optional<BackupRow>> BackupRepository::lastVerified()
{
    Statement select(m_database, u"backup.verified"_s,
                     backupColumns
                         + u" WHERE verified_ms IS NOT NULL ORDER BY verified_ms DESC LIMIT 1"_s);
    return firstBackup(select);
}

} // namespace film::store
