#include "shared/store/identity_repository.h"

#include "shared/store/statement.h"

#include <algorithm>

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const protocol::PublicKey &key)
{
    return {reinterpret_cast<const char *>(key.data()), qsizetype(key.size())};
}

// Columns from `first`: role, person_id, department_id, name.
MemberRow memberIn(const Statement &row, int first)
{
    MemberRow member;
    member.role = roleFromNumber(row.number(first)).value_or(Role::Crew);
    member.person = PersonId::fromBytes(row.bytes(first + 1)).value_or(PersonId());
    member.department = DepartmentId::fromBytes(row.bytes(first + 2)).value_or(DepartmentId());
    member.name = row.text(first + 3);
    return member;
}

// Columns: production_id, code_hash, role, person_id, department_id, name, expires_ms, used_ms,
// custom_role, user_id, created_ms.
InviteRow inviteIn(const Statement &row)
{
    InviteRow invite;
    invite.production = ProductionId::fromBytes(row.bytes(0)).value_or(ProductionId());
    invite.codeHash = Hash32::fromBytes(row.bytes(1)).value_or(Hash32());
    invite.whom = memberIn(row, 2);
    invite.expiresMs = row.number(6);
    if (!row.isNull(7))
        invite.usedMs = row.number(7);
    invite.customRole = row.text(8);
    invite.whom.user = UserId::fromBytes(row.bytes(9)).value_or(UserId());
    invite.createdMs = row.number(10);
    return invite;
}

// Columns: device_id, user_id, name, public_key, certificate, certificate_ends_ms, token_hash,
// revoked.
DeviceRow deviceIn(const Statement &row)
{
    DeviceRow device;
    device.device = DeviceId::fromBytes(row.bytes(0)).value_or(DeviceId());
    device.user = UserId::fromBytes(row.bytes(1)).value_or(UserId());
    device.name = row.text(2);
    const QByteArray key = row.bytes(3);
    std::copy_n(key.begin(), std::min<qsizetype>(key.size(), 32), device.key.begin());
    device.certificate = row.unsignedNumber(4);
    device.certificateEndsMs = row.number(5);
    device.tokenHash = Hash32::fromBytes(row.bytes(6)).value_or(Hash32());
    device.revoked = row.number(7) != 0;
    return device;
}

} // namespace

InviteId InviteRow::id() const
{
    return idFromHash<InviteId>(sha256(QByteArray("invite " + codeHash.toByteArray())));
}

Result<> IdentityRepository::addInvite(const InviteRow &invite, Instant now)
{
    Statement insert(m_database, u"invite.add"_s,
                     u"INSERT INTO invite (production_id, code_hash, role, person_id,"
                     " department_id, name, created_ms, expires_ms, custom_role,"
                     " user_id)"
                     " VALUES (:production, :code, :role, :person, :department, :name, :now,"
                     " :expires, :custom, :user)"_s);
    insert.bind(u":production", invite.production.toByteArray())
        .bind(u":code", invite.codeHash.toByteArray())
        .bind(u":role", int(invite.whom.role))
        .bind(u":person", invite.whom.person.toByteArray())
        .bind(u":department", invite.whom.department.toByteArray())
        .bind(u":name", invite.whom.name)
        .bind(u":now", msSinceEpoch(now))
        .bind(u":expires", invite.expiresMs)
        .bind(u":custom", invite.customRole)
        .bind(u":user", invite.whom.user.toByteArray());
    return insert.run();
}

Result<std::vector<InviteRow>> IdentityRepository::invites(ProductionId production)
{
    Statement select(m_database, u"invite.list"_s,
                     u"SELECT production_id, code_hash, role, person_id, department_id, name,"
                     " expires_ms, used_ms, custom_role, user_id, created_ms FROM invite"
                     " WHERE production_id = :production"
                     " ORDER BY created_ms DESC, code_hash LIMIT 10000"_s);
    select.bind(u":production", production.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<InviteRow> rows;
    while (select.next())
        rows.push_back(inviteIn(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<std::optional<InviteRow>> IdentityRepository::withdrawInvite(ProductionId production,
                                                                    InviteId id)
{
    const auto rows = invites(production);
    if (!rows)
        return fail(rows.error());
    const auto row = std::ranges::find(*rows, id, &InviteRow::id);
    if (row == rows->end())
        return std::nullopt;
    Statement remove(m_database, u"invite.withdraw"_s,
                     u"DELETE FROM invite WHERE production_id = :production AND code_hash = :code"
                     " AND used_ms IS NULL RETURNING code_hash"_s);
    remove.bind(u":production", production.toByteArray())
        .bind(u":code", row->codeHash.toByteArray());
    if (const Result<> ran = remove.run(); !ran)
        return fail(ran.error());
    return remove.next() ? std::optional(*row) : std::nullopt;
}

Result<tl::expected<InviteRow, InviteProblem>> IdentityRepository::consumeInvite(Hash32 codeHash,
                                                                                 Instant now)
{
    using Answer = tl::expected<InviteRow, InviteProblem>;
    Statement update(m_database, u"invite.consume"_s,
                     u"UPDATE invite SET used_ms = :now"
                     " WHERE code_hash = :code AND used_ms IS NULL AND expires_ms > :now"
                     " RETURNING production_id, code_hash, role, person_id, department_id, name,"
                     " expires_ms, used_ms, custom_role, user_id, created_ms"_s);
    update.bind(u":now", msSinceEpoch(now)).bind(u":code", codeHash.toByteArray());
    if (const Result<> ran = update.run(); !ran)
        return fail(ran.error());
    if (update.next())
        return Answer(inviteIn(update));

    Statement select(m_database, u"invite.why_not"_s,
                     u"SELECT used_ms FROM invite WHERE code_hash = :code"
                     " ORDER BY created_ms DESC LIMIT 1"_s);
    select.bind(u":code", codeHash.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return Answer(tl::unexpected(InviteProblem::Unknown));
    return Answer(tl::unexpected(select.isNull(0) ? InviteProblem::Expired : InviteProblem::Used));
}

Result<> IdentityRepository::addMember(ProductionId production, const MemberRow &member)
{
    Statement insert(m_database, u"member.add"_s,
                     u"INSERT INTO member (production_id, user_id, role, person_id, department_id,"
                     " name) VALUES (:production, :user, :role, :person, :department, :name)"
                     " ON CONFLICT (production_id, user_id) DO UPDATE SET role = excluded.role,"
                     " person_id = excluded.person_id, department_id = excluded.department_id,"
                     " name = excluded.name"_s);
    insert.bind(u":production", production.toByteArray())
        .bind(u":user", member.user.toByteArray())
        .bind(u":role", int(member.role))
        .bind(u":person", member.person.toByteArray())
        .bind(u":department", member.department.toByteArray())
        .bind(u":name", member.name);
    return insert.run();
}

Result<std::optional<MemberRow>> IdentityRepository::memberForPerson(ProductionId production,
                                                                     PersonId person)
{
    Statement select(m_database, u"member.for_person"_s,
                     u"SELECT user_id, role, person_id, department_id, name FROM member"
                     " WHERE production_id = :production AND person_id = :person"
                     " ORDER BY user_id LIMIT 1"_s);
    select.bind(u":production", production.toByteArray()).bind(u":person", person.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return std::nullopt;
    MemberRow member = memberIn(select, 1);
    member.user = UserId::fromBytes(select.bytes(0)).value_or(UserId());
    return std::optional(member);
}

Result<std::optional<MemberRow>> IdentityRepository::member(ProductionId production, UserId user)
{
    Statement select(m_database, u"member.one"_s,
                     u"SELECT role, person_id, department_id, name FROM member"
                     " WHERE production_id = :production AND user_id = :user"_s);
    select.bind(u":production", production.toByteArray()).bind(u":user", user.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return std::nullopt;
    MemberRow member = memberIn(select, 0);
    member.user = user;
    return std::optional(member);
}

Result<std::vector<MemberRow>> IdentityRepository::members(ProductionId production)
{
    Statement select(m_database, u"member.list"_s,
                     u"SELECT user_id, role, person_id, department_id, name FROM member"
                     " WHERE production_id = :production ORDER BY user_id LIMIT 100000"_s);
    select.bind(u":production", production.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<MemberRow> rows;
    while (select.next()) {
        rows.push_back(memberIn(select, 1));
        rows.back().user = UserId::fromBytes(select.bytes(0)).value_or(UserId());
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<> IdentityRepository::addDevice(ProductionId production, const DeviceRow &device,
                                       Instant now)
{
    Statement insert(m_database, u"device.add"_s,
                     u"INSERT INTO device (production_id, device_id, user_id, name, public_key,"
                     " certificate, certificate_ends_ms, token_hash, revoked, created_ms)"
                     " VALUES (:production, :device, :user, :name, :key, :certificate, :ends,"
                     " :token, 0, :now)"_s);
    insert.bind(u":production", production.toByteArray())
        .bind(u":device", device.device.toByteArray())
        .bind(u":user", device.user.toByteArray())
        .bind(u":name", device.name)
        .bind(u":key", bytesOf(device.key))
        .bind(u":certificate", device.certificate)
        .bind(u":ends", device.certificateEndsMs)
        .bind(u":token", device.tokenHash.toByteArray())
        .bind(u":now", msSinceEpoch(now));
    return insert.run();
}

Result<> IdentityRepository::renewDevice(ProductionId production, const DeviceRow &device)
{
    Statement update(m_database, u"device.renew"_s,
                     u"UPDATE device SET name = :name, certificate = :certificate,"
                     " certificate_ends_ms = :ends, token_hash = :token"
                     " WHERE production_id = :production AND device_id = :device AND revoked = 0"
                     " RETURNING device_id"_s);
    update.bind(u":name", device.name)
        .bind(u":certificate", device.certificate)
        .bind(u":ends", device.certificateEndsMs)
        .bind(u":token", device.tokenHash.toByteArray())
        .bind(u":production", production.toByteArray())
        .bind(u":device", device.device.toByteArray());
    if (const Result<> ran = update.run(); !ran)
        return ran;
    if (!update.next())
        return fail(ErrorCode::NotFound, u"no such device is welcome"_s);
    return {};
}

Result<> IdentityRepository::prolongDevice(ProductionId production, DeviceId device,
                                           const Hash32 &tokenHash, qint64 endsMs)
{
    Statement update(m_database, u"device.prolong"_s,
                     u"UPDATE device SET certificate_ends_ms = :ends"
                     " WHERE production_id = :production AND device_id = :device"
                     " AND token_hash = :token AND revoked = 0 RETURNING device_id"_s);
    update.bind(u":ends", endsMs)
        .bind(u":production", production.toByteArray())
        .bind(u":device", device.toByteArray())
        .bind(u":token", tokenHash.toByteArray());
    if (const Result<> ran = update.run(); !ran)
        return ran;
    if (!update.next())
        return fail(ErrorCode::NotFound, u"no such device is welcome"_s);
    return {};
}

Result<std::optional<DeviceRow>> IdentityRepository::deviceOfKey(ProductionId production,
                                                                 const protocol::PublicKey &key)
{
    Statement select(m_database, u"device.of_key"_s,
                     u"SELECT device_id, user_id, name, public_key, certificate,"
                     " certificate_ends_ms, token_hash, revoked FROM device"
                     " WHERE production_id = :production AND public_key = :key AND revoked = 0"
                     " ORDER BY device_id LIMIT 1"_s);
    select.bind(u":production", production.toByteArray()).bind(u":key", bytesOf(key));
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return std::nullopt;
    return std::optional(deviceIn(select));
}

Result<std::vector<DeviceRow>> IdentityRepository::devices(ProductionId production)
{
    Statement select(m_database, u"device.list"_s,
                     u"SELECT device_id, user_id, name, public_key, certificate,"
                     " certificate_ends_ms, token_hash, revoked FROM device"
                     " WHERE production_id = :production ORDER BY name, device_id LIMIT 100000"_s);
    select.bind(u":production", production.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<DeviceRow> rows;
    while (select.next())
        rows.push_back(deviceIn(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<bool> IdentityRepository::revokeDevice(ProductionId production, DeviceId device)
{
    Statement update(m_database, u"device.revoke"_s,
                     u"UPDATE device SET revoked = 1 WHERE production_id = :production"
                     " AND device_id = :device RETURNING device_id"_s);
    update.bind(u":production", production.toByteArray()).bind(u":device", device.toByteArray());
    if (const Result<> ran = update.run(); !ran)
        return fail(ran.error());
    return update.next();
}

} // namespace film::store
