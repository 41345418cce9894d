#include "server/identity/server_database_sql.h"

#include "server/identity/invite_code.h"
#include "shared/base/random.h"
#include "shared/base/uuid_source.h"
#include "shared/store/identity_repository.h"
#include "shared/store/production_repository.h"
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

Result<std::unique_ptr<ServerDatabase>> ServerDatabaseSql::open(const QString &address)
{
    auto storage = store::ServerStorageSql::open(address);
    if (!storage)
        return fail(storage.error());
    return std::make_unique<ServerDatabaseSql>(*std::move(storage));
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
    const store::InviteRow &invite = **consumed;

    store::MemberRow member = invite.whom;
    SystemRandom random;
    member.user = UuidSource(random).next<UserId>(now);
    if (!member.person.isNull()) {
        // A person with two devices is one user.
        const auto known = identities.memberForPerson(invite.production, member.person);
        if (!known)
            return fail(known.error());
        if (*known)
            member.user = (*known)->user;
    }
    if (const Result<> added = identities.addMember(invite.production, member); !added)
        return fail(added.error());
    Result<protocol::Joined> joined = registerDevice(join, now, invite.production, member.user);
    if (!joined)
        return fail(joined.error());
    joined->person = member.person;
    joined->role = static_cast<quint32>(member.role);
    joined->personName = member.name;
    if (const Result<> committed = transaction->commit(); !committed)
        return fail(committed.error());
    return JoinAnswer(*std::move(joined));
}

Result<protocol::Joined> ServerDatabaseSql::registerDevice(const protocol::Join &join, Instant now,
                                                           ProductionId production, UserId user)
{
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
    certificate.device = UuidSource(random).next<DeviceId>(now);
    certificate.user = user;
    certificate.deviceKey = join.deviceKey;
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
    device.user = user;
    device.name = join.deviceName.left(deviceNameMax);
    device.key = join.deviceKey;
    device.certificate = certificate.serial;
    device.certificateEndsMs = certificate.notAfterMs;
    device.tokenHash = sha256(joined.token);
    store::IdentityRepository identities(m_storage->database());
    if (const Result<> added = identities.addDevice(production, device, now); !added)
        return fail(added.error());
    return joined;
}

} // namespace film::server
