#include "shared/store/server_storage_sql.h"

#include "shared/domain/records.h"
#include "shared/store/epoch_repository.h"
#include "shared/store/migrator.h"
#include "shared/store/privacy_repository.h"
#include "shared/store/production_repository.h"
#include "shared/store/server_transaction_sql.h"
#include "shared/store/statement.h"
#include "shared/sync/grants.h"
#include "shared/sync/signing.h"

#include <limits>

namespace film::store {

using namespace Qt::StringLiterals;
using protocol::Cell;
using protocol::EntityState;

namespace {

constexpr int publicKind = int(Cell::Kind::Public);
constexpr int personKind = int(Cell::Kind::Person);

// "person_id IN (…)" of those who are hidden.
QString isHidden(const sync::Visibility &visibility)
{
    QStringList names;
    for (size_t i = 0; i < visibility.hidden.size(); ++i)
        names.append(u":hidden%1"_s.arg(i));
    return u"person_id IN ("_s + names.join(u", "_s) + u')';
}

// The one place that says in SQL what Visibility::includes says: to be bound by bindVisibility().
// Where nobody is hidden it is the same text for everybody.
QString isVisible(const sync::Visibility &visibility)
{
    const QString seen =
        u"((cell_kind = :public AND :everyone = 1)"
        " OR (cell_kind <> :public AND :everything = 1)"
        " OR (cell_kind = :person_kind AND :has_person = 1 AND person_id = :viewer)"
        " OR (cell_kind = :person_kind AND :has_department = 1 AND department_id = :department))"_s;
    if (visibility.hidden.empty())
        return seen;
    return u"("_s + seen + u" AND NOT (cell_kind = :person_kind AND "_s + isHidden(visibility)
        + u"))"_s;
}

void bindViewer(Statement &statement, const sync::Visibility &visibility)
{
    for (size_t i = 0; i < visibility.hidden.size(); ++i)
        statement.bind(u":hidden%1"_s.arg(i), visibility.hidden[i].toByteArray());
    statement.bind(u":everyone", visibility.everyone ? 1 : 0)
        .bind(u":everything", visibility.everything ? 1 : 0)
        .bind(u":has_person", visibility.person.isNull() ? 0 : 1)
        .bind(u":viewer", visibility.person.toByteArray())
        .bind(u":has_department", visibility.department.isNull() ? 0 : 1);
}

void bindVisibility(Statement &statement, const sync::Visibility &visibility)
{
    bindViewer(statement, visibility);
    statement.bind(u":public", publicKind)
        .bind(u":person_kind", personKind)
        .bind(u":department", visibility.department.toByteArray());
}

// Columns from `first`: eid, etype, cell_kind, department_id, person_id, last_seq, deleted, groups.
std::optional<EntityState> stateIn(const Statement &row, int first)
{
    const auto id = EntityId::fromBytes(row.bytes(first));
    if (!id)
        return std::nullopt;
    return EntityState{*id,
                       static_cast<EntityType>(row.number(first + 1)),
                       cellFrom(row.number(first + 2), row.bytes(first + 3), row.bytes(first + 4)),
                       row.unsignedNumber(first + 5),
                       row.number(first + 6) != 0,
                       row.bytes(first + 7)};
}

Error damaged()
{
    return {ErrorCode::StoreCorrupt, u"a stored id or hash cannot be read"_s};
}

} // namespace

Result<std::unique_ptr<ServerStorageSql>> ServerStorageSql::open(const QString &address)
{
    Result<std::unique_ptr<Database>> database = Database::open(address);
    if (!database)
        return fail(database.error());
    const Result<> migrated =
        migrate(**database, migrationsOf(Schema::Server, (*database)->dialect()));
    if (!migrated)
        return fail(migrated.error());
    const Result<> followed = EpochRepository(**database).followTimeline(SystemClock().now());
    if (!followed)
        return fail(followed.error());
    return std::make_unique<ServerStorageSql>(std::move(*database));
}

Result<std::unique_ptr<sync::ServerTransaction>>
ServerStorageSql::begin(ProductionId production, const sync::BatchWanted &wanted)
{
    auto transaction = ServerTransactionSql::begin(*m_database, production, wanted);
    if (!transaction)
        return fail(transaction.error());
    return std::unique_ptr<sync::ServerTransaction>(std::move(*transaction));
}

Result<sync::ProductionHead> ServerStorageSql::head(ProductionId production)
{
    Statement select(
        *m_database, u"server.head"_s,
        u"SELECT head_seq, chain, epoch FROM production WHERE production_id = :production"_s);
    select.bind(u":production", production.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return fail(ErrorCode::NotFound, u"unknown production"_s);
    const auto chain = Hash32::fromBytes(select.bytes(1));
    const auto epoch = EpochId::fromBytes(select.bytes(2));
    if (!chain || !epoch)
        return fail(damaged());
    return sync::ProductionHead{select.unsignedNumber(0), *chain, *epoch};
}

Result<std::optional<sync::DeviceRecord>> ServerStorageSql::device(ProductionId production,
                                                                   DeviceId device)
{
    if (const auto known = head(production); !known)
        return fail(known.error());
    Statement select(
        *m_database, u"server.device"_s,
        u"SELECT device.user_id, public_key, certificate, certificate_ends_ms, token_hash, revoked,"
        " role, person_id, department_id FROM device"
        " JOIN member ON member.production_id = device.production_id"
        " AND member.user_id = device.user_id"
        " WHERE device.production_id = :production AND device_id = :device"_s);
    select.bind(u":production", production.toByteArray()).bind(u":device", device.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return std::nullopt;
    const auto role = roleFromNumber(select.number(6));
    const auto tokenHash = Hash32::fromBytes(select.bytes(4));
    const QByteArray key = select.bytes(1);
    sync::DeviceRecord record;
    if (!role || !tokenHash || key.size() != qsizetype(record.key.size()))
        return fail(damaged());
    record.device = device;
    record.user = UserId::fromBytes(select.bytes(0)).value_or(UserId());
    std::copy(key.begin(), key.end(), record.key.begin());
    record.certificate = select.unsignedNumber(2);
    record.certificateEndsMs = select.number(3);
    record.tokenHash = *tokenHash;
    record.revoked = select.number(5) != 0;
    record.role = *role;
    record.person = PersonId::fromBytes(select.bytes(7)).value_or(PersonId());
    record.department = DepartmentId::fromBytes(select.bytes(8)).value_or(DepartmentId());
    const auto grant = entity(production, grantId(production, record.user));
    if (!grant)
        return fail(grant.error());
    auto restricted = PrivacyRepository(*m_database).restrictedPeople(production);
    if (!restricted)
        return fail(restricted.error());
    record.restricted = *std::move(restricted);
    return std::optional(sync::underGrant(record, *grant, SystemClock().now()));
}

Result<std::optional<EntityState>> ServerStorageSql::entity(ProductionId production, EntityId id)
{
    Statement select(*m_database, u"server.entity"_s,
                     u"SELECT eid, etype, cell_kind, department_id, person_id, last_seq, deleted,"
                     " groups FROM entity WHERE production_id = :production AND eid = :eid"_s);
    select.bind(u":production", production.toByteArray()).bind(u":eid", id.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return std::nullopt;
    auto state = stateIn(select, 0);
    if (!state)
        return fail(damaged());
    return state;
}

Result<protocol::Signature> ServerStorageSql::signAsAuthority(ProductionId production,
                                                              QByteArrayView message)
{
    const auto keys = ProductionRepository(*m_database).keys(production);
    if (!keys)
        return fail(keys.error());
    return sync::Ed25519Signer(keys->seed).sign(message);
}

Result<std::optional<Hash32>> ServerStorageSql::chainAt(ProductionId production, quint64 sequence)
{
    if (sequence == 0)
        return Hash32();
    Statement select(*m_database, u"server.chain_at"_s,
                     u"SELECT chain FROM change_log"
                     " WHERE production_id = :production AND seq = :seq"_s);
    select.bind(u":production", production.toByteArray()).bind(u":seq", sequence);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return std::nullopt;
    const auto chain = Hash32::fromBytes(select.bytes(0));
    if (!chain)
        return fail(damaged());
    return *chain;
}

Result<sync::RowsRead> ServerStorageSql::rows(ProductionId production,
                                              const sync::RowsWanted &wanted)
{
    // A bounded piece of the log is read, seen or not: `to` moves on even where nothing is seen.
    // The size of what is not seen costs nothing, so its bytes are not read.
    const QString seen = isVisible(wanted.visibility);
    const QString sql =
        u"SELECT seq, chain, outcome, visible,"
        " CASE WHEN wanted = 1 THEN envelope END, CASE WHEN visible = 1 THEN post END,"
        " conflict_id, received_ms, flags, wanted, eid"
        " FROM (SELECT seq, chain, outcome, envelope, post, conflict_id, received_ms, flags, eid,"
        " CASE WHEN "_s
        + seen + u" THEN 1 ELSE 0 END AS visible, CASE WHEN device_id = :device OR "_s + seen
        + u" THEN 1 ELSE 0 END AS wanted FROM change_log"
          " WHERE production_id = :production AND seq > :from"
          " ORDER BY seq LIMIT :rows) AS piece ORDER BY seq LIMIT :rows"_s;
    Statement select(*m_database, u"server.rows"_s, sql, Statement::Size::Bulk);
    bindVisibility(select, wanted.visibility);
    select.bind(u":device", wanted.device.toByteArray())
        .bind(u":production", production.toByteArray())
        .bind(u":from", wanted.from)
        .bind(u":rows", wanted.rowsMax);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    sync::RowsRead read;
    read.to = wanted.from;
    qsizetype bytes = 0;
    while (select.next()) {
        const bool withdraws =
            wanted.visibility.hidesSomebody() && select.number(3) == 0 && !select.isNull(6);
        if (withdraws && read.to > wanted.from)
            return read;
        if (withdraws)
            read.withdrawn = ConflictId::fromBytes(select.bytes(6)).value_or(ConflictId());
        if (select.number(9) == 1) {
            protocol::LogRow row;
            row.sequence = select.unsignedNumber(0);
            row.outcome = static_cast<protocol::Outcome>(select.number(2));
            row.envelope = select.bytes(4);
            row.post = select.number(3) == 1 ? select.bytes(5) : protocol::encodeEntities({});
            if (!select.isNull(6))
                row.conflict = ConflictId::fromBytes(select.bytes(6));
            row.receivedMs = select.number(7);
            row.flags = quint32(select.number(8));
            bytes += row.envelope.size() + row.post.size();
            if (bytes > wanted.bytesMax && !read.rows.empty())
                break;
            read.rows.push_back(std::move(row));
        }
        const auto chain = Hash32::fromBytes(select.bytes(1));
        if (!chain)
            return fail(damaged());
        read.to = select.unsignedNumber(0);
        read.chain = *chain;
        read.passesGrant = select.bytes(10) == wanted.grant.view();
        if (read.passesGrant)
            return read; // the scope may be another behind it
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return read;
}

Result<std::vector<EntityState>> ServerStorageSql::page(ProductionId production,
                                                        const sync::PageWanted &wanted)
{
    const QString inBucket = wanted.bucket ? u" AND substr(eid, 16, 1) = :bucket"_s : QString();
    const QString sql =
        u"SELECT eid, etype, cell_kind, department_id, person_id, last_seq, deleted, groups"
        " FROM entity WHERE production_id = :production AND eid > :after AND "_s
        + isVisible(wanted.visibility) + inBucket + u" ORDER BY eid LIMIT :rows"_s;
    Statement select(*m_database, wanted.bucket ? u"server.page_of"_s : u"server.page"_s, sql,
                     Statement::Size::Bulk);
    bindVisibility(select, wanted.visibility);
    select.bind(u":production", production.toByteArray())
        .bind(u":after", wanted.after.toByteArray())
        .bind(u":rows", wanted.rowsMax);
    if (wanted.bucket)
        select.bind(u":bucket", QByteArray(1, static_cast<char>(*wanted.bucket)));
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<EntityState> page;
    qsizetype bytes = 0;
    while (select.next()) {
        auto state = stateIn(select, 0);
        if (!state)
            return fail(damaged());
        bytes += protocol::sizeOnWire(*state);
        if (bytes > wanted.bytesMax && !page.empty())
            break;
        page.push_back(std::move(*state));
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return page;
}

Result<sync::BucketsRead> ServerStorageSql::buckets(ProductionId production,
                                                    const sync::Visibility &visibility)
{
    // Head and records in one statement: one snapshot of the database.
    const QString sql = u"SELECT head_seq, eid, etype, cell_kind, department_id, entity.person_id,"
                        " last_seq, deleted, groups FROM production LEFT JOIN entity"
                        " ON entity.production_id = production.production_id AND "_s
        + isVisible(visibility)
        + u" WHERE production.production_id = :production ORDER BY eid LIMIT :rows"_s;
    Statement select(*m_database, u"server.buckets"_s, sql);
    bindVisibility(select, visibility);
    select.bind(u":production", production.toByteArray())
        .bind(u":rows", std::numeric_limits<qint64>::max());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    sync::BucketsRead read;
    while (select.next()) {
        read.sequence = select.unsignedNumber(0);
        if (select.isNull(1))
            break;
        const auto state = stateIn(select, 1);
        if (!state)
            return fail(damaged());
        read.sums[sync::bucketOf(state->id)].add(sync::digestLeaf(*state));
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return read;
}

Result<sync::CheckpointRead> ServerStorageSql::checkpoint(ProductionId production,
                                                          const sync::Visibility &visibility)
{
    // Head and digests in one statement: one snapshot of the database. A department's cells stand
    // together in the order of their bytes. Whose cells are hidden goes off the sum of all.
    const bool hides = !visibility.hidden.empty();
    const QString lessHidden = hides ? QString(u" OR "_s + isHidden(visibility)) : QString();
    const QString notHidden = hides ? QString(u" AND NOT "_s + isHidden(visibility)) : QString();
    const QString sql =
        u"SELECT head_seq, chain, epoch, sum, count, cell FROM production"
        " LEFT JOIN cell_digest ON cell_digest.production_id = production.production_id"
        " AND ((:everything = 1 AND (cell = :all"_s
        + lessHidden + u")) OR (:everything = 0"_s + notHidden
        + u" AND ((:everyone = 1 AND cell = :public)"
          " OR (:has_department = 1 AND cell BETWEEN :first AND :last)"
          " OR (:has_person = 1 AND person_id = :viewer AND cell <> :all))))"
          " WHERE production.production_id = :production ORDER BY cell LIMIT 100000"_s;
    Statement select(*m_database, u"server.checkpoint"_s, sql);
    const QByteArray first = Cell::ofPerson(visibility.department, {}).toBytes();
    const QByteArray last =
        first.first(first.size() - PersonId::byteCount) + QByteArray(PersonId::byteCount, '\xff');
    bindViewer(select, visibility);
    select.bind(u":all", QByteArray(""))
        .bind(u":public", Cell::everyone().toBytes())
        .bind(u":first", first)
        .bind(u":last", last)
        .bind(u":production", production.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    sync::CheckpointRead read;
    bool found = false;
    while (select.next()) {
        found = true;
        const auto chain = Hash32::fromBytes(select.bytes(1));
        const auto epoch = EpochId::fromBytes(select.bytes(2));
        if (!chain || !epoch)
            return fail(damaged());
        read.head = {select.unsignedNumber(0), *chain, *epoch};
        if (select.isNull(3))
            continue;
        const auto sum = sync::DigestSum::fromBytes(select.bytes(3));
        if (!sum)
            return fail(damaged());
        if (visibility.everything && !select.bytes(5).isEmpty()) {
            read.digest.sum.subtract(sum->toHash());
            read.digest.count -= select.unsignedNumber(4);
            continue;
        }
        read.digest.sum.add(*sum);
        read.digest.count += select.unsignedNumber(4);
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    if (!found)
        return fail(ErrorCode::NotFound, u"unknown production"_s);
    return read;
}

} // namespace film::store
