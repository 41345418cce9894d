#include "shared/domain/deputy.h"
#include "shared/domain/records.h"
#include "shared/sync/approval.h"
#include "shared/sync/author.h"
#include "shared/sync/decide.h"
#include "shared/sync/grants.h"
#include "shared/sync/permissions.h"
#include "shared/sync/visibility.h"

#include <QTest>

#include <utility>

using namespace film;
using namespace film::sync;
using namespace Qt::StringLiterals;
using protocol::Cell;
using protocol::Envelope;
using protocol::Outcome;

namespace {

namespace entry = schema::time_entry;

template<typename IdType>
IdType id(quint8 number)
{
    std::array<quint8, 16> bytes{};
    bytes[15] = number;
    return IdType(bytes);
}

const ProductionId production = id<ProductionId>(1);
const PersonId maya = id<PersonId>(2);
const PersonId cal = id<PersonId>(3);
const DepartmentId camera = id<DepartmentId>(4);

DeviceRecord coordinator()
{
    DeviceRecord record;
    record.user = id<UserId>(10);
    record.role = Role::Coordinator;
    return record;
}

DeviceRecord crew(PersonId person)
{
    DeviceRecord record;
    record.user = id<UserId>(11);
    record.role = Role::Crew;
    record.person = person;
    return record;
}

DeviceRecord headOf(DepartmentId department)
{
    DeviceRecord record;
    record.user = id<UserId>(12);
    record.role = Role::HeadOfDepartment;
    record.person = id<PersonId>(13);
    record.department = department;
    return record;
}

WorkDay dayOf(PersonId person, int call, int wrap)
{
    WorkDay day;
    day.key = {person, QDate(2025, 11, 20), id<UnitId>(5)};
    day.call = TimeField::at(call);
    day.wrap = TimeField::at(wrap);
    return day;
}

} // namespace

Q_DECLARE_METATYPE(film::sync::DeviceRecord)

namespace {

// A little production of one record: what is stored after each decision.
struct Stage {
    Target target;
    quint64 sequence = 0;
    quint8 mutations = 100;

    Stage() { target.department = camera; }

    [[nodiscard]] GroupMap now() const
    {
        if (!target.record)
            return {};
        return plainGroups(*protocol::decodeGroups(target.record->groups));
    }
    [[nodiscard]] protocol::VersionedGroups versions() const
    {
        return target.record ? *protocol::decodeGroups(target.record->groups)
                             : protocol::VersionedGroups();
    }
    [[nodiscard]] std::optional<ConflictRecord> conflict() const
    {
        if (!target.conflict)
            return std::nullopt;
        return conflictFromGroups(plainGroups(*protocol::decodeGroups(target.conflict->groups)));
    }

    Envelope envelope(const GroupMap &before, const GroupMap &after,
                      const protocol::VersionedGroups &seen)
    {
        Envelope written;
        written.mutation = id<MutationId>(++mutations);
        written.production = production;
        written.device = id<DeviceId>(7);
        written.stream = id<StreamId>(8);
        written.sequence = mutations;
        written.author = id<UserId>(9);
        written.entity = workDayId(production, dayOf(maya, 0, 0).key);
        written.groups = changesBetween(before, after, seen);
        return written;
    }
    Decision apply(const Envelope &envelope, const DeviceRecord &author)
    {
        const Decision decision =
            decide(target, envelope, protocol::encodeEnvelope(envelope), author, ++sequence, 1000);
        for (const protocol::EntityState &state : decision.touched) {
            if (state.type == EntityType::Conflict)
                target.conflict = state;
            else
                target.record = state;
        }
        return decision;
    }
    // What the author of a deletion had before them.
    Envelope deletion(const GroupMap &seen)
    {
        Envelope written = envelope({}, {}, {});
        written.operation = protocol::Operation::Delete;
        written.groups[schema::whole::Group] = existenceChange(seen, false, true);
        return named(std::move(written));
    }
    Envelope undeletion(const GroupMap &seen)
    {
        Envelope written = envelope({}, {}, {});
        written.operation = protocol::Operation::Undelete;
        written.groups[schema::whole::Group] = existenceChange(seen, true, false);
        return named(std::move(written));
    }
    Envelope guardedNote(quint32 group)
    {
        WorkDay day = *workDayFromGroups(now());
        day.notes = u"as agreed"_s;
        Envelope written = envelope(now(), toGroups(day), versions());
        written.guards = {{written.entity, group, guardHash(EntityType::TimeEntry, now(), group)}};
        return written;
    }
    Envelope approval(ApprovalLevel level)
    {
        const Hash32 content = guardHash(EntityType::TimeEntry, now(), schema::whole::Group);
        Envelope written = named(envelope({}, {}, {}));
        written.operation = protocol::Operation::Approve;
        written.groups[entry::Approval] = approvalChange(versions(), level, content);
        written.guards = {{written.entity, schema::whole::Group, content}};
        return written;
    }
    Envelope reopening()
    {
        Envelope written = named(envelope({}, {}, {}));
        written.operation = protocol::Operation::Reopen;
        written.groups[entry::Approval] = reopeningChange(versions());
        return written;
    }
    // A day that its owner has handed in.
    void submit()
    {
        WorkDay day = dayOf(maya, 420, 1170);
        day.state = DayState::Submitted;
        write(day, crew(maya));
    }
    [[nodiscard]] ApprovalLevel level() const
    {
        return approvalOf(EntityType::TimeEntry, {true, target.record->deleted, versions()});
    }
    static Envelope named(Envelope written)
    {
        const GroupMap day = toGroups(dayOf(maya, 0, 0));
        protocol::GroupChange &identity = written.groups[entry::Identity];
        identity.pre = identity.set = day.at(entry::Identity);
        return written;
    }
    Decision write(const WorkDay &day, const DeviceRecord &author)
    {
        return apply(envelope(now(), toGroups(day), versions()), author);
    }
};

} // namespace

class TestDecide : public QObject
{
    Q_OBJECT

    // Cal's grant, with who they approve for.
    static protocol::EntityState grantOfCal(const std::optional<Deputy> &deputy,
                                            const PersonId &person = cal)
    {
        Grant grant;
        grant.user = id<UserId>(20);
        grant.name = u"Cal"_s;
        grant.person = person;
        GroupMap groups = toGroups(grant);
        if (deputy)
            setDeputy(groups, deputy);
        protocol::VersionedGroups versions;
        for (const auto &[group, fields] : groups)
            versions[group].fields = fields;
        return {grantId(production, grant.user), EntityType::Grant, Cell::everyone(), 1, false,
                protocol::encodeGroups(versions)};
    }
    static Outcome delegated(const DeviceRecord &author, const std::optional<Deputy> &before,
                             const std::optional<Deputy> &after, bool isWithRole = false)
    {
        Stage stage;
        stage.target.record = grantOfCal(before);
        Envelope written = stage.envelope({}, {}, {});
        written.type = EntityType::Grant;
        written.entity = stage.target.record->id;
        GroupMap wanted = stage.now();
        setDeputy(wanted, after);
        if (isWithRole)
            wanted[schema::grant::Main][schema::grant::Role] = qint64(Role::Administrator);
        written.groups = changesBetween(stage.now(), wanted, stage.versions());
        return stage.apply(written, author).outcome;
    }
    static DeviceRecord calUnder(const std::optional<Deputy> &deputy, qint64 ms,
                                 const PersonId &person = cal)
    {
        DeviceRecord device = crew(person);
        device.user = id<UserId>(20);
        return underGrant(device, grantOfCal(deputy, person), instantFromMs(ms));
    }
    // Everything here is received a second after midnight of 1 January 1970.
    static inline const QDate firstDay{1970, 1, 1};

private slots:
    void whoApprovesMayLetAnotherDoItForATime()
    {
        const DeviceRecord head = headOf(camera);
        const Deputy wanted{head.user, camera, firstDay.addDays(9)};
        QCOMPARE(delegated(head, {}, wanted), Outcome::Applied);
        QCOMPARE(delegated(head, wanted, std::nullopt), Outcome::Applied);
        QCOMPARE(delegated(coordinator(), {}, Deputy{coordinator().user, camera, wanted.until}),
                 Outcome::Applied);
        QCOMPARE(delegated(coordinator(), wanted, std::nullopt), Outcome::Applied);

        QCOMPARE(delegated(crew(maya), {}, Deputy{crew(maya).user, camera, wanted.until}),
                 Outcome::Held);
        QCOMPARE(delegated(head, {}, Deputy{head.user, id<DepartmentId>(6), wanted.until}),
                 Outcome::Held); // not theirs
        QCOMPARE(delegated(head, {}, Deputy{coordinator().user, camera, wanted.until}),
                 Outcome::Held); // in another's name
        QCOMPARE(
            delegated(head, {}, Deputy{head.user, camera, firstDay.addDays(Deputy::daysMax + 1)}),
            Outcome::Held);
        QCOMPARE(delegated(head, {}, Deputy{head.user, camera, firstDay.addDays(-2)}),
                 Outcome::Held);
        const Deputy others{coordinator().user, camera, wanted.until};
        QCOMPARE(delegated(head, others, wanted), Outcome::Held);
        QCOMPARE(delegated(head, others, std::nullopt), Outcome::Held);
        QCOMPARE(delegated(head, {}, wanted, true), Outcome::Held); // a role comes with it
        DeviceRecord deputy = calUnder(wanted, 1000);
        deputy.user = id<UserId>(21); // of another grant
        QCOMPARE(delegated(deputy, {}, Deputy{deputy.user, camera, wanted.until}), Outcome::Held);
    }

    void aDeputyApprovesTheDepartmentUntilItIsOver()
    {
        const Deputy given{headOf(camera).user, camera, firstDay.addDays(9)};
        const DeviceRecord deputy = calUnder(given, 1000);
        QVERIFY(isDeputy(deputy));
        QVERIFY(visibilityOf(deputy).includes(Cell::ofPerson(camera, maya)));
        QVERIFY(!visibilityOf(deputy).includes(Cell::ofPerson(id<DepartmentId>(6), maya)));
        QVERIFY(!visibilityOf(deputy).includes(cellOf(EntityType::Deal, maya, camera)));

        Stage above;
        above.submit();
        QCOMPARE(above.apply(above.approval(ApprovalLevel::Coordinator), deputy).outcome,
                 Outcome::Held);
        Stage stage;
        stage.submit();
        QCOMPARE(stage.apply(stage.approval(ApprovalLevel::Department), deputy).outcome,
                 Outcome::Applied);
        QCOMPARE(stage.level(), ApprovalLevel::Department);

        Stage own; // of Maya, who is the deputy now
        own.submit();
        QCOMPARE(
            own.apply(own.approval(ApprovalLevel::Department), calUnder(given, 1000, maya)).outcome,
            Outcome::Held);

        constexpr qint64 dayMs = 86'400'000;
        QVERIFY(isDeputy(calUnder(given, 10 * dayMs)));
        const DeviceRecord later = calUnder(given, 11 * dayMs);
        QVERIFY(!isDeputy(later));
        QVERIFY(!visibilityOf(later).includes(Cell::ofPerson(camera, maya)));
    }

    void aFirstEntryIsApplied()
    {
        Stage stage;

        const Decision decision = stage.write(dayOf(maya, 420, 1170), crew(maya));

        QCOMPARE(decision.outcome, Outcome::Applied);
        QCOMPARE(stage.now(), toGroups(dayOf(maya, 420, 1170)));
        QVERIFY(decision.cell == Cell::ofPerson(camera, maya));
    }

    // Who leads a department has its days and not its pay.
    void aDealIsThePersonsAndTheOffices()
    {
        const Cell cell = cellOf(EntityType::Deal, maya, camera);

        QVERIFY(!Visibility::of(Permissions(Role::HeadOfDepartment), {}, camera).includes(cell));
        QVERIFY(Visibility::of(Permissions(Role::HeadOfDepartment), maya, camera).includes(cell));
        QVERIFY(Visibility::of(Permissions(Role::Crew), maya, {}).includes(cell));
        QVERIFY(Visibility::of(Permissions(Role::Coordinator), {}, {}).includes(cell));
        QVERIFY(cellOf(EntityType::Deal, {}, camera) == Cell::office());
    }

    // Restricted processing (GDPR, article 18): its person's and theirs who manage privacy.
    void whoIsRestrictedIsSeenByFewer()
    {
        const Cell mayas = Cell::ofPerson(camera, maya);
        const Cell cals = Cell::ofPerson(camera, cal);
        const auto seenBy = [](DeviceRecord device) {
            device.restricted = {maya};
            return visibilityOf(device);
        };
        for (qint64 number = 1; number <= 7; ++number) {
            DeviceRecord device = crew({});
            device.role = *roleFromNumber(number);
            device.person = cal;
            device.department = camera;
            const Visibility now = seenBy(device);
            const bool manages = device.permissions().reachesAll(Action::ManagePrivacy);
            QCOMPARE(now.includes(mayas), manages);
            QVERIFY(now.includes(cals) && now.includes(Cell::everyone()));
            // What the device is told says the same, and who sees nobody else is told nothing.
            QCOMPARE(covers(now.entries(), mayas), manages);
            QVERIFY(covers(now.entries(), cals));
            QCOMPARE(scopeHash(now.entries()) == scopeHash(visibilityOf(device).entries()),
                     manages || device.role == Role::Crew);
            device.person = maya;
            QVERIFY(seenBy(device).includes(mayas));
        }
        // Restricting gives nothing, releasing gives all of it anew.
        const Visibility before = visibilityOf(coordinator());
        const Visibility after = seenBy(coordinator());
        QVERIFY(after.beyond(before).isNothing());
        QVERIFY(before.beyond(after) == before);
        // An entry that is no exception is none.
        QVERIFY(!exceptionIn(mayas.toBytes()) && !exceptionIn(QByteArray()));
        QVERIFY(exceptionIn(exceptionOf(maya)) == maya);
    }

    // What a week came to says what its days do not: it is seen like a deal, and said by who
    // approves and sees everybody's pay.
    void anApprovedFigureIsSeenLikeADeal()
    {
        const Cell cell = cellOf(EntityType::Timecard, maya, camera);

        QVERIFY(cell == cellOf(EntityType::Deal, maya, camera));
        QVERIFY(!Visibility::of(Permissions(Role::HeadOfDepartment), {}, camera).includes(cell));
        QVERIFY(mayWrite(coordinator(), EntityType::Timecard, maya, camera));
        QVERIFY(!mayWrite(headOf(camera), EntityType::Timecard, maya, camera));
        QVERIFY(!mayWrite(crew(maya), EntityType::Timecard, maya, camera));
    }

    void twoFirstEntriesThatDifferAreBothKept()
    {
        Stage stage;
        const Envelope hers = stage.envelope({}, toGroups(dayOf(maya, 420, 1170)), {});
        const Envelope theirs = stage.envelope({}, toGroups(dayOf(maya, 420, 1158)), {});
        stage.apply(hers, crew(maya));

        const Decision decision = stage.apply(theirs, coordinator());

        QCOMPARE(decision.outcome, Outcome::Conflict);
        QCOMPARE(stage.now(), toGroups(dayOf(maya, 420, 1170)));
        QCOMPARE(stage.conflict()->candidates.size(), size_t(1));
        QCOMPARE(stage.conflict()->candidates.front().mutation, theirs.mutation);
        QCOMPARE(stage.conflict()->candidates.front().envelope, protocol::encodeEnvelope(theirs));
    }

    void twoFirstEntriesThatAgreeConverge()
    {
        Stage stage;
        const Envelope hers = stage.envelope({}, toGroups(dayOf(maya, 420, 1170)), {});
        const Envelope theirs = stage.envelope({}, toGroups(dayOf(maya, 420, 1170)), {});
        stage.apply(hers, crew(maya));

        const Decision decision = stage.apply(theirs, coordinator());

        QCOMPARE(decision.outcome, Outcome::Converged);
        QVERIFY(decision.touched.empty());
    }

    void differentGroupsMeetWithoutAConflict()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        const GroupMap seen = stage.now();
        const protocol::VersionedGroups versions = stage.versions();
        WorkDay withNote = dayOf(maya, 420, 1170);
        withNote.notes = u"A-cam to truck"_s;
        WorkDay longer = dayOf(maya, 420, 1180);
        const Envelope note = stage.envelope(seen, toGroups(withNote), versions);
        const Envelope wrap = stage.envelope(seen, toGroups(longer), versions);

        const Decision first = stage.apply(note, crew(maya));
        const Decision second = stage.apply(wrap, coordinator());

        QCOMPARE(first.outcome, Outcome::Applied);
        QCOMPARE(second.outcome, Outcome::Applied);
        WorkDay both = longer;
        both.notes = withNote.notes;
        QCOMPARE(stage.now(), toGroups(both));
    }

    // A's "in" and B's "out" would make a shift that nobody worked.
    void callAndWrapByTwoPeopleAreOneConflict()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        const GroupMap seen = stage.now();
        const protocol::VersionedGroups versions = stage.versions();
        const Envelope call = stage.envelope(seen, toGroups(dayOf(maya, 390, 1170)), versions);
        const Envelope wrap = stage.envelope(seen, toGroups(dayOf(maya, 420, 1200)), versions);
        stage.apply(call, crew(maya));

        const Decision decision = stage.apply(wrap, coordinator());

        QCOMPARE(decision.outcome, Outcome::Conflict);
        QCOMPARE(stage.now(), toGroups(dayOf(maya, 390, 1170)));
    }

    void theSameValueByAnotherHandDoesNotBreakTheNextEdit()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        const GroupMap seen = stage.now();
        protocol::VersionedGroups stale = stage.versions();
        stale[entry::Times].version = id<MutationId>(99);

        const Decision decision =
            stage.apply(stage.envelope(seen, toGroups(dayOf(maya, 420, 1180)), stale), crew(maya));

        QCOMPARE(decision.outcome, Outcome::Applied);
    }

    void whatMayNotBeWrittenIsHeldNotRefused()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));

        const Decision decision = stage.write(dayOf(maya, 420, 1300), crew(cal));

        QCOMPARE(decision.outcome, Outcome::Held);
        QCOMPARE(stage.now(), toGroups(dayOf(maya, 420, 1170)));
        QCOMPARE(stage.conflict()->kind, ConflictKind::Held);
        QCOMPARE(stage.conflict()->candidates.size(), size_t(1));
    }

    void anEntryForSomebodyElseThatIsNotThereYetIsForTheOffice()
    {
        Stage stage;

        const Decision decision = stage.write(dayOf(maya, 420, 1300), crew(cal));

        QCOMPARE(decision.outcome, Outcome::Held);
        QVERIFY(decision.cell == Cell::office());
        QVERIFY(!stage.target.record);
    }

    void aThirdVersionJoinsTheSameConflict()
    {
        Stage stage;
        const Envelope first = stage.envelope({}, toGroups(dayOf(maya, 420, 1170)), {});
        const Envelope second = stage.envelope({}, toGroups(dayOf(maya, 420, 1158)), {});
        const Envelope third = stage.envelope({}, toGroups(dayOf(maya, 420, 1150)), {});
        stage.apply(first, crew(maya));
        const Decision two = stage.apply(second, coordinator());

        const Decision three = stage.apply(third, coordinator());

        QCOMPARE(three.conflict, two.conflict);
        QCOMPARE(stage.conflict()->candidates.size(), size_t(2));
    }

    void aDecisionByAPersonClosesTheConflict()
    {
        Stage stage;
        const Envelope mine = stage.envelope({}, toGroups(dayOf(maya, 420, 1170)), {});
        const Envelope theirs = stage.envelope({}, toGroups(dayOf(maya, 420, 1158)), {});
        stage.apply(mine, crew(maya));
        const Decision clash = stage.apply(theirs, coordinator());
        Envelope choice =
            stage.envelope(stage.now(), toGroups(dayOf(maya, 420, 1158)), stage.versions());
        choice.operation = protocol::Operation::Resolve;
        choice.resolves = protocol::Resolves{*clash.conflict, {theirs.mutation}};
        choice.author = coordinator().user;

        const Decision decision = stage.apply(choice, coordinator());

        QCOMPARE(decision.outcome, Outcome::Resolved);
        QCOMPARE(stage.now(), toGroups(dayOf(maya, 420, 1158)));
        QCOMPARE(stage.conflict()->state, ConflictState::Resolved);
        QCOMPARE(stage.conflict()->resolver, coordinator().user);
    }

    void aDecisionThatDoesNotSayWhatCountsDoesNotCount()
    {
        Stage stage;
        const Envelope mine = stage.envelope({}, toGroups(dayOf(maya, 420, 1170)), {});
        const Envelope theirs = stage.envelope({}, toGroups(dayOf(maya, 420, 1158)), {});
        stage.apply(mine, crew(maya));
        const Decision clash = stage.apply(theirs, coordinator());
        Envelope choice = Stage::named(stage.envelope({}, {}, {}));
        choice.operation = protocol::Operation::Resolve;
        choice.resolves = protocol::Resolves{*clash.conflict, {theirs.mutation}};

        const Decision decision = stage.apply(choice, coordinator());

        QCOMPARE(decision.outcome, Outcome::Conflict);
        QCOMPARE(stage.conflict()->state, ConflictState::Open);
    }

    void whatWasHeldIsTakenUpByADecision()
    {
        Stage stage;
        const Envelope held = stage.envelope({}, toGroups(dayOf(maya, 420, 1300)), {});
        const Decision kept = stage.apply(held, crew(cal));
        Envelope choice = stage.envelope({}, toGroups(dayOf(maya, 420, 1300)), {});
        choice.operation = protocol::Operation::Resolve;
        choice.resolves = protocol::Resolves{*kept.conflict, {held.mutation}};

        const Decision decision = stage.apply(choice, coordinator());

        QCOMPARE(kept.outcome, Outcome::Held);
        QCOMPARE(decision.outcome, Outcome::Resolved);
        QCOMPARE(stage.now(), toGroups(dayOf(maya, 420, 1300)));
        QVERIFY(decision.cell == Cell::ofPerson(camera, maya)); // its person sees both from now on
    }

    void aRequestIsTakenUpByTheOffice()
    {
        Stage stage;
        stage.submit();
        stage.apply(stage.approval(ApprovalLevel::Department), headOf(camera));
        WorkDay longer = *workDayFromGroups(stage.now());
        longer.wrap = TimeField::at(1200);
        const Envelope request = stage.envelope(stage.now(), toGroups(longer), stage.versions());
        const Decision kept = stage.apply(request, crew(maya));
        Envelope choice = stage.envelope(stage.now(), toGroups(longer), stage.versions());
        choice.operation = protocol::Operation::Resolve;
        choice.resolves = protocol::Resolves{*kept.conflict, {request.mutation}};
        Stage other = stage;

        QCOMPARE(stage.apply(choice, coordinator()).outcome, Outcome::Resolved);
        QCOMPARE(workDayFromGroups(stage.now())->wrap, TimeField::at(1200));
        QCOMPARE(other.apply(choice, crew(maya)).outcome, Outcome::Conflict); // not by its author
    }

    void aDecisionThatMissedALateCandidateDoesNotCount()
    {
        Stage stage;
        const Envelope mine = stage.envelope({}, toGroups(dayOf(maya, 420, 1170)), {});
        const Envelope theirs = stage.envelope({}, toGroups(dayOf(maya, 420, 1158)), {});
        const Envelope late = stage.envelope({}, toGroups(dayOf(maya, 420, 1150)), {});
        stage.apply(mine, crew(maya));
        const Decision clash = stage.apply(theirs, coordinator());
        Envelope choice =
            stage.envelope(stage.now(), toGroups(dayOf(maya, 420, 1158)), stage.versions());
        choice.operation = protocol::Operation::Resolve;
        choice.resolves = protocol::Resolves{*clash.conflict, {theirs.mutation}};
        stage.apply(late, coordinator());

        const Decision decision = stage.apply(choice, coordinator());

        QCOMPARE(decision.outcome, Outcome::Conflict);
        QCOMPARE(stage.conflict()->state, ConflictState::Open);
        QCOMPARE(stage.conflict()->candidates.size(), size_t(3));
        QCOMPARE(stage.now(), toGroups(dayOf(maya, 420, 1170)));
    }

    // The last thing that somebody said is what they want to be asked about.
    void theLatestOfManyVersionsIsOffered()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        GroupMap seen = stage.now();
        stage.write(dayOf(maya, 420, 1158), coordinator());
        Envelope last;
        for (int i = 0; i < 25; ++i) {
            const GroupMap after = toGroups(dayOf(maya, 420, 1171 + i));
            last = stage.envelope(std::exchange(seen, after), after, {});
            QCOMPARE(stage.apply(last, crew(maya)).outcome, Outcome::Conflict);
        }

        const std::optional<ConflictRecord> conflict = stage.conflict();
        QCOMPARE(conflict->candidates.size(), size_t(25));
        QCOMPARE(conflict->candidates.back().mutation, last.mutation);
        QCOMPARE(conflict->candidates.back().envelope, protocol::encodeEnvelope(last));
    }

    void aDecisionThatMissedTheLastOfManyVersionsDoesNotCount()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), coordinator());
        Decision clash;
        for (int i = 0; i < 25; ++i)
            clash = stage.apply(stage.envelope({}, toGroups(dayOf(maya, 420, 1171 + i)), {}),
                                crew(maya));
        protocol::Resolves known{*clash.conflict, {}};
        const std::optional<ConflictRecord> conflict = stage.conflict();
        for (const ConflictCandidate &candidate : conflict->candidates)
            known.candidates.push_back(candidate.mutation);
        Envelope choice =
            stage.envelope(stage.now(), toGroups(dayOf(maya, 420, 1195)), stage.versions());
        choice.operation = protocol::Operation::Resolve;
        choice.resolves = known;
        choice.resolves->candidates.pop_back();
        Stage complete = stage;

        QCOMPARE(stage.apply(choice, coordinator()).outcome, Outcome::Conflict);
        choice.resolves = known;
        QCOMPARE(complete.apply(choice, coordinator()).outcome, Outcome::Resolved);
    }

    void manyLargeCandidatesDoNotMakeAnUnsendableRecord()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        Envelope last;
        for (int i = 0; i < 40; ++i) {
            WorkDay other = dayOf(maya, 420, 600 + i);
            other.notes = QString(4000, u'n');
            last = stage.envelope({}, toGroups(other), {});
            stage.apply(last, coordinator());
        }
        Envelope another = stage.envelope({}, toGroups(dayOf(maya, 420, 700)), {});
        another.device = id<DeviceId>(77);
        stage.apply(another, crew(maya));

        const std::optional<ConflictRecord> conflict = stage.conflict();
        QVERIFY(stage.target.conflict->groups.size() < 64 * 1024);
        QCOMPARE(conflict->candidates.size(), size_t(41)); // all are named
        QCOMPARE(conflict->candidates[39].envelope, protocol::encodeEnvelope(last));
        QCOMPARE(conflict->candidates[40].envelope, protocol::encodeEnvelope(another));
    }

    // What one device says of the note and another of the times does not replace each other.
    void noVersionGivesWayToAnothersOrToOneOfOtherGroups()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        const GroupMap seen = stage.now();
        WorkDay other = dayOf(maya, 420, 1171);
        other.notes = QString(2000, u'a');
        stage.write(other, coordinator());
        std::vector<Envelope> kept;
        WorkDay mine = dayOf(maya, 420, 1172);
        kept.push_back(stage.envelope(seen, toGroups(mine), {}));
        kept.push_back(stage.envelope(seen, toGroups(dayOf(maya, 420, 1173)), {}));
        kept.back().device = id<DeviceId>(77);
        for (int i = 0; i < 20; ++i) {
            WorkDay noted = *workDayFromGroups(seen);
            noted.notes = QString(4000, QChar(u'b' + i));
            kept.push_back(stage.envelope(seen, toGroups(noted), {}));
        }
        for (const Envelope &envelope : kept)
            QCOMPARE(stage.apply(envelope, crew(maya)).outcome, Outcome::Conflict);

        const auto candidates = stage.conflict()->candidates;
        QVERIFY(!candidates[0].envelope.isEmpty());
        QVERIFY(!candidates[1].envelope.isEmpty());
        QVERIFY(candidates[2].envelope.isEmpty());
        QVERIFY(!candidates.back().envelope.isEmpty());
    }

    void moreThanARecordCanNameLeavesTheNewestIn()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        Envelope last;
        for (int i = 0; i < 300; ++i) {
            last = stage.envelope({}, toGroups(dayOf(maya, 421 + i, 1170)), {});
            last.mutation = idFromHash<MutationId>(sha256(QByteArray::number(i)));
            stage.apply(last, coordinator());
        }

        QVERIFY(stage.target.conflict->groups.size() < 64 * 1024);
        QCOMPARE(stage.conflict()->candidates.size(), size_t(256));
        QCOMPARE(stage.conflict()->candidates.back().mutation, last.mutation);
        QCOMPARE(stage.conflict()->candidates.back().envelope, protocol::encodeEnvelope(last));
    }

    // ---- there or not ----
    void aDayIsDeletedByWhoKnowsIt()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));

        const Decision decision = stage.apply(stage.deletion(stage.now()), crew(maya));

        QCOMPARE(decision.outcome, Outcome::Applied);
        QVERIFY(stage.target.record->deleted);
        QCOMPARE(stage.now(), toGroups(dayOf(maya, 420, 1170))); // so that it can come back
        QVERIFY(!stage.target.conflict);
    }

    void aDeletionThatDidNotSeeTheLastChangeIsAConflict()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        const Envelope deletion = stage.deletion(stage.now());
        stage.write(dayOf(maya, 420, 1200), coordinator());

        const Decision decision = stage.apply(deletion, crew(maya));

        QCOMPARE(decision.outcome, Outcome::Conflict);
        QVERIFY(!stage.target.record->deleted);
        QCOMPARE(stage.conflict()->kind, ConflictKind::Delete);
        QCOMPARE(stage.conflict()->candidates.front().mutation, deletion.mutation);
    }

    void aChangeThatDidNotSeeTheDeletionIsAConflict()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        const Envelope change =
            stage.envelope(stage.now(), toGroups(dayOf(maya, 420, 1200)), stage.versions());
        stage.apply(stage.deletion(stage.now()), crew(maya));

        const Decision decision = stage.apply(change, coordinator());

        QCOMPARE(decision.outcome, Outcome::Conflict);
        QVERIFY(stage.target.record->deleted);
        QCOMPARE(stage.conflict()->kind, ConflictKind::Delete);
    }

    void twoDeletionsConverge()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        const Envelope first = stage.deletion(stage.now());
        const Envelope second = stage.deletion({});
        stage.apply(first, crew(maya));

        const Decision decision = stage.apply(second, coordinator());

        QCOMPARE(decision.outcome, Outcome::Converged);
        QVERIFY(decision.touched.empty());
    }

    void aDeletionOfWhatNeverCameConverges()
    {
        Stage stage;

        const Decision decision =
            stage.apply(stage.deletion(toGroups(dayOf(maya, 420, 1170))), crew(maya));

        QCOMPARE(decision.outcome, Outcome::Converged);
        QVERIFY(!stage.target.record);
    }

    void aDayComesBackAsItWas()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        stage.apply(stage.deletion(stage.now()), crew(maya));

        const Decision decision = stage.apply(stage.undeletion(stage.now()), coordinator());

        QCOMPARE(decision.outcome, Outcome::Applied);
        QVERIFY(!stage.target.record->deleted);
        QCOMPARE(stage.now(), toGroups(dayOf(maya, 420, 1170)));
    }

    void aDayThatWasBroughtBackMeanwhileIsBack()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        stage.apply(stage.deletion(stage.now()), crew(maya));
        const Envelope late = stage.undeletion(stage.now());
        stage.apply(stage.undeletion(stage.now()), crew(maya));

        const Decision decision = stage.apply(late, coordinator());

        QCOMPARE(decision.outcome, Outcome::Converged);
    }

    void bringingBackAnotherThanWhatWasDeletedIsAConflict()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        stage.apply(stage.deletion(stage.now()), crew(maya));

        const Decision decision =
            stage.apply(stage.undeletion(toGroups(dayOf(maya, 400, 1170))), coordinator());

        QCOMPARE(decision.outcome, Outcome::Conflict);
        QCOMPARE(stage.conflict()->kind, ConflictKind::Delete);
        QVERIFY(stage.target.record->deleted);
    }

    void whoMayNotWriteMayNotDelete()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));

        const Decision decision = stage.apply(stage.deletion(stage.now()), crew(cal));

        QCOMPARE(decision.outcome, Outcome::Held);
        QVERIFY(!stage.target.record->deleted);
    }

    void aDecisionMayComeToADeletion()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        const Envelope deletion = stage.deletion(stage.now());
        stage.write(dayOf(maya, 420, 1200), coordinator());
        const Decision clash = stage.apply(deletion, crew(maya));
        Envelope choice = stage.deletion(stage.now());
        choice.operation = protocol::Operation::Resolve;
        choice.resolves = protocol::Resolves{*clash.conflict, {deletion.mutation}};

        const Decision decision = stage.apply(choice, coordinator());

        QCOMPARE(decision.outcome, Outcome::Resolved);
        QVERIFY(stage.target.record->deleted);
        QCOMPARE(stage.conflict()->state, ConflictState::Resolved);
    }

    // ---- guards ----
    void aChangeIsAppliedWhileWhatItGuardsIsAsItWas()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        const Envelope guarded = stage.guardedNote(entry::Times);

        QCOMPARE(stage.apply(guarded, crew(maya)).outcome, Outcome::Applied);
    }

    void aChangeIsAConflictOnceWhatItGuardsHasChanged_data()
    {
        QTest::addColumn<quint32>("group");

        QTest::newRow("a group") << quint32(entry::Times);
        QTest::newRow("the whole record") << quint32(schema::whole::Group);
    }

    void aChangeIsAConflictOnceWhatItGuardsHasChanged()
    {
        QFETCH(quint32, group);
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        const Envelope guarded = stage.guardedNote(group);
        stage.write(dayOf(maya, 420, 1200), coordinator());

        const Decision decision = stage.apply(guarded, crew(maya));

        QCOMPARE(decision.outcome, Outcome::Conflict);
        QCOMPARE(stage.conflict()->kind, ConflictKind::Guard);
        QCOMPARE(stage.now(), toGroups(dayOf(maya, 420, 1200)));
    }

    void aGuardDoesNotMindOtherGroups()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        const Envelope guarded = stage.guardedNote(entry::Meals);
        stage.write(dayOf(maya, 420, 1200), coordinator());

        QCOMPARE(stage.apply(guarded, crew(maya)).outcome, Outcome::Applied);
    }

    void noGuardHoldsOnWhatIsGone()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        const protocol::EntityState other = *stage.target.record;
        Stage here;
        here.target.guarded = {other};
        here.target.guarded.front().id = id<EntityId>(77);
        here.target.guarded.front().deleted = true;
        Envelope guarded = here.envelope({}, toGroups(dayOf(maya, 420, 1170)), {});
        guarded.guards = {{id<EntityId>(77), entry::Times,
                           guardHash(EntityType::TimeEntry, stage.now(), entry::Times)}};

        QCOMPARE(here.apply(guarded, coordinator()).outcome, Outcome::Conflict);
    }

    // Otherwise hours could be guessed: which guess was applied tells.
    void whatTheAuthorMayNotSeeCannotBeAskedAbout_data()
    {
        QTest::addColumn<PersonId>("author");
        QTest::addColumn<int>("outcome");

        QTest::newRow("one's own") << maya << int(Outcome::Applied);
        QTest::newRow("somebody else's") << cal << int(Outcome::Conflict);
    }

    void whatTheAuthorMayNotSeeCannotBeAskedAbout()
    {
        QFETCH(PersonId, author);
        QFETCH(int, outcome);
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));
        Stage here;
        here.target.guarded = {*stage.target.record};
        here.target.guarded.front().id = id<EntityId>(77);
        Envelope guarded = here.envelope({}, toGroups(dayOf(author, 420, 1170)), {});
        guarded.guards = {{id<EntityId>(77), entry::Times,
                           guardHash(EntityType::TimeEntry, stage.now(), entry::Times)}};

        QCOMPARE(int(here.apply(guarded, crew(author)).outcome), outcome);
    }

    // ---- approvals ----
    void approvalsGoUpByRole_data()
    {
        QTest::addColumn<DeviceRecord>("author");
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("outcome");

        const int department = int(ApprovalLevel::Department);
        const int office = int(ApprovalLevel::Coordinator);
        const int applied = int(Outcome::Applied);
        const int held = int(Outcome::Held);
        const DepartmentId sound = id<DepartmentId>(6);
        QTest::newRow("head of the department") << headOf(camera) << department << applied;
        QTest::newRow("head of another one") << headOf(sound) << department << held;
        QTest::newRow("head, for the office") << headOf(camera) << office << held;
        QTest::newRow("coordinator") << coordinator() << office << applied;
        QTest::newRow("coordinator, for a head") << coordinator() << department << applied;
        QTest::newRow("the day's own person") << crew(maya) << department << held;
    }

    void approvalsGoUpByRole()
    {
        QFETCH(DeviceRecord, author);
        QFETCH(int, level);
        QFETCH(int, outcome);
        Stage stage;
        stage.submit();

        const Decision decision = stage.apply(stage.approval(ApprovalLevel(level)), author);

        QCOMPARE(int(decision.outcome), outcome);
        QCOMPARE(int(stage.level()), outcome == int(Outcome::Applied) ? level : 0);
    }

    void anApprovalCountsForTheContentItsAuthorSaw()
    {
        Stage stage;
        stage.submit();
        const Envelope approval = stage.approval(ApprovalLevel::Department);
        WorkDay longer = *workDayFromGroups(stage.now());
        longer.wrap = TimeField::at(1200);
        stage.write(longer, crew(maya));

        const Decision decision = stage.apply(approval, headOf(camera));

        QCOMPARE(decision.outcome, Outcome::Conflict);
        QCOMPARE(stage.conflict()->kind, ConflictKind::Guard);
        QCOMPARE(stage.level(), ApprovalLevel::None);
    }

    void aDayThatWasNotSubmittedIsNotApproved()
    {
        Stage stage;
        stage.write(dayOf(maya, 420, 1170), crew(maya));

        const Decision decision =
            stage.apply(stage.approval(ApprovalLevel::Department), headOf(camera));

        QCOMPARE(decision.outcome, Outcome::Quarantined);
    }

    void aDayWithAnOpenConflictIsNotApproved()
    {
        Stage stage;
        stage.submit();
        stage.apply(stage.envelope({}, toGroups(dayOf(maya, 420, 1150)), {}), coordinator());

        const Decision decision =
            stage.apply(stage.approval(ApprovalLevel::Coordinator), coordinator());

        QCOMPARE(decision.outcome, Outcome::Conflict);
        QCOMPARE(stage.level(), ApprovalLevel::None);
        QCOMPARE(stage.conflict()->candidates.size(), size_t(2));
    }

    void twoApprovalsOfTheSameContentDoNotClash()
    {
        Stage stage;
        stage.submit();
        const Envelope head = stage.approval(ApprovalLevel::Department);
        const Envelope office = stage.approval(ApprovalLevel::Coordinator);

        QCOMPARE(stage.apply(office, coordinator()).outcome, Outcome::Applied);
        QCOMPARE(stage.apply(head, headOf(camera)).outcome, Outcome::Converged);
        QCOMPARE(stage.level(), ApprovalLevel::Coordinator);
    }

    void whatIsApprovedIsChangedByTheOfficeOnly_data()
    {
        QTest::addColumn<DeviceRecord>("author");
        QTest::addColumn<int>("outcome");

        QTest::newRow("the day's own person") << crew(maya) << int(Outcome::Conflict);
        QTest::newRow("the head who approved it") << headOf(camera) << int(Outcome::Conflict);
        QTest::newRow("coordinator") << coordinator() << int(Outcome::Applied);
    }

    void whatIsApprovedIsChangedByTheOfficeOnly()
    {
        QFETCH(DeviceRecord, author);
        QFETCH(int, outcome);
        Stage stage;
        stage.submit();
        stage.apply(stage.approval(ApprovalLevel::Department), headOf(camera));
        WorkDay longer = *workDayFromGroups(stage.now());
        longer.wrap = TimeField::at(1200);

        const Decision decision = stage.write(longer, author);

        QCOMPARE(int(decision.outcome), outcome);
        if (outcome == int(Outcome::Conflict))
            QCOMPARE(stage.conflict()->kind, ConflictKind::Locked);
        else
            QCOMPARE(stage.level(), ApprovalLevel::None); // nobody has approved that
    }

    void whatIsApprovedIsNotDeletedByItsOwner()
    {
        Stage stage;
        stage.submit();
        stage.apply(stage.approval(ApprovalLevel::Department), headOf(camera));

        const Decision decision = stage.apply(stage.deletion(stage.now()), crew(maya));

        QCOMPARE(decision.outcome, Outcome::Conflict);
        QVERIFY(!stage.target.record->deleted);
    }

    void aReopenedDayIsItsOwnersAgain()
    {
        Stage stage;
        stage.submit();
        stage.apply(stage.approval(ApprovalLevel::Department), headOf(camera));
        stage.apply(stage.reopening(), headOf(camera));
        WorkDay longer = *workDayFromGroups(stage.now());
        longer.wrap = TimeField::at(1200);

        QCOMPARE(stage.write(longer, crew(maya)).outcome, Outcome::Applied);
    }

    void whatTheOfficeApprovedIsReopenedByTheOffice()
    {
        Stage stage;
        stage.submit();
        stage.apply(stage.approval(ApprovalLevel::Coordinator), coordinator());
        Stage other = stage;

        QCOMPARE(stage.apply(stage.reopening(), headOf(camera)).outcome, Outcome::Held);
        QCOMPARE(other.apply(other.reopening(), coordinator()).outcome, Outcome::Applied);
        QCOMPARE(other.level(), ApprovalLevel::None);
    }

    void equalValuesAreEqualContentWhoeverWroteThem()
    {
        GroupMap day = toGroups(dayOf(maya, 420, 1170));
        const Hash32 hash = contentHash(day);
        day[entry::Notes]; // a group whose fields were all taken away

        QCOMPARE(contentHash(day), hash);
        QVERIFY(contentHash(toGroups(dayOf(maya, 421, 1170))) != hash);
    }

    void aNewRecordWithoutItsIdentityIsKeptAside()
    {
        Stage stage;
        GroupMap onlyTimes = toGroups(dayOf(maya, 420, 1170));
        onlyTimes.erase(entry::Identity);

        const Decision decision = stage.apply(stage.envelope({}, onlyTimes, {}), crew(maya));

        QCOMPARE(decision.outcome, Outcome::Quarantined);
        QVERIFY(!decision.defect.isEmpty());
        QVERIFY(decision.touched.empty());
    }
};

QTEST_GUILESS_MAIN(TestDecide)
#include "tst_decide.moc"
