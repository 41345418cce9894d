#pragma once

#include "app/engine/engine_values.h"
#include "shared/base/uuid_source.h"
#include "shared/domain/approved_week.h"
#include "shared/domain/day_approvals.h"
#include "shared/domain/day_initials.h"
#include "shared/domain/deputy.h"
#include "shared/store/client_file.h"
#include "shared/store/client_queries.h"
#include "shared/store/sqlite_client_storage.h"
#include "shared/store/undo_steps.h"
#include "shared/sync/changes_file.h"
#include "shared/sync/client_replica.h"
#include "shared/sync/decide.h"

#include <memory>
#include <set>
#include <span>

namespace film::app {

// One production's data file: what is asked of it and what is saved in it. Engine thread.
class Workspace
{
public:
    // A new launch: opens the file and starts a new stream of changes.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>>
    open(const QString &path, RandomSource &random, const Clock &clock);
    // What a file without one needs before it can be used.
    struct Identity {
        sync::ClientMeta meta;
        QString server; // empty: works alone
        QString productionTitle;
        QString personName;
    };
    [[nodiscard]] Result<> setIdentity(const Identity &identity);
    // Nothing if part of it is missing, as in a new file or after damage.
    [[nodiscard]] Result<std::optional<Identity>> identity();

    [[nodiscard]] sync::ClientReplica &replica() { return m_replica; }
    [[nodiscard]] WorkspaceState state() const { return m_state; }
    // The file does not lie where it last synced: copied, restored from a backup, or moved. Until
    // it has synced here.
    [[nodiscard]] bool isSuspectClone() const { return m_placeSynced && *m_placeSynced != m_place; }
    [[nodiscard]] Result<> setServer(const QString &server);

    [[nodiscard]] Result<Directory> directory();
    // Parts of it alone, for what cannot wait until everybody is read.
    [[nodiscard]] Result<Production> production();
    [[nodiscard]] Result<std::vector<Unit>> units();
    [[nodiscard]] Result<std::optional<Person>> person(PersonId id);
    // Those this person may see. Nothing for somebody who has none.
    [[nodiscard]] Result<std::vector<Deal>> deals();
    // Of one person, by their numbers.
    [[nodiscard]] Result<std::vector<Deal>> deals(PersonId id);
    // Of one person, or of everybody if there is none.
    [[nodiscard]] Result<DaysSeen> days(const std::optional<PersonId> &person, QDate first,
                                        QDate last);
    // Names in `seen` who else changed days since then; of a great many only some.
    [[nodiscard]] Result<> findOtherHands(DaysSeen &seen, Instant since);
    // Of a day that cannot be read, the newest state of it that can, told from its history; nothing
    // where that cannot be read either.
    struct GoodCopy {
        WorkDay day;
        Instant at{};
    };
    [[nodiscard]] Result<std::optional<GoodCopy>> lastGoodCopy(const WorkDayKey &key);
    // The call sheets alone, in no order.
    [[nodiscard]] Result<std::vector<ShootingDay>> sheets(QDate first, QDate last);
    // Of the first call sheet; nothing if there is none.
    [[nodiscard]] Result<std::optional<QDate>> firstShootingDay();
    [[nodiscard]] Result<std::vector<ConflictSeen>> conflicts();
    [[nodiscard]] Result<std::vector<HistoryRow>> history(const WorkDayKey &key);
    [[nodiscard]] Result<std::vector<OutboxEntry>> outbox(int rowsMax);
    [[nodiscard]] Result<quint64> outboxSize();
    // This device, then the others that are behind the newest rows of the log, the latest first.
    [[nodiscard]] Result<std::vector<WriterSeen>> writers(int rowsMax);
    [[nodiscard]] Result<sync::OutboxCounts> counts();
    [[nodiscard]] Result<quint64> openConflicts();
    [[nodiscard]] Result<std::optional<Instant>> lastSyncedAt();
    [[nodiscard]] Result<> noteSynced(Instant at);
    // After an unclean end, and once a week: holds the records against their sum, so that what
    // rotted in the file shows at the next checkpoint. Reads all of them.
    [[nodiscard]] Result<> recountWhenDue();
    // For a moment in which nobody waits for the file.
    void tidyFile() { m_file->tidy(); }

    // All of them in one transaction, durable when it returns.
    [[nodiscard]] Result<SavedDays> saveDays(std::span<const EditedDay> edits,
                                             const QString &reason, protocol::InputMethod input,
                                             const UndoNote &note = {});
    // Nothing if there is nothing to do. What the person may not do is refused here; what somebody
    // else may have changed meanwhile is for the server to say.
    [[nodiscard]] Result<std::optional<MutationId>> actOn(const WorkDayKey &key, DayAction action,
                                                          const QString &reason);
    // Whether this person may let others approve in their place: not who does it in another's.
    [[nodiscard]] bool mayDelegate() const;
    // In whose place this person approves, and until when.
    [[nodiscard]] const std::optional<Deputy> &deputy() const { return m_deputy; }
    [[nodiscard]] Result<QString> nameOfUser(UserId user);
    [[nodiscard]] Result<Delegations> delegations();
    // Nothing takes it back.
    [[nodiscard]] Result<> setDeputy(UserId user, const std::optional<QDate> &until);
    // The level of approval that this person gives; none if they do not.
    [[nodiscard]] ApprovalLevel levelToGive() const;
    [[nodiscard]] bool mayApprove(PersonId person, const Directory &directory) const;
    // The one this person is of, or approves in somebody's place; null where it is none.
    [[nodiscard]] DepartmentId ownDepartment(const Directory &directory) const;
    [[nodiscard]] Result<std::vector<DayStanding>> standings(const std::optional<PersonId> &person,
                                                             QDate first, QDate last);
    // What was said about these days as a whole, oldest first: in the log's order, since clocks of
    // two devices are no order, and at last what is not confirmed.
    [[nodiscard]] Result<std::vector<SignOff>> signOffs(std::span<const WorkDayKey> days);
    // All or none, each bound to the content it was shown with. Conflict if one is another now,
    // has two versions or is not submitted.
    // `weeks` say what they came to, for whoever may see pay; their device is filled in here. Of
    // those who may not, nothing is kept.
    [[nodiscard]] Result<std::vector<MutationId>> approve(std::span<const DayToSign> days,
                                                          std::span<const ApprovedWeek> weeks = {});
    // What the week was approved as; nothing unless all of its days stand as they were then.
    [[nodiscard]] Result<std::optional<ApprovedWeek>> approvedWeek(PersonId person, QDate first);
    // All or none. Conflict if no approval stands on one of them, it is another day now, or, of
    // own ones, the approval that stands is somebody else's.
    [[nodiscard]] Result<std::vector<MutationId>> withdraw(std::span<const DayToSign> days,
                                                           Withdrawal whose, const QString &reason);
    // Days that were confirmed by the person and changed by another hand since, neither initialled
    // nor changed again by them; disputed ones are among them.
    [[nodiscard]] Result<std::vector<ForeignChange>>
    foreignChanges(std::span<const WorkDayKey> days);
    // The person's own word about it: empty if they agree, else why not; nothing takes the word
    // back. Conflict if the times are others now.
    [[nodiscard]] Result<> initial(const WorkDayKey &key, const Hash32 &content,
                                   const std::optional<QString> &word);
    // Penalties of somebody else's day that this person lets stand. Conflict if others were
    // reviewed than `before`.
    [[nodiscard]] Result<> reviewPenalties(const WorkDayKey &key,
                                           std::span<const ReviewedPenalty> before,
                                           std::span<const ReviewedPenalty> after);
    // What can be taken back or done again, oldest first; older than the current pay week goes.
    [[nodiscard]] Result<std::vector<SavedStep>> undoSteps();
    // Days of another production, saved here as this person's own.
    [[nodiscard]] Result<BroughtDays> bringDays(std::span<const WorkDay> days);
    [[nodiscard]] Result<bool> isAboutDaysAloneAnswered();
    [[nodiscard]] Result<> noteDaysAloneAnswered();
    [[nodiscard]] Result<std::vector<MutationId>> saveRecords(std::span<const WantedRecord> records,
                                                              protocol::InputMethod input);
    // All or none, for who makes crew list and call sheets. Conflict if what changes is not as it
    // was seen any more; what an edit does not name stays as it is.
    [[nodiscard]] Result<std::vector<MutationId>> editRecords(std::span<const RecordEdit> edits,
                                                              const QString &reason,
                                                              protocol::InputMethod input);
    // A person's own call on the call sheet of their unit's date; nothing: the department's counts
    // again. Conflict if it is not `before` any more.
    [[nodiscard]] Result<> moveCall(const WorkDayKey &key, std::optional<Minutes> before,
                                    std::optional<Minutes> after, const QString &reason);
    // All or none. The step they make is one that can be taken back: the days are then as they
    // counted before, and both versions stay in the history. InvalidInput if two times of a result
    // lie in an order that cannot be and did not in what counts.
    [[nodiscard]] Result<SavedStep> resolve(std::span<const ConflictDecision> decisions,
                                            const UndoNote &note = {});

    // What the server does not have yet, for a file; without segments if there is nothing.
    [[nodiscard]] Result<sync::ChangesFile> changesToCarry(const sync::Signer &signer);
    // Changes that were carried here in a file. Those of this very device come back as they are;
    // those of another become this person's own, as far as they may make them. What is known
    // already is left alone, so a file can be taken twice. InvalidInput for another production's.
    [[nodiscard]] Result<CarriedChanges> look(const sync::ChangesFile &file);
    [[nodiscard]] Result<int> take(const sync::ChangesFile &file, const QString &reason);

private:
    Workspace(std::unique_ptr<store::ClientFile> file, QByteArray place, RandomSource &random,
              const Clock &clock);

    struct Names {
        std::vector<std::pair<PersonId, QString>> people;
        std::vector<std::pair<UserId, QString>> users;
    };
    // Whose users the people are.
    [[nodiscard]] Result<std::vector<std::pair<UserId, PersonId>>> peopleOfUsers();
    struct OpenConflict {
        ConflictId id;
        sync::ConflictRecord record;
    };

    [[nodiscard]] Result<> load();
    [[nodiscard]] Result<std::optional<CustomRole>> customRoleOf(UserId user);
    // The record's groups as the person sees them; nothing if there is no such record.
    [[nodiscard]] Result<std::optional<protocol::VersionedGroups>> groupsOf(EntityId id);
    [[nodiscard]] Result<> addApprovedWeeks(std::span<const ApprovedWeek> weeks,
                                            std::vector<sync::ClientReplica::Edit> &edits);
    [[nodiscard]] Result<Names> names();
    Result<WorkDayKey> keyOf(const store::SeenRecord &record);
    [[nodiscard]] Result<std::vector<OpenConflict>> openConflictRecords();
    struct Resolution {
        sync::ClientReplica::Edit change;
        WorkDay counting;
    };
    [[nodiscard]] Result<Resolution> resolutionOf(const ConflictDecision &decision,
                                                  std::span<const OpenConflict> open);
    [[nodiscard]] Result<ConflictSeen> seenConflict(const OpenConflict &conflict,
                                                    const Names &names);
    [[nodiscard]] Result<std::optional<sync::ClientReplica::Edit>>
    editOf(const EditedDay &edit, const Directory &directory);
    [[nodiscard]] Result<sync::ClientReplica::Edit> changeOfRecord(const RecordEdit &edit);
    // What becomes of a file from another device.
    struct CarriedEdits {
        std::vector<sync::ClientReplica::Edit> edits;
        std::vector<MutationId> taken;     // what they say
        std::vector<sync::OutboxRow> rows; // likewise, to be shown
        int known = 0;
        int left = 0;
    };
    [[nodiscard]] Result<CarriedEdits> editsOf(const sync::ChangesFile &file);
    [[nodiscard]] Result<std::set<MutationId>> takenBefore(DeviceId device);
    [[nodiscard]] Result<std::set<MutationId>> saidAbout(EntityId id);
    [[nodiscard]] Result<bool> isTakable(const protocol::Envelope &envelope,
                                         const Directory &directory);
    // Whether the day is still as it was left, whoever may have written to it.
    [[nodiscard]] Result<bool> isUntouched(const WorkDay &left);
    [[nodiscard]] Result<> write(const UndoNote &note, std::span<const EditedDay> edits,
                                 quint64 &step);
    [[nodiscard]] Result<> forgetOldSteps();
    [[nodiscard]] bool mayWrite(const WorkDayKey &key, const Directory &directory) const;
    [[nodiscard]] bool seesPayOf(PersonId person) const;
    // Approved, and not this person's to change.
    [[nodiscard]] bool isLocked(const protocol::VersionedGroups &day) const;
    [[nodiscard]] QString nameOf(PersonId person, const Names &names) const;
    [[nodiscard]] QString authorOf(UserId user, const Names &names) const;
    [[nodiscard]] Result<OutboxEntry> entryOf(const sync::OutboxRow &row, quint64 cursor,
                                              const Names &names);

    std::unique_ptr<store::ClientFile> m_file;
    QByteArray m_place;                      // of the file, see filePlace
    std::optional<QByteArray> m_placeSynced; // where it lay when it last synced
    store::SqliteClientStorage m_storage;
    store::ClientQueries m_queries;
    store::UndoSteps m_undo;
    sync::ClientReplica m_replica;
    UuidSource m_ids;
    const Clock &m_clock;
    WorkspaceState m_state;
    UserId m_user;
    std::optional<Deputy> m_deputy;
};

} // namespace film::app
