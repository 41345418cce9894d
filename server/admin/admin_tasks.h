#pragma once

#include "server/admin/membership.h"
#include "server/admin/record_writer.h"
#include "shared/domain/crew.h"
#include "shared/domain/import/import_verdict.h"
#include "shared/store/identity_repository.h"
#include "shared/store/open_acts.h"
#include "shared/store/privacy_repository.h"
#include "shared/store/server_audit.h"

#include <chrono>
#include <functional>

namespace film::server {

// What an import did. With a verdict that is not ready nothing was written.
struct ImportReport {
    ImportVerdicts verdicts;
    WrittenRecords records;
};

struct InviteWish {
    QString personName; // empty for somebody who is not on the crew list
    std::optional<Role> role;
    std::chrono::hours life{72};
    std::optional<CustomRole> custom{}; // then `role` is the nearest of the fixed ones

    // Of what whoever joins by it may.
    [[nodiscard]] Permissions permissions() const
    {
        return custom ? custom->permissions : Permissions(role.value_or(Role::Crew));
    }
};

// Who does something to the server: an account, or nobody for the command line beside the database.
struct Actor {
    AccountId account;
    QString address;
};

// The administrator's use cases. Time comes in, and so does the connection; the rest is theirs.
// Each that changes something adds a row to the chain of the server's acts: in the same transaction
// where it writes to the server's own tables. Where it writes to a production's log, which has a
// chain of its own, the act is open (open_acts.h) from before that until its row is there.
class AdminTasks
{
public:
    AdminTasks(store::ServerStorageSql &storage, Instant now, Actor by = {})
        : m_storage(storage)
        , m_now(now)
        , m_by(std::move(by))
    {}

    struct GivenRole {
        Role role =
            Role::Crew; // the nearest of the fixed ones, if it is one of the production's own
        std::optional<CustomRole> custom;

        [[nodiscard]] Permissions permissions() const
        {
            return custom ? custom->permissions : Permissions(role);
        }
        // "coordinator", or the name that the production gave it.
        [[nodiscard]] QString text() const { return custom ? custom->name : roleName(role); }
    };

    // With its keys, its system device and its first record. `production.id` is ignored.
    [[nodiscard]] Result<ProductionId> createProduction(const Production &production);
    [[nodiscard]] Result<ImportReport> importCrew(ProductionId production, const QByteArray &bytes);
    [[nodiscard]] Result<ImportReport> importCallSheet(ProductionId production,
                                                       const QByteArray &bytes);
    [[nodiscard]] Result<ImportReport> importDays(ProductionId production, const QByteArray &bytes);
    // The code, which is nowhere else from here on. For who is on the production already, as crew
    // or as what they are, it is for another computer of theirs.
    [[nodiscard]] Result<QString> invite(ProductionId production, const InviteWish &wish);

    // One that nobody has used; NotFound for any other.
    [[nodiscard]] Result<> withdrawInvite(ProductionId production, store::InviteId id);

    // The same for another computer of a member who has just shown who they are; good for ten
    // minutes. What the member may is looked up when it joins.
    [[nodiscard]] Result<QString> inviteOwnDevice(ProductionId production, UserId user);

    // What somebody of the crew list is on the production now; nothing for who is not on it.
    [[nodiscard]] Result<std::optional<Membership>> membershipNamed(ProductionId production,
                                                                    const QString &personName);

    // Running sessions follow within a second. NotFound for an unknown device or person.
    [[nodiscard]] Result<> revokeDevice(ProductionId production, DeviceId device);
    [[nodiscard]] Result<> setRole(ProductionId production, const QString &personName, Role role)
    {
        return setRole(production, personName, GivenRole{role, {}});
    }
    [[nodiscard]] Result<> setRole(ProductionId production, const QString &personName,
                                   const GivenRole &role);
    [[nodiscard]] Result<> endMember(ProductionId production, const QString &personName);
    // The same by who they are as members: also of somebody who is not on the crew list. Conflict
    // if it would leave the production without an administrator; Busy while somebody else changes
    // members of that production.
    [[nodiscard]] Result<> giveRole(ProductionId production, UserId user, Role role)
    {
        return giveRole(production, user, GivenRole{role, {}});
    }
    [[nodiscard]] Result<> endMember(ProductionId production, UserId user);
    // A fixed role by its name, or one of the production's own. InvalidInput if there is none.
    [[nodiscard]] Result<GivenRole> roleNamed(ProductionId production, const QString &name);
    [[nodiscard]] Result<> giveRole(ProductionId production, UserId user, const GivenRole &role);

    // The roles that the production made for itself, by name. They are kept in its log.
    [[nodiscard]] Result<std::vector<CustomRole>> customRoles(ProductionId production);
    // Makes it, or changes it for all who have it. InvalidInput if there can be no such role,
    // LimitExceeded for one too many.
    [[nodiscard]] Result<> defineRole(ProductionId production, const CustomRole &role);
    // NotFound, or Conflict while somebody has it.
    [[nodiscard]] Result<> removeRole(ProductionId production, const QString &name);
    // Somebody took a copy of the log.
    [[nodiscard]] Result<> noteExport(ProductionId production);
    // NotFound, or Conflict where several have that name.
    [[nodiscard]] Result<PersonId> personNamed(ProductionId production, const QString &name);
    // What was done with somebody's data, where it changes nothing here.
    [[nodiscard]] Result<> notePrivacy(const QString &act, ProductionId production,
                                       PersonId person);
    // Until it is lifted nothing of the person, or of the production, is erased. `atMs` is ignored.
    // NotFound for nobody of the crew list.
    [[nodiscard]] Result<std::vector<store::LegalHold>> holdsOf(ProductionId production);
    [[nodiscard]] Result<> setHold(store::LegalHold hold);
    [[nodiscard]] Result<> liftHold(ProductionId production, PersonId person);
    // The person's data stays and is not shown, but to themselves and to who manages privacy.
    // NotFound for nobody of the crew list, or for nobody who is restricted. `atMs` is ignored.
    [[nodiscard]] Result<> restrictPerson(store::Restriction restriction);
    [[nodiscard]] Result<> releasePerson(ProductionId production, PersonId person);
    // Nothing: that kind is kept.
    [[nodiscard]] Result<> setRetention(store::RetainedKind kind, std::optional<int> days);
    // A backup was put back: every device compares what it has with this database.
    [[nodiscard]] Result<> restoreDone();

    // Of those who are members now; the server itself does not count.
    [[nodiscard]] Result<bool> isLastAdministrator(ProductionId production, UserId user);

private:
    [[nodiscard]] Result<> checkAdministratorStays(ProductionId production, UserId user);
    [[nodiscard]] Result<std::vector<UserId>> membersWith(ProductionId production,
                                                          const QString &customRole);
    struct Member {
        UserId user;
        Person person;
    };
    [[nodiscard]] Result<Member> memberNamed(ProductionId production, const QString &personName);
    [[nodiscard]] Result<> addSystemDevice(ProductionId production);
    // Does it and writes it down, or neither.
    [[nodiscard]] Result<> together(const std::function<Result<>()> &done,
                                    const store::ServerAct &act);
    // Says that it is about to be done, does it, writes it down.
    [[nodiscard]] Result<> intended(store::OpenActs::Turn turn, const store::ServerAct &act,
                                    const std::function<Result<>()> &done);
    [[nodiscard]] Result<> refuseDevice(ProductionId production, DeviceId device);
    [[nodiscard]] Result<ImportReport> write(const QString &act, ProductionId production,
                                             ImportReport report,
                                             const std::vector<WantedRecord> &records);

    [[nodiscard]] Result<> writeDown(const QString &act, ProductionId production,
                                     QByteArray subject, const QString &detail);
    [[nodiscard]] store::ServerAct actOf(const QString &act, ProductionId production,
                                         QByteArray subject, const QString &detail) const;

    store::ServerStorageSql &m_storage;
    Instant m_now;
    Actor m_by;
};

} // namespace film::server
