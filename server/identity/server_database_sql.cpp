#include "server/identity/server_database_sql.h"

#include "server/admin/admin_tasks.h"
#include "server/admin/membership.h"
#include "server/identity/invite_code.h"
#include "server/identity/member_grants.h"
#include "server/telemetry/logging.h"
#include "shared/base/random.h"
#include "shared/base/uuid_source.h"
#include "shared/store/epoch_repository.h"
#include "shared/store/identity_repository.h"
#include "shared/store/log_reader.h"
#include "shared/store/production_repository.h"
#include "shared/store/server_audit.h"
#include "shared/store/transaction.h"
#include "shared/sync/signing.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
using protocol::JoinNo;

namespace {

// Longer than a shoot with its preparation and its reshoots; a device that is still wanted then
// joins again.
constexpr std::chrono::hours certificateLife = std::chrono::days(400);
// A clock that runs behind must not make a certificate that is not valid yet.
constexpr std::chrono::minutes clockTolerance{10};
constexpr qsizetype deviceNameMax = 100;

JoinNo::Code codeOf(store::InviteProblem problem)
{
    switch (problem) {
    case store::InviteProblem::Used: return JoinNo::Code::UsedCode;
    case store::InviteProblem::Expired: return JoinNo::Code::ExpiredCode;
    case store::InviteProblem::Unknown: break;
    }
    return JoinNo::Code::UnknownCode;
}

} // namespace

Result<std::unique_ptr<ServerDatabase>> ServerDatabaseSql::open(const QString &address,
                                                                store::StatementWatch *watch)
{
    auto storage = store::ServerStorageSql::open(address);
    if (!storage)
        return fail(storage.error());
    (*storage)->database().setWatch(watch);
    return std::make_unique<ServerDatabaseSql>(*std::move(storage));
}

Result<> ServerDatabaseSql::beginEpoch(ProductionId production, EpochId current,
                                       const QString &reason, Instant now)
{
    return store::EpochRepository(m_storage->database()).begin(production, current, reason, now);
}

Result<JoinAnswer> ServerDatabaseSql::join(const protocol::Join &join, Instant now)
{
    Result<store::Transaction> transaction = store::Transaction::begin(m_storage->database());
    if (!transaction)
        return fail(transaction.error());
    store::IdentityRepository identities(m_storage->database());
    const auto consumed = identities.consumeInvite(inviteCodeHash(join.code), now);
    if (!consumed)
        return fail(consumed.error());
    if (!*consumed)
        return JoinAnswer(JoinNo{codeOf(consumed->error()), 0});
    const auto joining = joiningOf(join, **consumed, now);
    if (!joining)
        return fail(joining.error());
    const store::MemberRow &member = joining->member;
    if (joining->isRefused)
        return JoinAnswer(JoinNo{JoinNo::Code::ExpiredCode, 0});
    const Result<> added =
        joining->isOwn ? Result<>() : identities.addMember(joining->production, member);
    if (!added)
        return fail(added.error());
    Result<protocol::Joined> joined = registerDevice(join, now, *joining);
    if (!joined)
        return fail(joined.error());
    joined->person = member.person;
    joined->role = static_cast<quint32>(member.role);
    joined->personName = member.name;
    SystemRandom salts;
    store::ServerAct act;
    act.atMs = msSinceEpoch(now);
    act.act = u"device-joined"_s;
    act.production = joining->production;
    act.subject = joined->certificate.device.toByteArray();
    act.detail = (*consumed)->roleText();
    if (const Result<> recorded = store::ServerAudit(m_storage->database(), salts).append(act);
        !recorded)
        return fail(recorded.error());
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    if (joining->isOwn)
        return JoinAnswer(*std::move(joined));
    // The device is registered and its code used up: that must not fail any more. Without the
    // grant the member counts as registered, and the next start of a server makes up for it.
    // A role that the production made is then given by hand.
    if (const Result<> granted =
            grantInvited(*m_storage, joining->production, member, customRoleOf(*joining, now), now);
        !granted)
        qCWarning(serverLog).noquote() << u"a grant was not written: "_s + granted.error().message;
    return JoinAnswer(*std::move(joined));
}

// As it is now: it may have been changed since, for all who have it. One that is gone leaves the
// nearest of the fixed roles, which holds nothing more.
std::optional<CustomRole> ServerDatabaseSql::customRoleOf(const Joining &joining, Instant now)
{
    if (joining.customRole.isEmpty())
        return std::nullopt;
    const auto role = AdminTasks(*m_storage, now).roleNamed(joining.production, joining.customRole);
    if (!role) // its name, which somebody typed, is not for the log
        qCWarning(serverLog).noquote()
            << u"the role of an invite is not there any more: "_s + joining.production.toString();
    return role ? role->custom : std::nullopt;
}

// The serial stays: it is the same key of the same device, and nobody else keeps the certificate.
Result<qint64> ServerDatabaseSql::renew(ProductionId production, DeviceId device,
                                        const Hash32 &tokenHash, Instant now)
{
    const qint64 ends = msSinceEpoch(now + certificateLife);
    const Result<> done = store::IdentityRepository(m_storage->database())
                              .prolongDevice(production, device, tokenHash, ends);
    return done ? Result<qint64>(ends) : fail(done.error());
}

Result<ServerDatabaseSql::Joining> ServerDatabaseSql::joiningOf(const protocol::Join &join,
                                                                const store::InviteRow &invite,
                                                                Instant now)
{
    store::IdentityRepository identities(m_storage->database());
    Joining joining{invite.production, invite.whom,      std::nullopt,
                    invite.customRole, invite.createdMs, !invite.whom.user.isNull()};
    if (joining.isOwn) {
        if (const Result<> kept = keepMembership(joining, now); !kept)
            return fail(kept.error());
        if (joining.isRefused)
            return joining;
    } else if (!joining.member.person.isNull()) {
        // A person with two devices is one user.
        const auto known = identities.memberForPerson(invite.production, joining.member.person);
        if (!known)
            return fail(known.error());
        if (*known)
            joining.member.user = (*known)->user;
    }
    auto device = deviceAgain(join, joining);
    if (!device)
        return fail(device.error());
    joining.device = std::move(*device);
    SystemRandom random;
    if (joining.device)
        joining.member.user = joining.device->user;
    if (!joining.isOwn && !joining.member.user.isNull()) {
        if (const Result<> kept = keepMembership(joining, now); !kept)
            return fail(kept.error());
    }
    if (joining.member.user.isNull())
        joining.member.user = UuidSource(random).next<UserId>(now);
    return joining;
}

// Whoever is on the production already stays what they are: a code takes nothing from them, and
// makes no computer of somebody who holds more than it gives. What it said may be over: somebody
// who had more, or has ended since, does not get it back by a code from before.
Result<> ServerDatabaseSql::keepMembership(Joining &joining, Instant now)
{
    const auto current = membershipOf(*m_storage, joining.production, joining.member.user);
    if (!current)
        return fail(current.error());
    const auto isOld = isOlderThanGrant(joining);
    if (!isOld)
        return fail(isOld.error());
    if (!*current) {
        joining.isRefused = joining.isOwn || *isOld;
        return {};
    }
    const auto custom = customRoleOf(joining, now);
    const Permissions given = custom ? custom->permissions : Permissions(joining.member.role);
    const Permissions held = (*current)->permissions();
    joining.isRefused = !given.covers(held) || (!joining.isOwn && *isOld && given != held);
    if (joining.isOwn || given == held) {
        joining.isOwn = true;
        joining.member.role = (*current)->role;
        joining.member.person = (*current)->person;
        joining.member.department = (*current)->department;
    }
    return {};
}

// Whether what the member is was decided after the code was made. Who is asked back in the same
// moment is.
Result<bool> ServerDatabaseSql::isOlderThanGrant(const Joining &joining)
{
    const auto grant =
        m_storage->entity(joining.production, grantId(joining.production, joining.member.user));
    if (!grant)
        return fail(grant.error());
    if (!*grant)
        return false;
    const auto decided = store::LogReader(m_storage->database(), joining.production)
                             .receivedAt((*grant)->lastSequence);
    if (!decided)
        return fail(decided.error());
    return *decided && joining.invitedMs < **decided;
}

// What the device wrote names it and its user, and would be refused from any other: so it stays
// who it was, if the code is for the one whose it was. A code for a role and no person says
// nothing more than the role.
Result<std::optional<store::DeviceRow>> ServerDatabaseSql::deviceAgain(const protocol::Join &join,
                                                                       const Joining &joining)
{
    store::IdentityRepository identities(m_storage->database());
    for (const protocol::KnownKey &known : join.known) {
        auto device = identities.deviceOfKey(joining.production, known.key);
        if (!device)
            return fail(device.error());
        if (!*device)
            continue;
        const auto owner = identities.member(joining.production, (*device)->user);
        if (!owner)
            return fail(owner.error());
        if (!*owner || (*owner)->person != joining.member.person)
            continue;
        const bool isTheirs = joining.member.person.isNull() && !joining.isOwn
            ? (*owner)->role == joining.member.role
            : (*device)->user == joining.member.user;
        if (isTheirs)
            return device;
    }
    return std::nullopt;
}

Result<protocol::Joined> ServerDatabaseSql::registerDevice(const protocol::Join &join, Instant now,
                                                           const Joining &joining)
{
    const ProductionId production = joining.production;
    store::ProductionRepository productions(m_storage->database());
    const auto keys = productions.keys(production);
    const auto serial = productions.takeCertificateSerial(production);
    const auto rows = productions.list();
    if (!keys || !serial || !rows)
        return fail(!keys ? keys.error() : !serial ? serial.error() : rows.error());

    SystemRandom random;
    const sync::Ed25519Signer authority(keys->seed);
    const auto token = random.bytes<32>();
    protocol::Joined joined;
    protocol::DeviceCertificate &certificate = joined.certificate;
    certificate.production = production;
    certificate.device =
        joining.device ? joining.device->device : UuidSource(random).next<DeviceId>(now);
    certificate.user = joining.member.user;
    certificate.deviceKey = joining.device ? joining.device->key : join.deviceKey;
    certificate.serial = *serial;
    certificate.notBeforeMs = msSinceEpoch(now - clockTolerance);
    certificate.notAfterMs = msSinceEpoch(now + certificateLife);
    certificate.signature = authority.sign(protocol::certificateBytes(certificate));
    joined.authorityKey = authority.publicKey();
    joined.token = QByteArray(reinterpret_cast<const char *>(token.data()), token.size());
    const auto row = std::ranges::find(*rows, production, &store::ProductionRow::id);
    if (row != rows->end())
        joined.productionTitle = row->title;

    store::DeviceRow device;
    device.device = certificate.device;
    device.user = certificate.user;
    device.name = join.deviceName.left(deviceNameMax);
    device.key = certificate.deviceKey;
    device.certificate = certificate.serial;
    device.certificateEndsMs = certificate.notAfterMs;
    device.tokenHash = sha256(joined.token);
    store::IdentityRepository identities(m_storage->database());
    const Result<> kept = joining.device ? identities.renewDevice(production, device)
                                         : identities.addDevice(production, device, now);
    if (!kept)
        return fail(kept.error());
    return joined;
}

} // namespace film::server
