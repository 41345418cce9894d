#include "shared/store/log_check.h"

#include "shared/store/log_reader.h"
#include "shared/store/server_transaction_sql.h"
#include "shared/store/snapshot.h"
#include "shared/store/statement.h"
#include "shared/sync/commit_batch.h"

#include <map>

namespace film::store {

using namespace Qt::StringLiterals;
using protocol::EntityState;
using sync::LogAppend;

namespace {

constexpr int rowsAtATime = 500;
constexpr int problemsMax = 100; // one broken row breaks the places of no other, so each is named

template<typename Value>
Value valueIn(const Statement &row, int column)
{
    return Value::fromBytes(row.bytes(column)).value_or(Value());
}

// One production, inside one snapshot of the database.
class LogCheck
{
public:
    LogCheck(Database &database, ProductionId production, const std::set<MutationId> &ledger = {})
        : m_database(database)
        , m_production(production)
    {
        for (const MutationId &mutation : ledger)
            m_verdict.times.emplace(mutation, 0);
    }

    [[nodiscard]] Result<LogVerdict> run()
    {
        if (const Result<> read = readHead(); !read)
            return fail(read.error());
        for (;;) {
            const Result<bool> more = checkRows();
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
        }
        checkHead();
        for (;;) {
            const Result<bool> more = addRecords();
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
        }
        if (const Result<> checked = checkDigests(); !checked)
            return fail(checked.error());
        return m_verdict;
    }

    [[nodiscard]] Result<LogGlance> glance(quint64 rowsMax)
    {
        if (const Result<> read = readHead(); !read)
            return fail(read.error());
        const Result<quint64> count = countRows();
        if (!count)
            return fail(count.error());
        if (const Result<> begun = beginAfter(m_headSequence - std::min(m_headSequence, rowsMax));
            !begun)
            return fail(begun.error());
        const quint64 first = m_last + 1;
        while (m_verdict.rows < rowsMax) {
            const Result<bool> more = checkRows();
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
        }
        checkHead();
        return LogGlance{m_headSequence, *count, m_verdict.rows == 0 ? 0 : first,
                         m_verdict.problems};
    }

private:
    void report(const QString &problem)
    {
        if (m_verdict.problems.size() < problemsMax)
            m_verdict.problems << problem;
    }

    [[nodiscard]] Result<> readHead()
    {
        Statement select(m_database, u"check.head"_s,
                         u"SELECT head_seq, chain FROM production WHERE production_id = :id"_s);
        select.bind(u":id", m_production.toByteArray());
        if (const Result<> ran = select.run(); !ran)
            return ran;
        if (!select.next())
            return fail(ErrorCode::NotFound, u"unknown production"_s);
        m_headSequence = select.unsignedNumber(0);
        m_headChain = valueIn<Hash32>(select, 1);
        return {};
    }

    [[nodiscard]] Result<quint64> countRows()
    {
        Statement select(m_database, u"check.count"_s,
                         u"SELECT count(*) FROM change_log WHERE production_id = :production"_s);
        select.bind(u":production", m_production.toByteArray());
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        return select.next() ? Result<quint64>(select.unsignedNumber(0))
                             : fail(ErrorCode::StoreFailure, u"the log was not counted"_s);
    }

    // Trusts the chain of that row; what follows is held against it.
    [[nodiscard]] Result<> beginAfter(quint64 sequence)
    {
        m_last = sequence;
        if (sequence == 0)
            return {};
        Statement select(m_database, u"check.begin"_s,
                         u"SELECT chain FROM change_log"
                         " WHERE production_id = :production AND seq = :seq"_s);
        select.bind(u":production", m_production.toByteArray()).bind(u":seq", sequence);
        if (const Result<> ran = select.run(); !ran)
            return ran;
        if (select.next())
            m_chain = valueIn<Hash32>(select, 0);
        else
            report(u"row %1 is missing"_s.arg(sequence));
        return select.ended();
    }

    // The next rows of the log; false after the last.
    [[nodiscard]] Result<bool> checkRows()
    {
        Statement select(
            m_database, u"check.rows"_s,
            u"SELECT "_s + logLinkColumns()
                + u" FROM change_log"
                  " WHERE production_id = :production AND seq > :after ORDER BY seq LIMIT :rows"_s);
        select.bind(u":production", m_production.toByteArray())
            .bind(u":after", m_last)
            .bind(u":rows", rowsAtATime);
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        bool any = false;
        while (select.next()) {
            any = true;
            checkRow(select);
        }
        if (const Result<> ended = select.ended(); !ended)
            return fail(ended.error());
        return any;
    }

    void checkRow(const Statement &select)
    {
        const LogAppend row = logLinkIn(select);
        const bool isErased = row.sealed.has_value();

        ++m_verdict.rows;
        m_verdict.erased += isErased ? 1 : 0;
        if (const auto times = m_verdict.times.find(row.mutation); times != m_verdict.times.end())
            ++times->second;
        if (row.sequence != m_last + 1)
            report(u"rows %1 to %2 are missing"_s.arg(m_last + 1).arg(row.sequence - 1));
        else if (sync::chainAfter(m_chain, row) != row.chain)
            report(u"row %1: the chain does not follow from the row"_s.arg(row.sequence));
        if (isErased && !(row.envelope.isEmpty() && row.salt == LogAppend().salt))
            report(u"row %1: it is said to be erased and is not"_s.arg(row.sequence));
        if (!isErased && sha256(row.envelope) != row.envelopeHash)
            report(u"row %1: the envelope is not as it came"_s.arg(row.sequence));
        // On from what is stored: a row that was changed is named, and not all that follow it.
        m_chain = row.chain;
        m_last = row.sequence;
    }

    void checkHead()
    {
        if (m_headSequence != m_last)
            report(u"the head is %1, the last row %2"_s.arg(m_headSequence).arg(m_last));
        else if (m_headChain != m_chain)
            report(u"the head's chain is not that of the last row"_s);
    }

    // The next records; false after the last.
    [[nodiscard]] Result<bool> addRecords()
    {
        Statement select(
            m_database, u"check.records"_s,
            u"SELECT eid, etype, cell_kind, department_id, person_id, last_seq, deleted, groups"
            " FROM entity WHERE production_id = :production AND eid > :after"
            " ORDER BY eid LIMIT :rows"_s);
        select.bind(u":production", m_production.toByteArray())
            .bind(u":after", m_lastRecord.toByteArray())
            .bind(u":rows", rowsAtATime);
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        bool any = false;
        while (select.next()) {
            any = true;
            const EntityState state{valueIn<EntityId>(select, 0),
                                    static_cast<EntityType>(select.number(1)),
                                    cellFrom(select.number(2), select.bytes(3), select.bytes(4)),
                                    select.unsignedNumber(5),
                                    select.number(6) != 0,
                                    select.bytes(7)};
            m_digests[state.cell.toBytes()].add(state);
            m_digests[QByteArray("")].add(state);
            m_lastRecord = state.id;
            ++m_verdict.records;
        }
        if (const Result<> ended = select.ended(); !ended)
            return fail(ended.error());
        return any;
    }

    [[nodiscard]] Result<> checkDigests()
    {
        Statement select(m_database, u"check.digests"_s,
                         u"SELECT cell, sum, count FROM cell_digest"
                         " WHERE production_id = :production ORDER BY cell LIMIT 1000000"_s);
        select.bind(u":production", m_production.toByteArray());
        if (const Result<> ran = select.run(); !ran)
            return ran;
        while (select.next()) {
            sync::Digest stored;
            stored.sum = sync::DigestSum::fromBytes(select.bytes(1)).value_or(sync::DigestSum());
            stored.count = select.unsignedNumber(2);
            compareDigest(select.bytes(0), stored);
        }
        if (const Result<> ended = select.ended(); !ended)
            return ended;
        for (const auto &[cell, digest] : m_digests)
            report(u"cell \"%1\" has records and no digest"_s.arg(nameOf(cell)));
        return {};
    }

    void compareDigest(const QByteArray &cell, const sync::Digest &stored)
    {
        const auto computed = m_digests.find(cell);
        const sync::Digest expected =
            computed == m_digests.end() ? sync::Digest() : computed->second;
        if (!(expected == stored))
            report(u"cell \"%1\": the records are not those of its digest"_s.arg(nameOf(cell)));
        if (computed != m_digests.end())
            m_digests.erase(computed);
    }

    static QString nameOf(const QByteArray &cell)
    {
        return cell.isEmpty() ? u"all"_s : QString::fromLatin1(cell.toHex());
    }

    Database &m_database;
    ProductionId m_production;
    quint64 m_headSequence = 0;
    Hash32 m_headChain;
    quint64 m_last = 0;
    Hash32 m_chain;
    EntityId m_lastRecord;
    std::map<QByteArray, sync::Digest> m_digests;
    LogVerdict m_verdict;
};

} // namespace

Result<LogVerdict> checkLog(Database &database, ProductionId production,
                            const std::set<MutationId> &ledger)
{
    return inOneSnapshot<LogVerdict>(database,
                                     [&] { return LogCheck(database, production, ledger).run(); });
}

Result<LogGlance> glanceAtLog(Database &database, ProductionId production, quint64 rowsMax)
{
    return inOneSnapshot<LogGlance>(database,
                                    [&] { return LogCheck(database, production).glance(rowsMax); });
}

} // namespace film::store
