#include "shared/store/log_erasure.h"

#include "shared/protocol/entity_state.h"
#include "shared/store/log_reader.h"
#include "shared/store/statement.h"
#include "shared/sync/commit_batch.h"

namespace film::store {

using namespace Qt::StringLiterals;

Result<bool> LogErasure::erase(quint64 sequence)
{
    Hash32 sealed;
    bool isLastWord = false;
    {
        Statement select(m_database, u"erasure.row"_s,
                         u"SELECT "_s + logLinkColumns()
                             + u", (SELECT count(*) FROM entity"
                               " WHERE entity.production_id = change_log.production_id"
                               " AND entity.eid = change_log.eid AND last_seq > seq)"
                               " FROM change_log WHERE production_id = :production AND seq = :seq"
                               " AND sealed IS NULL"_s);
        select.bind(u":production", m_production.toByteArray()).bind(u":seq", sequence);
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        if (!select.next())
            return false;
        sealed = sync::sealedHashOf(logLinkIn(select));
        isLastWord = select.number(12) == 0;
    }
    const QString post = isLastWord ? QString() : u", post = :post"_s;
    Statement update(m_database, u"erasure.erase"_s,
                     u"UPDATE change_log SET sealed = :sealed, salt = :none, envelope = :none,"
                     " env_hash = :zeros"_s
                         + post
                         + u" WHERE production_id = :production AND seq = :seq"
                           " AND sealed IS NULL"_s);
    update.bind(u":sealed", sealed.toByteArray())
        .bind(u":none", QByteArray())
        .bind(u":zeros", Hash32().toByteArray())
        .bind(u":production", m_production.toByteArray())
        .bind(u":seq", sequence);
    if (!isLastWord)
        update.bind(u":post", protocol::encodeEntities({}));
    if (const Result<> ran = update.run(); !ran)
        return fail(ran.error());
    return update.affectedRows() == 1;
}

} // namespace film::store
