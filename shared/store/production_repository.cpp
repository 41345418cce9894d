#include "shared/store/production_repository.h"

#include "shared/base/hash.h"
#include "shared/store/epoch_repository.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"

#include <algorithm>

namespace film::store {

using namespace Qt::StringLiterals;

Result<> ProductionRepository::create(ProductionId id, const QString &title, EpochId epoch,
                                      const ProductionKeys &keys, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    {
        Statement insert(m_database, u"production.create"_s,
                         u"INSERT INTO production (production_id, title, head_seq, chain, epoch,"
                         " state, created_ms) VALUES (:id, :title, 0, :chain, :epoch, 1, :now)"
                         " ON CONFLICT (production_id) DO NOTHING RETURNING production_id"_s);
        insert.bind(u":id", id.toByteArray())
            .bind(u":title", title)
            .bind(u":chain", Hash32().toByteArray())
            .bind(u":epoch", epoch.toByteArray())
            .bind(u":now", msSinceEpoch(now));
        if (const Result<> ran = insert.run(); !ran)
            return ran;
        if (!insert.next())
            return fail(ErrorCode::AlreadyExists, u"the production exists"_s);
    }
    {
        Statement insert(m_database, u"production.create_keys"_s,
                         u"INSERT INTO production_key (production_id, seed, system_device_id,"
                         " system_user_id, next_certificate)"
                         " VALUES (:id, :seed, :device, :user, 1)"_s);
        insert.bind(u":id", id.toByteArray())
            .bind(u":seed", QByteArray(reinterpret_cast<const char *>(keys.seed.data()), 32))
            .bind(u":device", keys.systemDevice.toByteArray())
            .bind(u":user", keys.systemUser.toByteArray());
        if (const Result<> ran = insert.run(); !ran)
            return ran;
    }
    {
        Statement insert(m_database, u"production.create_epoch"_s,
                         u"INSERT INTO epoch (production_id, epoch, start_seq, reason, at_ms)"
                         " VALUES (:id, :epoch, 0, :reason, :now)"_s);
        insert.bind(u":id", id.toByteArray())
            .bind(u":epoch", epoch.toByteArray())
            .bind(u":reason", u"created"_s)
            .bind(u":now", msSinceEpoch(now));
        if (const Result<> ran = insert.run(); !ran)
            return ran;
    }
    if (const Result<> committed = transaction->commit(); !committed)
        return committed;
    return EpochRepository(m_database).followTimeline(now);
}

Result<std::vector<ProductionRow>> ProductionRepository::list()
{
    Statement select(m_database, u"production.list"_s,
                     u"SELECT production_id, title, head_seq, created_ms FROM production"
                     " ORDER BY title, production_id LIMIT 10000"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<ProductionRow> rows;
    while (select.next())
        rows.push_back({ProductionId::fromBytes(select.bytes(0)).value_or(ProductionId()),
                        select.text(1), select.unsignedNumber(2), select.number(3)});
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<ProductionKeys> ProductionRepository::keys(ProductionId id)
{
    Statement select(m_database, u"production.keys"_s,
                     u"SELECT seed, system_device_id, system_user_id FROM production_key"
                     " WHERE production_id = :id"_s);
    select.bind(u":id", id.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return fail(ErrorCode::NotFound, u"unknown production"_s);
    ProductionKeys keys;
    const QByteArray seed = select.bytes(0);
    if (seed.size() != qsizetype(keys.seed.size()))
        return fail(ErrorCode::StoreCorrupt, u"the production's key cannot be read"_s);
    std::copy(seed.begin(), seed.end(), keys.seed.begin());
    keys.systemDevice = DeviceId::fromBytes(select.bytes(1)).value_or(DeviceId());
    keys.systemUser = UserId::fromBytes(select.bytes(2)).value_or(UserId());
    return keys;
}

Result<quint64> ProductionRepository::takeCertificateSerial(ProductionId id)
{
    Statement update(m_database, u"production.take_serial"_s,
                     u"UPDATE production_key SET next_certificate = next_certificate + 1"
                     " WHERE production_id = :id RETURNING next_certificate - 1"_s);
    update.bind(u":id", id.toByteArray());
    if (const Result<> ran = update.run(); !ran)
        return fail(ran.error());
    if (!update.next())
        return fail(ErrorCode::NotFound, u"unknown production"_s);
    return update.unsignedNumber(0);
}

} // namespace film::store
