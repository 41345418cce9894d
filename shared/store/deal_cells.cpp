#include "shared/store/deal_cells.h"

#include "shared/base/random.h"
#include "shared/store/server_settings.h"
#include "shared/store/server_transaction_sql.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"
#include "shared/sync/digest.h"

#include <map>

namespace film::store {

using namespace Qt::StringLiterals;
using protocol::Cell;

namespace {

const QString dealsMovedSetting = u"deals-are-their-peoples"_s;
// Of records and of rows of the log.
const QString isOldDeal =
    u"etype = :deal AND cell_kind = :person_kind AND department_id <> :none"_s;

void bindOldDeal(Statement &statement)
{
    statement.bind(u":deal", int(EntityType::Deal))
        .bind(u":person_kind", int(Cell::Kind::Person))
        .bind(u":none", DepartmentId().toByteArray());
}

// One production, in one transaction.
class DealMove
{
public:
    DealMove(Database &database, ProductionId production)
        : m_database(database)
        , m_production(production.toByteArray())
    {}

    Result<int> run(Instant now)
    {
        Result<Transaction> transaction = Transaction::begin(m_database);
        if (!transaction)
            return fail(transaction.error());
        // The production's row first, as every writer does.
        if (const Result<> begun = beginEpoch(now); !begun)
            return fail(begun.error());
        const Result<int> found = readDeals();
        if (!found)
            return found;
        for (const QString &table : {u"entity"_s, u"change_log"_s}) {
            if (const Result<> moved = moveIn(table); !moved)
                return fail(moved.error());
        }
        if (const Result<> written = writeSums(); !written)
            return fail(written.error());
        const Result<> committed = transaction->commit();
        return committed ? found : fail(committed.error());
    }

private:
    Result<> beginEpoch(Instant now)
    {
        SystemRandom random;
        const QByteArray epoch = EpochId(random.bytes<16>()).toByteArray();
        Statement update(m_database, u"deals.epoch"_s,
                         u"UPDATE production SET epoch = :epoch WHERE production_id = :id"
                         " RETURNING head_seq"_s);
        update.bind(u":epoch", epoch).bind(u":id", m_production);
        if (const Result<> ran = update.run(); !ran)
            return ran;
        if (!update.next())
            return fail(ErrorCode::NotFound, u"the production is gone"_s);
        Statement insert(m_database, u"deals.note_epoch"_s,
                         u"INSERT INTO epoch (production_id, epoch, start_seq, reason, at_ms)"
                         " VALUES (:id, :epoch, :start, :reason, :now)"_s);
        insert.bind(u":id", m_production)
            .bind(u":epoch", epoch)
            .bind(u":start", update.unsignedNumber(0))
            .bind(u":reason", u"deals are their people's"_s)
            .bind(u":now", msSinceEpoch(now));
        return insert.run();
    }

    // What has to come off the sum of one cell and onto that of another.
    Result<int> readDeals()
    {
        Statement select(m_database, u"deals.old"_s,
                         u"SELECT eid, department_id, person_id, last_seq, deleted, groups"
                         " FROM entity WHERE production_id = :id AND "_s
                             + isOldDeal + u" ORDER BY eid LIMIT 1000000"_s);
        bindOldDeal(select);
        select.bind(u":id", m_production);
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        int found = 0;
        while (select.next()) {
            const auto id = EntityId::fromBytes(select.bytes(0));
            if (!id)
                return fail(ErrorCode::StoreCorrupt, u"a stored id cannot be read"_s);
            const Cell before =
                cellFrom(qint64(Cell::Kind::Person), select.bytes(1), select.bytes(2));
            const protocol::EntityState deal{*id,
                                             EntityType::Deal,
                                             Cell::ofPerson({}, before.person()),
                                             select.unsignedNumber(3),
                                             select.number(4) != 0,
                                             select.bytes(5)};
            m_gone[before.toBytes()].add(deal);
            m_come[deal.cell.toBytes()].add(deal);
            ++found;
        }
        if (const Result<> ended = select.ended(); !ended)
            return fail(ended.error());
        return found;
    }

    Result<> moveIn(const QString &table)
    {
        Statement update(m_database, u"deals.move_"_s + table,
                         u"UPDATE "_s + table
                             + u" SET department_id = :nowhere WHERE production_id = :id AND "_s
                             + isOldDeal);
        bindOldDeal(update);
        update.bind(u":id", m_production).bind(u":nowhere", DepartmentId().toByteArray());
        return update.run();
    }

    Result<sync::Digest> sumOf(const QByteArray &cell)
    {
        Statement select(m_database, u"deals.sum"_s,
                         u"SELECT sum, count FROM cell_digest"
                         " WHERE production_id = :id AND cell = :cell"_s);
        select.bind(u":id", m_production).bind(u":cell", cell);
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        if (!select.next())
            return sync::Digest();
        const auto sum = sync::DigestSum::fromBytes(select.bytes(0));
        if (!sum)
            return fail(ErrorCode::StoreCorrupt, u"a stored sum cannot be read"_s);
        return sync::Digest{*sum, select.unsignedNumber(1)};
    }

    Result<> writeSums()
    {
        for (const auto &[cell, gone] : m_gone) {
            Result<sync::Digest> sum = sumOf(cell);
            if (!sum)
                return fail(sum.error());
            sum->sum.subtract(gone.sum.toHash());
            sum->count -= gone.count;
            if (const Result<> written = writeSum(cell, *sum); !written)
                return written;
        }
        for (const auto &[cell, come] : m_come) {
            Result<sync::Digest> sum = sumOf(cell);
            if (!sum)
                return fail(sum.error());
            sum->sum.add(come.sum);
            sum->count += come.count;
            if (const Result<> written = writeSum(cell, *sum); !written)
                return written;
        }
        return {};
    }

    Result<> writeSum(const QByteArray &bytes, const sync::Digest &digest)
    {
        Statement upsert(m_database, u"deals.write_sum"_s,
                         u"INSERT INTO cell_digest (production_id, cell, person_id, sum, count)"
                         " VALUES (:id, :cell, :person, :sum, :count)"
                         " ON CONFLICT (production_id, cell) DO UPDATE"
                         " SET sum = excluded.sum, count = excluded.count"_s);
        const auto cell = Cell::fromBytes(bytes);
        upsert.bind(u":id", m_production)
            .bind(u":cell", bytes)
            .bind(u":person", cell ? cell->person().toByteArray() : PersonId().toByteArray())
            .bind(u":sum", digest.sum.toBytes())
            .bind(u":count", digest.count);
        return upsert.run();
    }

    Database &m_database;
    const QByteArray m_production;
    std::map<QByteArray, sync::Digest> m_gone;
    std::map<QByteArray, sync::Digest> m_come;
};

Result<std::vector<ProductionId>> productionsWithOldDeals(Database &database)
{
    Statement select(database, u"deals.productions"_s,
                     u"SELECT DISTINCT production_id FROM entity WHERE "_s + isOldDeal
                         + u" ORDER BY production_id LIMIT 1000000"_s);
    bindOldDeal(select);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<ProductionId> productions;
    while (select.next())
        productions.push_back(ProductionId::fromBytes(select.bytes(0)).value_or(ProductionId()));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return productions;
}

} // namespace

Result<int> moveDealsToTheirPeople(Database &database, Instant now)
{
    ServerSettings settings(database);
    const auto done = settings.find(dealsMovedSetting);
    if (!done)
        return fail(done.error());
    if (*done)
        return 0;
    const auto productions = productionsWithOldDeals(database);
    if (!productions)
        return fail(productions.error());
    int moved = 0;
    for (const ProductionId production : *productions) {
        const Result<int> one = DealMove(database, production).run(now);
        if (!one)
            return one;
        moved += *one;
    }
    const Result<> noted =
        settings.set({dealsMovedSetting, u"yes"_s, std::nullopt, msSinceEpoch(now)});
    return noted ? Result<int>(moved) : fail(noted.error());
}

} // namespace film::store
