#include "app/engine/engine.h"
#include "app/engine/file_secret_store.h"
#include "app/engine/signing_pin.h"
#include "tests/support/fixed_clock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace film;
using namespace film::app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDate friday(2026, 11, 20);

// Somebody with a week of two days, on a computer of their own.
struct Desk {
    QTemporaryDir folder;
    Engine engine{EngineSettings{folder.path(), SecretsMode::PlainFile, nullptr}};
    std::vector<WorkDay> days;

    Desk()
    {
        const auto alone =
            engine.startAlone({u"Nova"_s, u"Maya"_s, u"Camera"_s, u"1st AC"_s, "Europe/Berlin"})
                .result();
        if (!alone)
            return;
        const auto directory = engine.directory().result();
        for (int i = 0; i < 2; ++i) {
            WorkDay day;
            day.key = {directory->people.front().id, friday.addDays(-i),
                       directory->people.front().unit};
            const WorkDay before = day;
            day.call = TimeField::at(7 * 60);
            day.wrap = TimeField::at(19 * 60);
            day.zone = "Europe/Berlin";
            day.state = DayState::Confirmed;
            if (engine.saveDays({{before, day}}).result())
                days.push_back(day);
        }
    }
    bool setState(DayState state, const QString &reason = {})
    {
        std::vector<EditedDay> edits;
        for (WorkDay &day : days) {
            WorkDay after = day;
            after.state = state;
            edits.push_back({day, after});
            day = after;
        }
        const auto saved = engine.saveDays(edits, reason).result();
        return saved && saved->mutations.size() == days.size();
    }
    [[nodiscard]] std::vector<DayStanding> standings()
    {
        return engine
            .run([](Workspace &workspace) {
                return workspace.standings(std::nullopt, friday.addDays(-1), friday);
            })
            .result()
            .value_or(std::vector<DayStanding>());
    }
    [[nodiscard]] std::vector<DayToSign> shown()
    {
        std::vector<DayToSign> seen;
        for (const DayStanding &day : standings())
            seen.push_back({day.key, day.content});
        return seen;
    }
    [[nodiscard]] Result<std::vector<MutationId>> approve(const std::vector<DayToSign> &seen)
    {
        return engine.runAndSend([seen](Workspace &workspace) { return workspace.approve(seen); })
            .result();
    }
    [[nodiscard]] Result<std::vector<MutationId>> withdraw(const std::vector<DayToSign> &seen,
                                                           Withdrawal whose)
    {
        return engine
            .runAndSend([seen, whose](Workspace &workspace) {
                return workspace.withdraw(seen, whose, u"a mistake"_s);
            })
            .result();
    }
    [[nodiscard]] std::vector<SignOff> said()
    {
        std::vector<WorkDayKey> keys;
        for (const WorkDay &day : days)
            keys.push_back(day.key);
        return engine.run([keys](Workspace &workspace) { return workspace.signOffs(keys); })
            .result()
            .value_or(std::vector<SignOff>());
    }
    [[nodiscard]] std::vector<ForeignChange> waiting()
    {
        std::vector<WorkDayKey> keys;
        for (const WorkDay &day : days)
            keys.push_back(day.key);
        return engine.run([keys](Workspace &workspace) { return workspace.foreignChanges(keys); })
            .result()
            .value_or(std::vector<ForeignChange>());
    }
    [[nodiscard]] bool say(const ForeignChange &change, const std::optional<QString> &word)
    {
        return engine
            .runAndSend([change, word](Workspace &workspace) {
                return workspace.initial(change.key, change.content, word);
            })
            .result()
            .has_value();
    }
    [[nodiscard]] bool isApproved()
    {
        return std::ranges::all_of(standings(), [](const DayStanding &day) {
            return day.level == ApprovalLevel::Coordinator;
        });
    }
};

// Somebody else at the same file: what they do comes from another user's device.
bool becomeAnother(Engine &engine, bool isOther)
{
    return engine
        .run([isOther](Workspace &workspace) -> Result<> {
            const auto identity = workspace.identity();
            if (!identity || !*identity)
                return fail(ErrorCode::NotFound, u"no identity"_s);
            static std::optional<Workspace::Identity> own;
            if (isOther)
                own = **identity;
            Workspace::Identity now = *own;
            if (isOther) {
                now.meta.user = UserId(std::array<quint8, 16>{9});
                now.meta.device = DeviceId(std::array<quint8, 16>{9});
                now.meta.person = {};
                now.meta.role = quint32(Role::Coordinator);
                now.personName = u"Priya"_s;
            }
            // The stream goes on where the file is.
            now.meta.lastHash = (*identity)->meta.lastHash;
            return workspace.setIdentity(now);
        })
        .result()
        .has_value();
}

struct Pin {
    QTemporaryDir folder;
    test::FixedClock clock{instantFromMs(1'800'000'000'000)};
    PlainFileStore store{folder.filePath(u"secrets.plain"_s)};
    SigningPin pin{store, clock};

    PinAnswer enter(const QString &text)
    {
        PinAnswer seen;
        pin.enter(u"place"_s, text, [&seen](const Result<PinAnswer> &answer) {
            if (answer)
                seen = *answer;
        });
        return seen;
    }
    PinAnswer change(const QString &before, const QString &next)
    {
        PinAnswer seen;
        pin.change(u"place"_s, before, next, [&seen](const Result<PinAnswer> &answer) {
            QVERIFY(answer);
            seen = *answer;
        });
        return seen;
    }
    PinState state()
    {
        PinState seen;
        pin.state(u"place"_s, [&seen](const Result<PinState> &now) {
            if (now)
                seen = *now;
        });
        return seen;
    }
};

} // namespace

// From handing a week in to signing it, on one computer without any network.
class TestApprovals : public QObject
{
    Q_OBJECT
private slots:
    void aSubmittedWeekIsApprovedAsItWasShown()
    {
        Desk desk;
        QVERIFY(desk.setState(DayState::Submitted));

        const auto approved = desk.approve(desk.shown());

        QVERIFY(approved);
        QCOMPARE(approved->size(), size_t(2));
        QVERIFY(desk.isApproved());
    }

    void whatWasNotSubmittedIsNotApproved()
    {
        Desk desk;

        const auto approved = desk.approve(desk.shown());

        QVERIFY(!approved);
        QCOMPARE(approved.error().code, ErrorCode::Conflict);
        QVERIFY(!desk.isApproved());
    }

    // All or none: the day that stayed as it was is not signed either.
    void aDayThatChangedAfterTheLookStopsTheSignature()
    {
        Desk desk;
        QVERIFY(desk.setState(DayState::Submitted));
        const std::vector<DayToSign> shown = desk.shown();
        WorkDay later = desk.days.front();
        later.wrap = TimeField::at(20 * 60);
        QVERIFY(desk.engine.saveDays({{desk.days.front(), later}}).result());

        const auto approved = desk.approve(shown);

        QVERIFY(!approved);
        QCOMPARE(approved.error().code, ErrorCode::Conflict);
        for (const DayStanding &day : desk.standings())
            QCOMPARE(day.level, ApprovalLevel::None);
    }

    void anApprovalIsWithdrawnByAnotherEntry()
    {
        Desk desk;
        QVERIFY(desk.setState(DayState::Submitted));
        QVERIFY(desk.approve(desk.shown()));

        QVERIFY(desk.withdraw(desk.shown(), Withdrawal::OfOwn));

        QVERIFY(!desk.isApproved());
        std::vector<SignOff::Kind> kinds;
        for (const SignOff &one : desk.said())
            kinds.push_back(one.kind);
        using Kind = SignOff::Kind;
        QCOMPARE(kinds,
                 (std::vector{Kind::Submitted, Kind::Submitted, Kind::Approved, Kind::Approved,
                              Kind::Withdrawn, Kind::Withdrawn}));
    }

    void whereNoApprovalStandsNothingIsWithdrawn()
    {
        Desk desk;
        QVERIFY(desk.setState(DayState::Submitted));

        const auto withdrawn = desk.withdraw(desk.shown(), Withdrawal::OfAnybody);

        QVERIFY(!withdrawn);
        QCOMPARE(withdrawn.error().code, ErrorCode::Conflict);
        QCOMPARE(desk.said().size(), size_t(2)); // handed in, and nothing since
    }

    void anApprovalOfOtherTimesIsNotWithdrawn()
    {
        Desk desk;
        QVERIFY(desk.setState(DayState::Submitted));
        QVERIFY(desk.approve(desk.shown()));
        std::vector<DayToSign> other = desk.shown();
        other.front().content = {};

        const auto withdrawn = desk.withdraw(other, Withdrawal::OfAnybody);

        QVERIFY(!withdrawn);
        QCOMPARE(withdrawn.error().code, ErrorCode::Conflict);
        QVERIFY(desk.isApproved());
    }

    void undoDoesNotTakeBackSomebodyElsesApproval()
    {
        Desk desk;
        QVERIFY(desk.setState(DayState::Submitted));
        QVERIFY(becomeAnother(desk.engine, true));
        QVERIFY(desk.approve(desk.shown()));
        QVERIFY(becomeAnother(desk.engine, false));

        const auto undone = desk.withdraw(desk.shown(), Withdrawal::OfOwn);

        QVERIFY(!undone);
        QCOMPARE(undone.error().code, ErrorCode::Conflict);
        QVERIFY(desk.isApproved());
        QVERIFY(desk.withdraw(desk.shown(), Withdrawal::OfAnybody));
        QVERIFY(!desk.isApproved());
    }

    void takingBackSaysWhoAndWhy()
    {
        Desk desk;
        QVERIFY(desk.setState(DayState::Submitted));
        QVERIFY(desk.setState(DayState::Confirmed, u"Tue has no wrap"_s));

        const SignOff last = desk.said().back();

        QCOMPARE(last.kind, SignOff::Kind::TakenBack);
        QCOMPARE(last.reason, u"Tue has no wrap"_s);
        QCOMPARE(last.who, u"Maya"_s);
        QVERIFY(last.isByOwner);
    }

    void anotherHandsChangeWaitsForInitials()
    {
        Desk desk;
        QVERIFY(desk.waiting().empty());
        WorkDay changed = desk.days.front();
        changed.wrap = TimeField::at(18 * 60);
        QVERIFY(becomeAnother(desk.engine, true));
        QVERIFY(desk.engine.saveDays({{desk.days.front(), changed}}, u"by the report"_s).result());
        QVERIFY(becomeAnother(desk.engine, false));

        const std::vector<ForeignChange> waiting = desk.waiting();

        QCOMPARE(waiting.size(), size_t(1));
        QCOMPARE(waiting.front().before.wrap, TimeField::at(19 * 60));
        QCOMPARE(waiting.front().after.wrap, TimeField::at(18 * 60));
        QCOMPARE(waiting.front().reason, u"by the report"_s);
        QVERIFY(desk.say(waiting.front(), u"It was 19.0"_s));
        QCOMPARE(desk.waiting().front().dispute, u"It was 19.0"_s);
        QVERIFY(desk.say(waiting.front(), QString()));
        QVERIFY(desk.waiting().empty());
        QVERIFY(desk.say(waiting.front(), std::nullopt));
        QCOMPARE(desk.waiting().size(), size_t(1));
    }

    void approvalsAreDelegatedForATime()
    {
        Desk desk;
        const QDate until = QDate::currentDate().addDays(7);
        const Person maya = desk.engine.directory().result()->people.front();
        Person cal = maya;
        cal.id = PersonId(std::array<quint8, 16>{8});
        cal.name = u"Cal"_s;
        Grant grant;
        grant.user = UserId(std::array<quint8, 16>{8});
        grant.name = u"Cal"_s;
        grant.person = cal.id;
        // Of the joined production, whoever sits at the computer.
        const auto be = [&desk](UserId user, PersonId person, Role role) {
            return desk.engine
                .run([=](Workspace &workspace) -> Result<> {
                    Workspace::Identity now = **workspace.identity();
                    now.server = u"wss://set.example"_s;
                    now.meta.user = user.isNull() ? now.meta.user : user;
                    now.meta.person = person;
                    now.meta.role = quint32(role);
                    return workspace.setIdentity(now);
                })
                .result();
        };
        const auto delegate = [&desk, &grant](std::optional<QDate> day) {
            return desk.engine
                .run([=](Workspace &workspace) { return workspace.setDeputy(grant.user, day); })
                .result();
        };
        const auto known = [&desk] {
            return desk.engine.run([](Workspace &workspace) { return workspace.delegations(); })
                .result()
                .value_or(Delegations());
        };
        QVERIFY(desk.engine
                    .run([=](Workspace &workspace) {
                        const std::array records{
                            WantedRecord{EntityType::Person, EntityId::of(cal.id), toGroups(cal)},
                            WantedRecord{EntityType::Grant,
                                         grantId(workspace.state().production, grant.user),
                                         toGroups(grant)}};
                        return workspace.saveRecords(records, protocol::InputMethod::Manual);
                    })
                    .result());
        QCOMPARE(delegate(until).error().code, ErrorCode::PermissionDenied); // nobody else is here
        QVERIFY(be({}, maya.id, Role::Crew));
        QCOMPARE(delegate(until).error().code, ErrorCode::PermissionDenied);
        QVERIFY(be({}, maya.id, Role::HeadOfDepartment));
        QCOMPARE(known().members.size(), size_t(1));

        QVERIFY(delegate(until));

        QCOMPARE(known().standing.size(), size_t(1));
        QCOMPARE(known().standing.front().name, u"Cal"_s);
        QCOMPARE(known().standing.front().by, u"Maya"_s);
        QVERIFY(known().standing.front().canRevoke);

        QVERIFY(be(grant.user, cal.id, Role::Crew));
        const auto standsFor = desk.engine.run([=](Workspace &workspace) -> Result<QList<bool>> {
            const auto directory = workspace.directory();
            return QList<bool>{workspace.deputy().has_value(),
                               workspace.mayApprove(maya.id, *directory),
                               workspace.mayApprove(cal.id, *directory), // not their own
                               workspace.mayDelegate()};
        });
        QCOMPARE(standsFor.result().value_or(QList<bool>()),
                 (QList<bool>{true, true, false, false}));
        QCOMPARE(delegate(std::nullopt).error().code, ErrorCode::PermissionDenied);
        QVERIFY(desk.setState(DayState::Submitted)); // corrects and hands in for the department
        QVERIFY(desk.approve(desk.shown()));
    }

    void aReviewedPenaltyStaysWithItsDay()
    {
        Desk desk;
        const WorkDayKey key = desk.days.front().key;
        const ReviewedPenalty late{ReviewedPenalty::Kind::MealLate, 0, Minutes(12)};
        const auto review = [&](std::vector<ReviewedPenalty> before,
                                std::vector<ReviewedPenalty> after) {
            return desk.engine
                .run([=](Workspace &workspace) {
                    return workspace.reviewPenalties(key, before, after);
                })
                .result();
        };
        const auto reviewed = [&] {
            return desk.engine.days(std::nullopt, key.date, key.date).result()->days.front();
        };
        QVERIFY(reviewed().reviewed.empty());

        QVERIFY(review({}, {late}));

        QCOMPARE(reviewed().reviewed, std::vector{late});
        QCOMPARE(reviewed().day, desk.days.front());
        QCOMPARE(review({}, {late}).error().code, ErrorCode::Conflict);
        QVERIFY(review({late}, {}));
        QVERIFY(reviewed().reviewed.empty());

        // One of the crew, and this day is their own.
        const auto joined = desk.engine.run([](Workspace &workspace) -> Result<> {
            Workspace::Identity now = **workspace.identity();
            now.server = u"wss://set.example"_s;
            now.meta.role = quint32(Role::Crew);
            return workspace.setIdentity(now);
        });
        QVERIFY(joined.result());
        QCOMPARE(review({}, {late}).error().code, ErrorCode::PermissionDenied);
    }

    void whatThePersonEntersThemselvesNeedsNoInitials()
    {
        Desk desk;
        WorkDay changed = desk.days.front();
        changed.wrap = TimeField::at(18 * 60);
        QVERIFY(becomeAnother(desk.engine, true));
        QVERIFY(desk.engine.saveDays({{desk.days.front(), changed}}).result());
        QVERIFY(becomeAnother(desk.engine, false));
        QCOMPARE(desk.waiting().size(), size_t(1));

        QVERIFY(desk.engine.saveDays({{changed, desk.days.front()}}).result());

        QVERIFY(desk.waiting().empty());
    }

    void theFirstPinIsChosenAndHoldsForFiveMinutes()
    {
        Pin pin;
        QVERIFY(!pin.state().isSet);
        QCOMPARE(pin.enter(u"123"_s).verdict, PinVerdict::TooShort);

        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Right);

        QVERIFY(pin.state().isOpen);
        pin.clock.time += 5min;
        QVERIFY(!pin.state().isOpen);
        QVERIFY(pin.state().isSet);
        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Right);
    }

    void aClockThatIsSetBackKeepsNoPinOpen()
    {
        Pin pin;
        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Right);

        pin.clock.time -= 1h;

        QVERIFY(!pin.state().isOpen);
    }

    void aPinThatCannotBeReadIsChosenAgain()
    {
        Pin pin;
        pin.store.write(u"place.signing-pin"_s, "torn", [](const Result<> &) {});

        QVERIFY(!pin.state().isSet);
        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Right);
        QVERIFY(pin.state().isSet);
    }

    void aPinIsNotKeptInClear()
    {
        Pin pin;
        QCOMPARE(pin.enter(u"27182818"_s).verdict, PinVerdict::Right);

        QFile file(pin.folder.filePath(u"secrets.plain"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();

        QVERIFY(!bytes.contains("27182818"));
        QVERIFY(bytes.contains("$argon2id$"));
    }

    void afterFiveWrongPinsTheRightOneHasToWait()
    {
        Pin pin;
        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Right);
        for (int left = 4; left >= 0; --left) {
            const PinAnswer answer = pin.enter(u"1357"_s);
            QCOMPARE(answer.verdict, PinVerdict::Wrong);
            QCOMPARE(answer.state.triesLeft, left);
            QVERIFY(!answer.state.isOpen);
        }

        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Waiting);
        SigningPin reopened(pin.store, pin.clock);
        PinAnswer seen;
        reopened.enter(u"place"_s, u"2468"_s, [&seen](const auto &answer) { seen = *answer; });
        QCOMPARE(seen.verdict, PinVerdict::Waiting);
        pin.clock.time += SigningPin::firstWait;

        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Right);
        QCOMPARE(pin.state().triesLeft, SigningPin::triesMax);
    }

    void aPinIsChangedByWhoKnowsIt()
    {
        Pin pin;
        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Right);

        QCOMPARE(pin.change(u"1357"_s, u"97531"_s).verdict, PinVerdict::Wrong);
        QCOMPARE(pin.state().triesLeft, SigningPin::triesMax - 1);
        QCOMPARE(pin.change(u"2468"_s, u"975"_s).verdict, PinVerdict::TooShort);
        QCOMPARE(pin.enter(u"97531"_s).verdict, PinVerdict::Wrong);
        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Right);

        QCOMPARE(pin.change(u"2468"_s, u"97531"_s).verdict, PinVerdict::Right);
        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Wrong);
        QCOMPARE(pin.enter(u"97531"_s).verdict, PinVerdict::Right);
    }

    void whoHasNoPinChoosesOneInTheSettings()
    {
        Pin pin;
        QCOMPARE(pin.change({}, u"2468"_s).verdict, PinVerdict::Right);
        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Right);
    }

    // Guessing here is guessing there.
    void wrongPinsOfAChangeCountAsWhenSigning()
    {
        Pin pin;
        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Right);
        for (int i = 0; i < SigningPin::triesMax; ++i)
            QCOMPARE(pin.change(u"1357"_s, u"97531"_s).verdict, PinVerdict::Wrong);
        QCOMPARE(pin.change(u"2468"_s, u"97531"_s).verdict, PinVerdict::Waiting);
        QCOMPARE(pin.enter(u"2468"_s).verdict, PinVerdict::Waiting);
    }

    void theEngineKeepsThePinWithItsSecrets()
    {
        Desk desk;
        QVERIFY(!desk.engine.pinState().result()->isSet);

        QCOMPARE(desk.engine.enterPin(u"2468"_s).result()->verdict, PinVerdict::Right);

        QVERIFY(desk.engine.pinState().result()->isOpen);
        QCOMPARE(desk.engine.changePin(u"2468"_s, u"97531"_s).result()->verdict, PinVerdict::Right);
        QCOMPARE(desk.engine.enterPin(u"9999"_s).result()->verdict, PinVerdict::Wrong);
        QVERIFY(!desk.engine.pinState().result()->isOpen);
    }
};

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
