#include "shared/store/server_audit_check.h"

#include "shared/store/snapshot.h"
#include "shared/store/statement.h"

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int auditRowsAtATime = 500;
constexpr int auditProblemsMax = 100;

class AuditCheck
{
public:
    AuditCheck(Database &database, const std::function<void(const ServerAuditRow &)> &take)
        : m_database(database)
        , m_take(take)
    {}

    [[nodiscard]] Result<ServerAuditVerdict> run(quint64 rowsMax)
    {
        Statement select(m_database, u"server_audit.check_head"_s,
                         u"SELECT number, hash FROM server_audit_head WHERE id = 1"_s);
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        if (!select.next())
            return fail(ErrorCode::StoreCorrupt, u"the chain of the server's acts has no head"_s);
        m_verdict.head = select.unsignedNumber(0);
        const Hash32 headHash = Hash32::fromBytes(select.bytes(1)).value_or(Hash32());
        m_last = m_verdict.head - std::min(m_verdict.head, rowsMax);
        m_trusts = m_last > 0;
        for (;;) {
            const Result<bool> more = checkPiece();
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
        }
        if (m_verdict.head != m_last)
            report(u"the head is %1, the last row %2"_s.arg(m_verdict.head).arg(m_last));
        else if (headHash != m_hash && m_verdict.rows > 0)
            report(u"the head's hash is not that of the last row"_s);
        return m_verdict;
    }

private:
    void report(const QString &problem)
    {
        if (m_verdict.problems.size() < auditProblemsMax)
            m_verdict.problems << problem;
    }

    [[nodiscard]] Result<bool> checkPiece()
    {
        Statement select(m_database, u"server_audit.check"_s,
                         u"SELECT "_s + auditColumns()
                             + u" FROM server_audit WHERE number > :after ORDER BY number"
                               " LIMIT :rows"_s);
        select.bind(u":after", m_last).bind(u":rows", auditRowsAtATime);
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        bool any = false;
        while (select.next()) {
            any = true;
            checkRow(auditRowIn(select));
        }
        if (const Result<> ended = select.ended(); !ended)
            return fail(ended.error());
        return any;
    }

    void checkRow(const ServerAuditRow &row)
    {
        if (row.number != m_last + 1)
            report(u"rows %1 to %2 are missing"_s.arg(m_last + 1).arg(row.number - 1));
        else if (!m_trusts && row.previous != m_hash)
            report(u"row %1 does not follow from the row before it"_s.arg(row.number));
        const bool isAddressRight =
            row.isAddressErased ? row.act.address.isEmpty() : addressHashOf(row) == row.addressHash;
        if (!isAddressRight)
            report(u"row %1: its address was changed"_s.arg(row.number));
        if (auditHashOf(row) != row.hash)
            report(u"row %1 was changed"_s.arg(row.number));
        if (m_verdict.rows == 0)
            m_verdict.from = row.number;
        ++m_verdict.rows;
        m_verdict.erased += row.isAddressErased ? 1 : 0;
        if (m_take)
            m_take(row);
        // On from what is stored: a row that was changed is named, and not all that follow it.
        m_hash = row.hash;
        m_last = row.number;
        m_trusts = false;
    }

    Database &m_database;
    const std::function<void(const ServerAuditRow &)> &m_take;
    quint64 m_last = 0;
    Hash32 m_hash;
    bool m_trusts = false; // the first row's `previous`, where not all are looked at
    ServerAuditVerdict m_verdict;
};

} // namespace

Result<ServerAuditVerdict> checkServerAudit(Database &database, quint64 rowsMax,
                                            const std::function<void(const ServerAuditRow &)> &take)
{
    return inOneSnapshot<ServerAuditVerdict>(
        database, [&] { return AuditCheck(database, take).run(rowsMax); });
}

} // namespace film::store
