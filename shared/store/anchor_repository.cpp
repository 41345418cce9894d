#include "shared/store/anchor_repository.h"

#include "shared/store/statement.h"

#include <algorithm>
#include <limits>

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

// Columns: production_id, epoch, seq, chain, at_ms, public_key, signature.
sync::Anchor storedAnchor(const Statement &row)
{
    sync::Anchor anchor;
    anchor.production = ProductionId::fromBytes(row.bytes(0)).value_or(ProductionId());
    anchor.epoch = EpochId::fromBytes(row.bytes(1)).value_or(EpochId());
    anchor.sequence = row.unsignedNumber(2);
    anchor.chain = Hash32::fromBytes(row.bytes(3)).value_or(Hash32());
    anchor.atMs = row.number(4);
    const QByteArray key = row.bytes(5);
    std::copy_n(key.begin(), std::min(key.size(), qsizetype(anchor.key.size())),
                anchor.key.begin());
    const QByteArray signature = row.bytes(6);
    std::copy_n(signature.begin(), std::min(signature.size(), qsizetype(anchor.signature.size())),
                anchor.signature.begin());
    return anchor;
}

template<size_t N>
QByteArray arrayBytes(const std::array<quint8, N> &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(N)};
}

} // namespace

Result<> AnchorRepository::add(const sync::Anchor &anchor)
{
    Statement insert(m_database, u"anchor.add"_s,
                     u"INSERT INTO anchor (production_id, epoch, seq, chain, at_ms, public_key,"
                     " signature) VALUES (:production, :epoch, :seq, :chain, :at, :key, :signature)"
                     " ON CONFLICT (production_id, epoch, seq) DO NOTHING"_s);
    insert.bind(u":production", anchor.production.toByteArray())
        .bind(u":epoch", anchor.epoch.toByteArray())
        .bind(u":seq", anchor.sequence)
        .bind(u":chain", anchor.chain.toByteArray())
        .bind(u":at", anchor.atMs)
        .bind(u":key", arrayBytes(anchor.key))
        .bind(u":signature", arrayBytes(anchor.signature));
    return insert.run();
}

Result<std::optional<sync::Anchor>> AnchorRepository::last(ProductionId production, EpochId epoch)
{
    Statement select(m_database, u"anchor.last"_s,
                     u"SELECT production_id, epoch, seq, chain, at_ms, public_key, signature"
                     " FROM anchor WHERE production_id = :production AND epoch = :epoch"
                     " ORDER BY seq DESC LIMIT 1"_s);
    select.bind(u":production", production.toByteArray()).bind(u":epoch", epoch.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (select.next())
        return std::optional(storedAnchor(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return std::nullopt;
}

Result<> AnchorRepository::forEach(ProductionId production,
                                   const std::function<void(const sync::Anchor &)> &take)
{
    Statement select(m_database, u"anchor.list"_s,
                     u"SELECT production_id, epoch, seq, chain, at_ms, public_key, signature"
                     " FROM anchor WHERE production_id = :production ORDER BY seq, epoch"
                     " LIMIT :rows"_s);
    select.bind(u":production", production.toByteArray())
        .bind(u":rows", std::numeric_limits<qint64>::max());
    if (const Result<> ran = select.run(); !ran)
        return ran;
    while (select.next())
        take(storedAnchor(select));
    return select.ended();
}

} // namespace film::store
