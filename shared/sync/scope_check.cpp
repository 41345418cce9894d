#include "shared/sync/scope_check.h"

#include "shared/domain/records.h"
#include "shared/protocol/limits.h"
#include "shared/sync/grants.h"
#include "shared/sync/toys.h"

#include <algorithm>

namespace film::sync {

using namespace Qt::StringLiterals;

namespace {

std::vector<QByteArray> without(const std::vector<QByteArray> &entries,
                                const std::vector<QByteArray> &others)
{
    std::vector<QByteArray> left;
    std::ranges::copy_if(entries, std::back_inserter(left), [&others](const QByteArray &entry) {
        return std::ranges::find(others, entry) == others.end();
    });
    return left;
}

Result<protocol::Scope> signedChange(ServerStorage &storage, ProductionId production,
                                     DeviceId device, const Visibility &before,
                                     const Visibility &now, quint64 cursor)
{
    protocol::Scope change;
    change.scope = now.entries();
    change.gained = now.beyond(before).entries(); // what a snapshot follows for
    change.lost = without(before.entries(), change.scope);
    for (const PersonId person : now.hidden) {
        if (!std::ranges::binary_search(before.hidden, person))
            change.lost.push_back(protocol::Cell::ofPerson({}, person).toBytes());
    }
    change.reason = protocol::Granted;
    const auto signature = storage.signAsAuthority(
        production,
        protocol::removalBytes(production, device, cursor, change.scope, change.reason));
    if (!signature)
        return fail(signature.error());
    change.signature = *signature;
    return change;
}

// Toy 19: what the row that was passed says, and not what the head says.
Result<> goByThePassedRow(ServerStorage &storage, ProductionId production, quint64 cursor,
                          DeviceRecord &device)
{
    const EntityId grant = grantId(production, device.user);
    const auto passed = storage.rows(production,
                                     {cursor - 1, Visibility::all(), device.device, grant, 1,
                                      protocol::limits::messageBytesTarget});
    if (!passed)
        return fail(passed.error());
    for (const protocol::LogRow &row : passed->rows) {
        const auto states = protocol::decodeEntities(row.post);
        if (!states)
            return fail(states.error());
        for (const protocol::EntityState &state : *states) {
            if (state.id == grant)
                device = underGrant(device, state, Instant());
        }
    }
    return {};
}

} // namespace

Result<ScopeRead> readScope(ServerStorage &storage, ProductionId production, DeviceId device,
                            const Visibility &before, quint64 cursor)
{
    const auto record = storage.device(production, device);
    if (!record)
        return fail(record.error());
    if (!*record)
        return fail(ErrorCode::NotFound, u"the device is not registered any more"_s);
    ScopeRead read;
    read.device = **record;
    if (toy(19)) {
        const auto passed = goByThePassedRow(storage, production, cursor, read.device);
        if (!passed)
            return fail(passed.error());
    }
    read.visibility = visibilityOf(read.device);
    if (read.visibility.isNothing()) {
        auto purge = signedPurge(storage, production, device, cursor);
        if (!purge)
            return fail(purge.error());
        read.purge = std::move(*purge);
    } else if (read.visibility != before) {
        auto change = signedChange(storage, production, device, before, read.visibility, cursor);
        if (!change)
            return fail(change.error());
        read.change = std::move(*change);
    }
    return read;
}

Result<protocol::Purge> signedPurge(ServerStorage &storage, ProductionId production,
                                    DeviceId device, quint64 head)
{
    protocol::Purge purge;
    purge.reason = protocol::Revoked;
    purge.sequence = head;
    const auto signature = storage.signAsAuthority(
        production, protocol::removalBytes(production, device, head, {}, purge.reason));
    if (!signature)
        return fail(signature.error());
    purge.signature = *signature;
    return purge;
}

} // namespace film::sync
