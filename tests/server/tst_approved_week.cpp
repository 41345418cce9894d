#include "app/engine/engine.h"
#include "shared/domain/approved_week.h"
#include "shared/domain/week.h"
#include "shared/protocol/entity_state.h"
#include "shared/sync/record_content.h"
#include "tests/support/server_fixture.h"

using namespace film;
using namespace film::app;
using namespace film::test;
using namespace Qt::StringLiterals;

namespace timecard = schema::timecard;

namespace {

const PayWeek signedWeek{QDate(2026, 5, 3)}; // Sunday
constexpr quint32 laterField = 99;           // that this version knows nothing of

// A device of somebody who may approve and see pay.
struct Office {
    QTemporaryDir folder;
    Engine engine{EngineSettings{folder.path(), SecretsMode::PlainFile, nullptr}};

    // The server listens in this thread, so its answer is waited for in the event loop.
    [[nodiscard]] bool join(ServerFixture &server)
    {
        const auto joined =
            engine.join({server.url().toString(), server.invite(), u"office"_s, false});
        return QTest::qWaitFor([&] { return joined.isFinished(); }, 20'000) && joined.result()
            && engine.startSync().result();
    }
    [[nodiscard]] std::vector<Person> people()
    {
        const auto known = engine.directory().result();
        return known ? known->people : std::vector<Person>();
    }
    [[nodiscard]] std::optional<ApprovedWeek> approvedWeek(PersonId person)
    {
        const auto week = engine
                              .run([person](Workspace &workspace) {
                                  return workspace.approvedWeek(person, signedWeek.first);
                              })
                              .result();
        return week ? *week : std::nullopt;
    }
    // A submitted day of the person, as it is signed.
    [[nodiscard]] std::vector<DayToSign> submittedDay(PersonId person, UnitId unit)
    {
        WorkDay day;
        day.key = {person, signedWeek.first.addDays(1), unit};
        WorkDay after = day;
        after.call = TimeField::at(420);
        after.wrap = TimeField::at(1140);
        after.zone = "Europe/London";
        after.state = DayState::Submitted;
        if (!engine.saveDays({{day, after}}).result())
            return {};
        const auto standings =
            engine
                .run([person](Workspace &workspace) {
                    return workspace.standings(person, signedWeek.first, signedWeek.last());
                })
                .result();
        std::vector<DayToSign> days;
        for (const DayStanding &standing : *standings)
            days.push_back({standing.key, standing.content});
        return days;
    }
    // What a later version of the program has written of the same week.
    [[nodiscard]] bool writeAsLaterVersion(const ApprovedWeek &week)
    {
        return engine
            .runAndSend([week](Workspace &workspace) -> Result<> {
                SystemRandom random;
                UuidSource ids(random);
                ApprovedWeek own = week;
                own.device = workspace.state().device;
                sync::ClientReplica::Edit edit;
                edit.type = EntityType::Timecard;
                edit.entity = approvedWeekId(workspace.state().production, own);
                edit.after = toGroups(own);
                edit.after[timecard::Approved][laterField] = u"of a later version"_s;
                const std::vector<sync::ClientReplica::Edit> edits{edit};
                const auto saved = workspace.replica().save(edits, ids, SystemClock().now());
                return saved ? Result<>() : Result<>(fail(saved.error()));
            })
            .result()
            .has_value();
    }
};

ApprovedWeek weekOf(PersonId person, const std::vector<DayToSign> &days, qint64 minor)
{
    ApprovedWeek week;
    week.person = person;
    week.first = signedWeek.first;
    for (const DayToSign &day : days)
        week.days.push_back({day.key.date, day.content});
    week.packs = {{u"uk-pact-tv"_s, u"2024"_s, signedWeek.first, signedWeek.last()}};
    week.gross = Money(minor, Currency::Gbp);
    week.lines = {{u"day_fee"_s, Money(minor, Currency::Gbp)}};
    return week;
}

} // namespace

// What a week was signed as, over a real server.
class TestApprovedWeek : public QObject
{
    Q_OBJECT

    // The record as the server keeps it; empty while it has none of that sum.
    static GroupMap onServer(ServerFixture &server, EntityId id, qint64 minor)
    {
        const auto state = server.storage->entity(server.production, id);
        if (!state || !*state)
            return {};
        const auto groups = protocol::decodeGroups((*state)->groups);
        if (!groups)
            return {};
        GroupMap plain = sync::plainGroups(*groups);
        const auto week = approvedWeekFromGroups(plain);
        return week && week->gross.minorUnits() == minor ? plain : GroupMap();
    }

private slots:
    // The other device shows it as it was signed, and what a later version had written beside it is
    // still there after this one wrote.
    void anotherDeviceSeesWhatWasSigned()
    {
        ServerFixture server;
        QVERIFY(server.tasks().importCrew(server.production, "Name,Department\nMaya,Camera\n"));
        server.start();
        Office first;
        Office second;
        QVERIFY(first.join(server));
        QVERIFY(second.join(server));
        QTRY_COMPARE(first.people().size(), size_t(1));
        const Person maya = first.people().front();
        const std::vector<DayToSign> days = first.submittedDay(maya.id, maya.unit);
        QCOMPARE(days.size(), size_t(1));
        QVERIFY(first.writeAsLaterVersion(weekOf(maya.id, days, 20'000)));

        ApprovedWeek week = weekOf(maya.id, days, 25'000);
        const auto approved = first.engine
                                  .runAndSend([days, week](Workspace &workspace) {
                                      return workspace.approve(days, std::span(&week, 1));
                                  })
                                  .result();

        QVERIFY2(approved, qPrintable(approved ? QString() : approved.error().message));
        QTRY_VERIFY_WITH_TIMEOUT(second.approvedWeek(maya.id).has_value(), 20'000);
        const auto state = first.engine
                               .run([](Workspace &workspace) -> Result<WorkspaceState> {
                                   return workspace.state();
                               })
                               .result();
        week.device = state->device;
        QTRY_COMPARE_WITH_TIMEOUT(second.approvedWeek(maya.id)->gross, week.gross, 20'000);
        QVERIFY(second.approvedWeek(maya.id) == week);
        const EntityId id = approvedWeekId(server.production, week);
        QTRY_VERIFY_WITH_TIMEOUT(!onServer(server, id, 25'000).empty(), 20'000);
        GroupMap kept = onServer(server, id, 25'000);
        QVERIFY(kept[timecard::Approved][laterField] == FieldValue(u"of a later version"_s));
    }
};

QTEST_GUILESS_MAIN(TestApprovedWeek)
#include "tst_approved_week.moc"
