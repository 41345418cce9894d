#include "server/admin/admin_tasks.h"

#include "server/admin/production_reader.h"
#include "server/identity/invite_code.h"
#include "server/identity/member_grants.h"
#include "shared/base/random.h"
#include "shared/base/uuid_source.h"
#include "shared/domain/import/call_sheet_import.h"
#include "shared/domain/import/crew_records.h"
#include "shared/domain/import/work_day_import.h"
#include "shared/domain/record_change.h"
#include "shared/domain/records.h"
#include "shared/domain/zone_time.h"
#include "shared/store/epoch_repository.h"
#include "shared/store/identity_repository.h"
#include "shared/store/production_repository.h"
#include "shared/store/transaction.h"
#include "shared/sync/author.h"
#include "shared/sync/signing.h"

#include <QTimeZone>

#include <limits>

namespace film::server {

using namespace Qt::StringLiterals;
using store::OpenActs;

namespace {

Result<ProductionRecords> readKnown(sync::ServerStorage &storage, ProductionId production)
{
    Result<ProductionRecords> records = readProduction(storage, production);
    if (records && !records->production)
        return fail(ErrorCode::NotFound, u"unknown production"_s);
    return records;
}

constexpr std::chrono::minutes ownDeviceCodeLife{10};

bool needsDepartment(const Permissions &permissions)
{
    return std::ranges::any_of(allActions(), [&permissions](Action action) {
        return permissions.reach(action) == Reach::Department;
    });
}

// For another computer of a member, as what they are now: that is how far the code reaches.
void setMember(store::InviteRow &invite, const Membership &member)
{
    invite.whom.user = member.user;
    invite.whom.role = member.role;
    invite.whom.department = member.department;
    invite.customRole = member.custom ? member.custom->name : QString();
}

Result<Person> findPerson(const std::vector<Person> &people, const QString &name)
{
    std::vector<Person> found;
    std::ranges::copy_if(people, std::back_inserter(found), [&name](const Person &person) {
        return person.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
    if (found.empty())
        return fail(ErrorCode::NotFound, u"nobody of that name is on the crew list"_s);
    if (found.size() > 1)
        return fail(ErrorCode::Conflict, u"several people of that name are on the crew list"_s);
    return found.front();
}

} // namespace

Result<ProductionId> AdminTasks::createProduction(const Production &production)
{
    SystemRandom random;
    UuidSource ids(random);
    Production created = production;
    created.id = ids.next<ProductionId>(m_now);
    const EntityId record = EntityId::of(created.id);
    const GroupMap groups = toGroups(created);
    const Result<> checked = checkRecord(created.id, EntityType::Production, record, groups);
    if (!checked)
        return fail(checked.error());
    store::ProductionKeys keys;
    keys.seed = random.bytes<32>();
    keys.systemDevice = ids.next<DeviceId>(m_now);
    keys.systemUser = ids.next<UserId>(m_now);
    store::ProductionRepository productions(m_storage.database());
    if (const Result<> made =
            productions.create(created.id, created.title, ids.next<EpochId>(m_now), keys, m_now);
        !made)
        return fail(made.error());
    if (const Result<> added = addSystemDevice(created.id); !added)
        return fail(added.error());
    const Result<> written =
        intended(OpenActs::Turn::None, actOf(u"production-created"_s, created.id, {}, {}),
                 [&]() -> Result<> {
                     const auto first = writeRecords(
                         m_storage, created.id, {{EntityType::Production, record, groups}}, m_now);
                     return first ? Result<>() : fail(first.error());
                 });
    if (!written)
        return fail(written.error());
    return created.id;
}

store::ServerAct AdminTasks::actOf(const QString &act, ProductionId production, QByteArray subject,
                                   const QString &detail) const
{
    store::ServerAct row;
    row.atMs = msSinceEpoch(m_now);
    row.act = act;
    row.by = m_by.account;
    row.production = production;
    row.subject = std::move(subject);
    row.detail = detail;
    row.address = m_by.address;
    return row;
}

Result<> AdminTasks::writeDown(const QString &act, ProductionId production, QByteArray subject,
                               const QString &detail)
{
    SystemRandom random;
    return store::ServerAudit(m_storage.database(), random)
        .record(actOf(act, production, std::move(subject), detail));
}

Result<> AdminTasks::intended(OpenActs::Turn turn, const store::ServerAct &act,
                              const std::function<Result<>()> &done)
{
    SystemRandom random;
    OpenActs acts(m_storage.database(), random);
    const Result<QByteArray> number = acts.open(act, turn);
    if (!number)
        return fail(number.error());
    if (const Result<> did = done(); !did) {
        // A commit whose answer did not come may have been made: that is found, and said, later.
        if (did.error().code != ErrorCode::StoreFailure)
            static_cast<void>(acts.abandon(*number));
        return did;
    }
    return acts.close(*number, act);
}

Result<> AdminTasks::addSystemDevice(ProductionId production)
{
    store::ProductionRepository productions(m_storage.database());
    const auto keys = productions.keys(production);
    const auto serial = productions.takeCertificateSerial(production);
    if (!keys || !serial)
        return fail(keys ? serial.error() : keys.error());
    store::IdentityRepository identities(m_storage.database());
    store::MemberRow member;
    member.user = keys->systemUser;
    member.role = Role::Administrator;
    member.name = u"Server"_s;
    if (const Result<> added = identities.addMember(production, member); !added)
        return added;
    // It never connects: its token's hash is the null hash, which nothing hashes to.
    store::DeviceRow device;
    device.device = keys->systemDevice;
    device.user = keys->systemUser;
    device.name = u"Server"_s;
    device.key = sync::Ed25519Signer(keys->seed).publicKey();
    device.certificate = *serial;
    device.certificateEndsMs = std::numeric_limits<qint64>::max();
    return identities.addDevice(production, device, m_now);
}

Result<ImportReport> AdminTasks::write(const QString &act, ProductionId production,
                                       ImportReport report,
                                       const std::vector<WantedRecord> &records)
{
    if (!allReady(report.verdicts))
        return report;
    SystemRandom random;
    OpenActs acts(m_storage.database(), random);
    const Result<QByteArray> number =
        acts.open(actOf(act, production, {}, {}), OpenActs::Turn::None);
    if (!number)
        return fail(number.error());
    const auto written = writeRecords(m_storage, production, records, m_now);
    if (!written) {
        if (written.error().code != ErrorCode::StoreFailure)
            static_cast<void>(acts.abandon(*number));
        return fail(written.error());
    }
    report.records = *written;
    const bool isNothing = written->written + written->undecided == 0;
    const Result<> said = isNothing
        ? acts.abandon(*number)
        : acts.close(
            *number,
            actOf(act, production, {},
                  u"%1 written, %2 unchanged, %3 to be decided"_s.arg(
                      QString::number(written->written), QString::number(written->unchanged),
                      QString::number(written->undecided))));
    return said ? Result<ImportReport>(std::move(report)) : fail(said.error());
}

Result<ImportReport> AdminTasks::importCrew(ProductionId production, const QByteArray &bytes)
{
    const auto known = readKnown(m_storage, production);
    if (!known)
        return fail(known.error());
    CrewListOptions options;
    options.production = production;
    options.currency = known->production->currency;
    const auto list = importCrewList(bytes, options);
    if (!list)
        return fail(list.error());
    return write(u"crew-imported"_s, production, {list->verdicts, {}},
                 crewRecords(production, *list, known->crew));
}

Result<ImportReport> AdminTasks::importCallSheet(ProductionId production, const QByteArray &bytes)
{
    const auto known = readKnown(m_storage, production);
    if (!known)
        return fail(known.error());
    CallSheetOptions options;
    options.zone = known->production->zone;
    const auto sheet = film::importCallSheet(bytes, known->crew, options);
    if (!sheet)
        return fail(sheet.error());
    std::vector<WantedRecord> records;
    if (sheet->day)
        records.push_back({EntityType::ShootingDay,
                           shootingDayId(production, sheet->day->date, sheet->day->unit),
                           toGroups(*sheet->day)});
    return write(u"call-sheet-imported"_s, production, {sheet->verdicts, {}}, records);
}

Result<ImportReport> AdminTasks::importDays(ProductionId production, const QByteArray &bytes)
{
    const auto known = readKnown(m_storage, production);
    if (!known)
        return fail(known.error());
    WorkDayOptions options;
    options.zone = known->production->zone;
    options.shootingDays = known->shootingDays;
    options.usualMoney = known->production->currency;
    const auto days = importWorkDays(bytes, known->crew, options);
    if (!days)
        return fail(days.error());
    std::vector<WantedRecord> records;
    for (const WorkDay &day : days->days) {
        GroupMap groups = toGroups(day);
        addInstants(groups, day, QTimeZone(day.zone.isEmpty() ? options.zone : day.zone));
        records.push_back({EntityType::TimeEntry, workDayId(production, day.key), groups});
    }
    return write(u"days-imported"_s, production, {days->verdicts, {}}, records);
}

Result<QString> AdminTasks::invite(ProductionId production, const InviteWish &wish)
{
    const auto known = readKnown(m_storage, production);
    if (!known)
        return fail(known.error());
    const Permissions permissions = wish.permissions();
    store::InviteRow invite;
    invite.production = production;
    invite.whom.role = wish.role.value_or(Role::Crew);
    if (wish.custom)
        invite.customRole = wish.custom->name;
    if (!wish.personName.isEmpty()) {
        const Result<Person> person = findPerson(known->crew.people, wish.personName);
        if (!person)
            return fail(person.error());
        invite.whom.person = person->id;
        invite.whom.name = person->name;
        if (needsDepartment(permissions))
            invite.whom.department = person->department;
        const auto member = membershipNamed(production, wish.personName);
        if (!member)
            return fail(member.error());
        const bool isPlain = !wish.custom && invite.whom.role == Role::Crew;
        if (*member && (isPlain || (*member)->permissions() == permissions))
            setMember(invite, **member);
    } else if (!permissions.reachesAll(Action::SeeDays)) {
        // Crew and heads of department see what is theirs, so they have to be somebody.
        return fail(ErrorCode::InvalidInput, u"this role needs a person of the crew list"_s);
    }
    SystemRandom random;
    const QString code = makeInviteCode(random);
    invite.codeHash = inviteCodeHash(code);
    invite.expiresMs = msSinceEpoch(m_now + wish.life);
    const QByteArray whom =
        invite.whom.person.isNull() ? QByteArray() : invite.whom.person.toByteArray();
    const Result<> added = together(
        [&] { return store::IdentityRepository(m_storage.database()).addInvite(invite, m_now); },
        actOf(u"invite-made"_s, production, whom, invite.roleText()));
    if (!added)
        return fail(added.error());
    return code;
}

Result<> AdminTasks::withdrawInvite(ProductionId production, store::InviteId id)
{
    Result<store::Transaction> transaction = store::Transaction::begin(m_storage.database());
    if (!transaction)
        return fail(transaction.error());
    const auto invite =
        store::IdentityRepository(m_storage.database()).withdrawInvite(production, id);
    if (!invite)
        return fail(invite.error());
    if (!*invite)
        return fail(ErrorCode::NotFound, u"there is no such invite"_s);
    const PersonId person = (*invite)->whom.person;
    SystemRandom salts;
    const Result<> recorded =
        store::ServerAudit(m_storage.database(), salts)
            .append(actOf(u"invite-withdrawn"_s, production,
                          person.isNull() ? QByteArray() : person.toByteArray(),
                          (*invite)->roleText()));
    return recorded ? transaction->commit() : recorded;
}

Result<std::optional<Membership>> AdminTasks::membershipNamed(ProductionId production,
                                                              const QString &personName)
{
    const auto person = personNamed(production, personName);
    if (!person)
        return fail(person.error());
    const auto member =
        store::IdentityRepository(m_storage.database()).memberForPerson(production, *person);
    if (!member)
        return fail(member.error());
    return *member ? membershipOf(m_storage, production, (*member)->user)
                   : Result<std::optional<Membership>>(std::nullopt);
}

Result<QString> AdminTasks::inviteOwnDevice(ProductionId production, UserId user)
{
    store::IdentityRepository identities(m_storage.database());
    const auto row = identities.member(production, user);
    const auto now = membershipOf(m_storage, production, user);
    if (!row || !now)
        return fail(row ? now.error() : row.error());
    if (!*row || !*now)
        return fail(ErrorCode::NotFound, u"there is no such member"_s);
    store::InviteRow invite;
    invite.production = production;
    invite.whom = **row;
    setMember(invite, **now);
    SystemRandom random;
    const QString code = makeInviteCode(random);
    invite.codeHash = inviteCodeHash(code);
    invite.expiresMs = msSinceEpoch(m_now + ownDeviceCodeLife);
    const Result<> added =
        together([&] { return identities.addInvite(invite, m_now); },
                 actOf(u"device-code-made"_s, production, user.toByteArray(), {}));
    if (!added)
        return fail(added.error());
    return code;
}

Result<> AdminTasks::revokeDevice(ProductionId production, DeviceId device)
{
    const auto record = m_storage.device(production, device);
    if (!record)
        return fail(record.error());
    if (!*record)
        return fail(ErrorCode::NotFound, u"unknown device"_s);
    if (const Result<> revoked = refuseDevice(production, device); !revoked)
        return revoked;
    // In the log as well, so that sessions that run hear of it.
    return changeGrant(
        m_storage, production, (*record)->user,
        [device](Grant &grant) {
            if (std::ranges::find(grant.revokedDevices, device) == grant.revokedDevices.end())
                grant.revokedDevices.push_back(device);
        },
        m_now);
}

Result<> AdminTasks::refuseDevice(ProductionId production, DeviceId device)
{
    return together(
        [&]() -> Result<> {
            const auto revoked =
                store::IdentityRepository(m_storage.database()).revokeDevice(production, device);
            return revoked ? Result<>() : fail(revoked.error());
        },
        actOf(u"device-signed-out"_s, production, device.toByteArray(), {}));
}

Result<AdminTasks::Member> AdminTasks::memberNamed(ProductionId production,
                                                   const QString &personName)
{
    const auto known = readKnown(m_storage, production);
    if (!known)
        return fail(known.error());
    const Result<Person> person = findPerson(known->crew.people, personName);
    if (!person)
        return fail(person.error());
    const auto member =
        store::IdentityRepository(m_storage.database()).memberForPerson(production, person->id);
    if (!member)
        return fail(member.error());
    if (!*member)
        return fail(ErrorCode::NotFound, u"this person has not joined yet"_s);
    return Member{(*member)->user, *person};
}

Result<> AdminTasks::setRole(ProductionId production, const QString &personName,
                             const GivenRole &role)
{
    const Result<Member> member = memberNamed(production, personName);
    if (!member)
        return fail(member.error());
    return giveRole(production, member->user, role);
}

Result<> AdminTasks::giveRole(ProductionId production, UserId user, const GivenRole &role)
{
    const auto member = store::IdentityRepository(m_storage.database()).member(production, user);
    const auto known = readKnown(m_storage, production);
    if (!member || !known)
        return fail(member ? known.error() : member.error());
    if (!*member)
        return fail(ErrorCode::NotFound, u"there is no such member"_s);
    const auto person = std::ranges::find(known->crew.people, (*member)->person, &Person::id);
    const bool isOfCrew = person != known->crew.people.end();
    const Permissions permissions = role.permissions();
    if (!isOfCrew && !permissions.reachesAll(Action::SeeDays))
        return fail(ErrorCode::InvalidInput, u"this role needs a person of the crew list"_s);
    const auto give = [&]() -> Result<> {
        if (role.role != Role::Administrator) {
            if (const Result<> stays = checkAdministratorStays(production, user); !stays)
                return stays;
        }
        return changeGrant(
            m_storage, production, user,
            [&](Grant &grant) {
                grant.role = role.role;
                grant.custom = role.custom;
                grant.department =
                    isOfCrew && needsDepartment(permissions) ? person->department : DepartmentId();
                grant.ended = false;
            },
            m_now);
    };
    return intended(OpenActs::Turn::Members,
                    actOf(u"role-given"_s, production, user.toByteArray(), role.text()), give);
}

Result<AdminTasks::GivenRole> AdminTasks::roleNamed(ProductionId production, const QString &name)
{
    if (const auto role = roleFromName(name))
        return GivenRole{*role, {}};
    const auto own = customRoles(production);
    if (!own)
        return fail(own.error());
    const auto role = std::ranges::find(*own, name, &CustomRole::name);
    if (role == own->end())
        return fail(ErrorCode::InvalidInput, u"%1 is no role"_s.arg(name));
    return GivenRole{nearestRole(role->permissions), *role};
}

Result<std::vector<CustomRole>> AdminTasks::customRoles(ProductionId production)
{
    std::vector<CustomRole> roles;
    const auto keep = [&](const protocol::EntityState &state) {
        const auto groups = state.type == EntityType::Grant && !state.deleted
            ? protocol::decodeGroups(state.groups)
            : fail(ErrorCode::NotFound, QString());
        const auto grant =
            groups ? grantFromGroups(sync::plainGroups(*groups)) : fail(groups.error());
        if (grant && grant->custom
            && grant->user == customRoleUser(production, grant->custom->name))
            roles.push_back(*grant->custom);
    };
    if (const Result<> read = forEachRecord(m_storage, production, keep); !read)
        return fail(read.error());
    std::ranges::sort(roles, {}, &CustomRole::name);
    return roles;
}

Result<std::vector<UserId>> AdminTasks::membersWith(ProductionId production,
                                                    const QString &customRole)
{
    const auto members = store::IdentityRepository(m_storage.database()).members(production);
    if (!members)
        return fail(members.error());
    const UserId role = customRoleUser(production, customRole);
    std::vector<UserId> users;
    for (const store::MemberRow &member : *members) {
        const auto now = membershipOf(m_storage, production, member.user);
        if (!now)
            return fail(now.error());
        if (*now && (*now)->custom && customRoleUser(production, (*now)->custom->name) == role)
            users.push_back(member.user);
    }
    return users;
}

Result<> AdminTasks::defineRole(ProductionId production, const CustomRole &role)
{
    for (const auto &problem : {problemOfName(role.name), problemOfReaches(role.permissions)}) {
        if (problem)
            return fail(ErrorCode::InvalidInput, *problem);
    }
    Grant kept;
    kept.user = customRoleUser(production, role.name);
    kept.name = role.name;
    kept.role = nearestRole(role.permissions);
    kept.ended = true; // it is nobody's
    kept.custom = role;
    const auto define = [&]() -> Result<> {
        const auto known = customRoles(production);
        const auto holders = membersWith(production, role.name);
        const auto records = readKnown(m_storage, production);
        if (!known || !holders || !records)
            return fail(!known ? known.error() : !holders ? holders.error() : records.error());
        const bool isNew = std::ranges::none_of(*known, [&](const CustomRole &other) {
            return customRoleUser(production, other.name) == kept.user;
        });
        if (isNew && known->size() >= custom_role_limits::rolesMax)
            return fail(ErrorCode::LimitExceeded,
                        u"there are %1 roles already"_s.arg(custom_role_limits::rolesMax));
        if (const Result<> written = writeGrant(m_storage, production, kept, m_now); !written)
            return written;
        for (const UserId user : *holders) {
            const auto change = [&](Grant &grant) {
                const auto person =
                    std::ranges::find(records->crew.people, grant.person, &Person::id);
                grant.role = kept.role;
                grant.custom = role;
                grant.department =
                    person != records->crew.people.end() && needsDepartment(role.permissions)
                    ? person->department
                    : DepartmentId();
            };
            if (const Result<> changed = changeGrant(m_storage, production, user, change, m_now);
                !changed)
                return changed;
        }
        return {};
    };
    return intended(OpenActs::Turn::Members,
                    actOf(u"role-defined"_s, production, kept.user.toByteArray(), role.name),
                    define);
}

Result<> AdminTasks::removeRole(ProductionId production, const QString &name)
{
    Grant kept;
    kept.user = customRoleUser(production, name);
    kept.name = name;
    kept.ended = true;
    const auto remove = [&]() -> Result<> {
        const auto known = roleNamed(production, name);
        if (!known || !known->custom)
            return fail(ErrorCode::NotFound, u"there is no such role"_s);
        const auto holders = membersWith(production, name);
        if (!holders)
            return fail(holders.error());
        if (!holders->empty())
            return fail(
                ErrorCode::Conflict,
                u"%1 members have this role; give them another one first"_s.arg(holders->size()));
        return writeGrant(m_storage, production, kept, m_now);
    };
    return intended(OpenActs::Turn::Members,
                    actOf(u"role-removed"_s, production, kept.user.toByteArray(), name), remove);
}

Result<> AdminTasks::endMember(ProductionId production, const QString &personName)
{
    const Result<Member> member = memberNamed(production, personName);
    if (!member)
        return fail(member.error());
    return endMember(production, member->user);
}

Result<> AdminTasks::endMember(ProductionId production, UserId user)
{
    const auto member = store::IdentityRepository(m_storage.database()).member(production, user);
    if (!member)
        return fail(member.error());
    if (!*member)
        return fail(ErrorCode::NotFound, u"there is no such member"_s);
    const auto end = [&]() -> Result<> {
        if (const Result<> stays = checkAdministratorStays(production, user); !stays)
            return stays;
        return changeGrant(
            m_storage, production, user, [](Grant &grant) { grant.ended = true; }, m_now);
    };
    return intended(OpenActs::Turn::Members,
                    actOf(u"member-ended"_s, production, user.toByteArray(), {}), end);
}

Result<> AdminTasks::noteExport(ProductionId production)
{
    return writeDown(u"audit-exported"_s, production, {}, {});
}

Result<PersonId> AdminTasks::personNamed(ProductionId production, const QString &name)
{
    const auto known = readKnown(m_storage, production);
    if (!known)
        return fail(known.error());
    const Result<Person> person = findPerson(known->crew.people, name);
    return person ? Result<PersonId>(person->id) : fail(person.error());
}

Result<> AdminTasks::notePrivacy(const QString &act, ProductionId production, PersonId person)
{
    return writeDown(act, production, person.toByteArray(), {});
}

Result<> AdminTasks::together(const std::function<Result<>()> &done, const store::ServerAct &act)
{
    Result<store::Transaction> transaction = store::Transaction::begin(m_storage.database());
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> did = done(); !did)
        return did;
    SystemRandom random;
    const Result<> recorded = store::ServerAudit(m_storage.database(), random).append(act);
    return recorded ? transaction->commit() : recorded;
}

Result<std::vector<store::LegalHold>> AdminTasks::holdsOf(ProductionId production)
{
    auto holds = store::PrivacyRepository(m_storage.database()).holds();
    if (holds)
        std::erase_if(*holds, [production](const store::LegalHold &hold) {
            return hold.production != production;
        });
    return holds;
}

Result<> AdminTasks::setHold(store::LegalHold hold)
{
    const auto known = readKnown(m_storage, hold.production);
    if (!known)
        return fail(known.error());
    if (!hold.person.isNull()
        && std::ranges::find(known->crew.people, hold.person, &Person::id)
            == known->crew.people.end())
        return fail(ErrorCode::NotFound, u"there is no such person"_s);
    hold.atMs = msSinceEpoch(m_now);
    const QByteArray whom = hold.person.isNull() ? QByteArray() : hold.person.toByteArray();
    return together([&] { return store::PrivacyRepository(m_storage.database()).setHold(hold); },
                    actOf(u"hold-set"_s, hold.production, whom, {}));
}

Result<> AdminTasks::liftHold(ProductionId production, PersonId person)
{
    const QByteArray whom = person.isNull() ? QByteArray() : person.toByteArray();
    return together(
        [&]() -> Result<> {
            const auto lifted =
                store::PrivacyRepository(m_storage.database()).liftHold(production, person);
            if (!lifted)
                return fail(lifted.error());
            return *lifted ? Result<>() : fail(ErrorCode::NotFound, u"there is no such hold"_s);
        },
        actOf(u"hold-lifted"_s, production, whom, {}));
}

Result<> AdminTasks::restrictPerson(store::Restriction restriction)
{
    const auto known = readKnown(m_storage, restriction.production);
    if (!known)
        return fail(known.error());
    if (std::ranges::find(known->crew.people, restriction.person, &Person::id)
        == known->crew.people.end())
        return fail(ErrorCode::NotFound, u"there is no such person"_s);
    restriction.atMs = msSinceEpoch(m_now);
    return together(
        [&] { return store::PrivacyRepository(m_storage.database()).restrict(restriction); },
        actOf(u"person-restricted"_s, restriction.production, restriction.person.toByteArray(),
              {}));
}

Result<> AdminTasks::releasePerson(ProductionId production, PersonId person)
{
    return together(
        [&]() -> Result<> {
            const auto released =
                store::PrivacyRepository(m_storage.database()).release(production, person);
            if (!released)
                return fail(released.error());
            return *released ? Result<>()
                             : fail(ErrorCode::NotFound, u"this person is not restricted"_s);
        },
        actOf(u"person-released"_s, production, person.toByteArray(), {}));
}

Result<> AdminTasks::setRetention(store::RetainedKind kind, std::optional<int> days)
{
    const QString policy = days ? u"%1 days"_s.arg(*days) : u"kept"_s;
    return together(
        [&] { return store::PrivacyRepository(m_storage.database()).setPolicy(kind, days); },
        actOf(u"retention-set"_s, {}, {}, store::retainedKindName(kind) + u": "_s + policy));
}

Result<> AdminTasks::restoreDone()
{
    return intended(OpenActs::Turn::None, actOf(u"backup-put-back"_s, {}, {}, {}), [&] {
        return store::EpochRepository(m_storage.database())
            .beginEverywhere(u"a backup was put back"_s, m_now);
    });
}

Result<bool> AdminTasks::isLastAdministrator(ProductionId production, UserId user)
{
    const auto isAdministrator = [&](UserId member) -> Result<bool> {
        const auto now = membershipOf(m_storage, production, member);
        if (!now)
            return fail(now.error());
        return *now && (*now)->role == Role::Administrator;
    };
    const Result<bool> isOne = isAdministrator(user);
    if (!isOne || !*isOne)
        return isOne;
    const auto keys = store::ProductionRepository(m_storage.database()).keys(production);
    const auto members = store::IdentityRepository(m_storage.database()).members(production);
    if (!keys || !members)
        return fail(keys ? members.error() : keys.error());
    for (const store::MemberRow &member : *members) {
        if (member.user == user || member.user == keys->systemUser)
            continue;
        const Result<bool> isAnother = isAdministrator(member.user);
        if (!isAnother || *isAnother)
            return isAnother ? Result<bool>(false) : isAnother;
    }
    return true;
}

Result<> AdminTasks::checkAdministratorStays(ProductionId production, UserId user)
{
    const Result<bool> isLast = isLastAdministrator(production, user);
    if (!isLast)
        return fail(isLast.error());
    if (*isLast)
        return fail(ErrorCode::Conflict, u"make someone else an administrator first"_s);
    return {};
}

} // namespace film::server
