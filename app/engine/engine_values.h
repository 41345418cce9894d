#pragma once

#include "shared/base/clock.h"
#include "shared/base/error.h"
#include "shared/domain/crew.h"
#include "shared/domain/field_value.h"
#include "shared/domain/penalty_review.h"
#include "shared/domain/permissions.h"
#include "shared/domain/records.h"
#include "shared/domain/work_day.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/messages.h"
#include "shared/store/undo_steps.h"

#include <optional>
#include <vector>

// What goes in and out of the engine: values only, so that they can cross to another thread.
namespace film::app {

struct WorkspaceState {
    enum class Kind { None, Solo, Joined, Problem };

    Kind kind = Kind::None;
    std::optional<Error> problem; // with Problem
    bool canRescue = false;       // with Problem: the data file is damaged or foreign
    bool canJoin = false;         // with Problem: joining again is the way out
    QString damagedFile;          // after a rescue: where it lies now
    int changesKept = 0;          // after a rescue, or with canJoin
    ProductionId production;
    QString productionTitle;
    PersonId person; // null for somebody who is not on the crew list
    QString personName;
    Role role = Role::Crew;
    DeviceId device;
    QString server;
    std::optional<CustomRole> custom{}; // that the production made; `role` is the nearest fixed one

    [[nodiscard]] Permissions permissions() const
    {
        return custom ? custom->permissions : Permissions(role);
    }
    // Whoever works alone may do everything.
    [[nodiscard]] bool reachesAll(Action action) const
    {
        return kind == Kind::Solo || permissions().reachesAll(action);
    }
};

// Whose change of a day the server took last, where that is somebody else's or from another
// computer.
struct HandSeen {
    QString name;
    Instant at{};       // by the clock of the computer it was made on
    Instant received{}; // by the server's

    friend bool operator==(const HandSeen &, const HandSeen &) = default;
};

// A day with what is known about its way to the others.
struct DaySeen {
    WorkDay day;
    bool isPending = false; // holds changes that the server has not confirmed
    bool hasConflict = false;
    bool needsNewerApp = false; // a part of it is of a later version and not in `day`
    bool isUnreadable = false;  // nothing of what is stored is in `day` but whose and when it is
    std::vector<ReviewedPenalty> reviewed;
    quint64 sequence = 0;                // in the log, of the last change of it that is confirmed
    std::optional<HandSeen> otherHand{}; // filled in by findOtherHands() alone
};

struct DaysSeen {
    std::vector<DaySeen> days;
    std::vector<ShootingDay> sheets;
};

// Everybody and everything that is not a day.
struct Directory {
    Production production;
    std::vector<Unit> units;
    std::vector<Department> departments;
    std::vector<Person> people;

    [[nodiscard]] const Person *personOf(PersonId id) const;
};

struct EditedDay {
    WorkDay before; // as the person saw it
    WorkDay after;
};

// Whose command a step of undo is.
enum class UndoPage : quint8 { MyWeek, CrewGrid };

// What a save means for what can be taken back; written with it or not at all.
struct UndoNote {
    enum class Kind : quint8 {
        None,
        Step, // a new one
        Part, // more days of `step`
        Undone,
        Redone,
    };
    Kind kind = Kind::None;
    quint64 step = 0; // but for a new one
    store::UndoName name{};
    // Undo and redo: a day that is not as it was then is left alone. Taking back one's own change
    // must not take back somebody else's.
    bool isRewrite = false;
};

struct SavedStep {
    quint64 number = 0;
    store::UndoName name;
    bool isUndone = false;
    std::vector<EditedDay> days{};
};

struct SavedDays {
    std::vector<MutationId> mutations;    // on disk; edits that changed nothing have none
    std::vector<WorkDayKey> refused;      // locked, or not this person's to change
    std::vector<WorkDayKey> changedSince; // left alone, see UndoNote::isRewrite
    quint64 undoStep = 0;                 // that they belong to, if any
};

// Somebody who approves in another's place, and who they are.
struct DelegationMember {
    UserId user;
    QString name;
    QString position{};
};

struct Delegation {
    UserId user;
    QString name;
    QString by;
    QDate until;
    bool isOver = false;
    bool canRevoke = false;

    friend bool operator==(const Delegation &, const Delegation &) = default;
};

struct Delegations {
    std::vector<DelegationMember> members; // who could be given it here
    std::vector<Delegation> standing;
};

// What is done with a day as a whole.
enum class DayAction { Submit, Approve, Reopen, Delete, BringBack };

// What became of the days that were entered alone.
struct BroughtDays {
    std::vector<QDate> brought;
    std::vector<QDate> alreadyThere; // another day stands there; it was not touched
};

// A record other than a day, as a person saw it and as it becomes. Without `before` it is new,
// without `after` it goes.
struct RecordEdit {
    EntityType type = EntityType::Person;
    EntityId id;
    GroupMap before{};
    GroupMap after{};

    friend bool operator==(const RecordEdit &, const RecordEdit &) = default;
};

struct DayVersionSeen {
    MutationId mutation; // null for a version that is not known any more
    UserId author;
    DeviceId device;
    QString authorName;
    bool isMine = false;
    Instant at{};
    WorkDay day;
};

struct ConflictSeen {
    ConflictId id;
    QString personName;
    WorkDay before;
    WorkDay counting;
    std::vector<DayVersionSeen> versions; // what counts first, then the others as they came
    std::vector<MutationId> candidates;   // ascending; what a decision has to name
};

struct ConflictDecision {
    ConflictId id;
    std::vector<MutationId> seen; // the candidates, or versions among which they are
    WorkDay result;
    QString message;
};

struct FieldSeen {
    quint32 group = 0;
    quint32 field = 0;
};

struct HistoryRow {
    MutationId mutation;
    Instant at{};
    QString person;
    DeviceId device;
    bool isMine = false;
    bool isPending = false;
    protocol::Outcome outcome = protocol::Outcome::Applied;
    QString reason;
    WorkDay before;
    WorkDay after;
    std::vector<FieldSeen> fields; // that it changed
};

enum class OutboxState { SavedHere, Sent, Confirmed, NeedsAttention };

struct OutboxEntry {
    MutationId mutation;
    EntityType type = EntityType::TimeEntry;
    EntityId entity;
    Instant at{};
    QString personName; // whose day, or the record's own name
    std::optional<WorkDay> before;
    std::optional<WorkDay> after;
    OutboxState state = OutboxState::SavedHere;
    protocol::Outcome outcome = protocol::Outcome::Applied; // from Sent on
    protocol::Refusal refusal = protocol::Refusal::None;    // with NeedsAttention, if it was said
};

// A device whose changes have come here.
struct WriterSeen {
    DeviceId device;
    QString person;
    bool isMine = false;
    std::optional<Instant> at; // of its newest change
};

// A file of changes as it goes to the disk.
struct ExportedChanges {
    QByteArray file;
    int changes = 0;
    int left = 0; // that did not fit: for another file
};

// What is in a file of changes, before any of it is taken.
struct CarriedChanges {
    QString productionTitle; // as the file says
    QString authorName;
    Instant madeAt{};
    bool isOwn = false; // made by this very device
    int changes = 0;    // in the file; the sum of the three below
    int toTake = 0;
    int known = 0; // they are here, or the server has them
    int left = 0;  // for their author's own computer, or for somebody with another role
    std::vector<OutboxEntry> entries; // those to be taken, oldest first
};

} // namespace film::app
