#include "app/engine/endpoint.h"
#include "app/engine/engine.h"
#include "shared/domain/records.h"
#include "shared/store/client_file.h"
#include "shared/store/database.h"
#include "shared/store/sqlite_client_storage.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace film;
using namespace film::app;
using namespace Qt::StringLiterals;

namespace {

const SoloRequest nova{u"Nova"_s, u"Maya"_s, u"Camera"_s, u"1st AC"_s, "Europe/Berlin"};

EngineSettings settings(const QTemporaryDir &folder)
{
    return {folder.path(), SecretsMode::PlainFile, nullptr};
}

WorkDay blankDay(const Directory &directory, QDate date)
{
    WorkDay day;
    const Person &person = directory.people.front();
    day.key = {person.id, date, person.unit};
    return day;
}

WorkDay worked(WorkDay day, int call, int wrap)
{
    day.call = TimeField::at(call);
    day.wrap = TimeField::at(wrap);
    day.zone = "Europe/Berlin";
    return day;
}

QString dataFile(const QTemporaryDir &folder)
{
    const QDir productions(folder.filePath(u"productions"_s));
    const QStringList names = productions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return names.isEmpty() ? QString() : productions.filePath(names.front() + u"/film.db"_s);
}

const QDate friday(2026, 11, 20);

Result<SavedDays> saveStep(Engine &engine, const std::vector<EditedDay> &days, UndoNote note)
{
    return engine
        .runAndSend([days, note](Workspace &workspace) {
            return workspace.saveDays(days, {}, protocol::InputMethod::Manual, note);
        })
        .result();
}

std::vector<SavedStep> stepsOf(Engine &engine)
{
    return engine.run([](Workspace &workspace) { return workspace.undoSteps(); })
        .result()
        .value_or(std::vector<SavedStep>());
}

UndoNote newStep()
{
    UndoNote note{UndoNote::Kind::Step};
    note.name = {int(UndoPage::CrewGrid), 2, friday, 1, u"Camera"_s, u"Maya"_s};
    return note;
}

// Between two launches.
bool change(const QTemporaryDir &folder, const QString &sql)
{
    const auto database = store::Database::openSqlite(dataFile(folder));
    return database && (*database)->execute(sql).has_value();
}

// The records of days, each with what a later version put into its times: a day type that is not
// known here. Between two launches.
bool rewriteDay(const QTemporaryDir &folder, ProductionId production, const WorkDayKey &key,
                const std::function<void(protocol::VersionedGroups &)> &rewrite)
{
    const auto file = store::ClientFile::open(dataFile(folder));
    if (!file)
        return false;
    store::SqliteClientStorage storage((*file)->database());
    const auto seen = storage.overlay(workDayId(production, key));
    if (!seen || !*seen)
        return false;
    protocol::EntityState state = **seen;
    auto groups = *protocol::decodeGroups(state.groups);
    rewrite(groups);
    state.groups = protocol::encodeGroups(groups);
    const bool isMoved = storage.begin()
        && storage.putBase(state, {key.person, key.date.toJulianDay()})
        && storage.removeOverlay(state.id) && storage.commit();
    return isMoved && (*file)->database().execute(u"DELETE FROM outbox"_s).has_value();
}

bool ageBackwards(const QTemporaryDir &folder, ProductionId production, const WorkDayKey &key)
{
    return rewriteDay(folder, production, key, [](protocol::VersionedGroups &groups) {
        groups[schema::time_entry::Times].fields[schema::time_entry::DayTypeCode] = 77;
    });
}

// The pages that say who this is are gone; those with the changes are not.
bool forgetWho(const QString &path)
{
    const auto database = store::Database::openSqlite(path);
    return database && (*database)->execute(u"DELETE FROM meta"_s)
        && (*database)->execute(u"DELETE FROM setting"_s);
}

bool makeADayAndForgetWho(const QTemporaryDir &folder)
{
    {
        Engine engine(settings(folder));
        if (!engine.startAlone(nova).result())
            return false;
        const WorkDay before = blankDay(*engine.directory().result(), friday);
        if (!engine.saveDays({{before, worked(before, 7 * 60, 19 * 60)}}).result())
            return false;
    }
    return forgetWho(dataFile(folder));
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT
private slots:
    // Theirs alone, as long as nobody else has moved it; without the last one the list is empty.
    void aPersonsCallIsMovedOnTheCallSheet()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));
        QVERIFY(engine.startAlone(nova).result());
        const Directory directory = *engine.directory().result();
        const WorkDayKey key = blankDay(directory, friday).key;
        const auto move = [&](std::optional<Minutes> before, std::optional<Minutes> after) {
            return engine
                .runAndSend([&](Workspace &workspace) {
                    return workspace.moveCall(key, before, after, u"full rest"_s);
                })
                .result();
        };
        const auto callNow = [&] {
            const auto seen = engine.days({}, friday, friday).result();
            return seen->sheets.at(0).callOf(key.person, directory.people.front().department);
        };
        QCOMPARE(move({}, Minutes(318)).error().code, ErrorCode::NotFound);
        ShootingDay sheet;
        sheet.date = friday;
        sheet.unit = key.unit;
        sheet.call = Minutes(420);
        QVERIFY(engine
                    .saveRecords({{EntityType::ShootingDay,
                                   shootingDayId(directory.production.id, friday, key.unit),
                                   toGroups(sheet)}})
                    .result());

        QVERIFY(move({}, Minutes(318)));
        QCOMPARE(callNow(), std::optional(Minutes(318)));
        QCOMPARE(move({}, Minutes(330)).error().code, ErrorCode::Conflict);
        QVERIFY(move(Minutes(318), {}));
        QCOMPARE(callNow(), std::optional(Minutes(420)));
    }

    void anEmptyFolderHasNoProduction()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));

        QCOMPARE(engine.open().result()->kind, WorkspaceState::Kind::None);
        QCOMPARE(engine.directory().result().error().code, ErrorCode::NotFound);
    }

    void startingAloneMakesAPersonWithADepartment()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));

        const auto state = engine.startAlone(nova).result();
        const auto directory = engine.directory().result();

        QVERIFY(state && directory);
        QCOMPARE(state->kind, WorkspaceState::Kind::Solo);
        QCOMPARE(directory->production.title, u"Nova"_s);
        QCOMPARE(directory->people.size(), size_t(1));
        QCOMPARE(directory->people.front().id, state->person);
        QCOMPARE(directory->departments.front().name, u"Camera"_s);
    }

    // What the first page asks for: the same answers without reading everybody.
    void onePersonIsReadAlone()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));
        const auto state = engine.startAlone(nova).result();
        const auto directory = engine.directory().result();
        QVERIFY(state && directory);

        const auto production = engine.production().result();
        const auto read = [&engine](PersonId id) {
            return engine.run([id](Workspace &workspace) { return workspace.person(id); }).result();
        };
        const auto known = read(state->person);
        const auto nobody = read(PersonId::of(state->production));

        QVERIFY(production && *production == directory->production);
        QVERIFY(known && *known && **known == directory->people.front());
        QVERIFY(!nobody || !*nobody);
    }

    void aStepOfUndoIsThereAfterReopening()
    {
        const QTemporaryDir folder;
        WorkDay first;
        WorkDay second;
        {
            Engine engine(settings(folder));
            QVERIFY(engine.startAlone(nova).result().has_value());
            const Directory directory = *engine.directory().result();
            first = blankDay(directory, friday);
            second = blankDay(directory, friday.addDays(1));
            const auto saved = saveStep(
                engine, {{first, worked(first, 420, 1140)}, {second, worked(second, 480, 1200)}},
                newStep());
            QVERIFY(saved && saved->undoStep != 0);
        }

        Engine again(settings(folder));
        QVERIFY(again.open().result().has_value());
        const std::vector<SavedStep> steps = stepsOf(again);

        QCOMPARE(steps.size(), size_t(1));
        QCOMPARE(steps[0].name.person, u"Maya"_s);
        QCOMPARE(steps[0].name.date, friday);
        QCOMPARE(steps[0].days.size(), size_t(2));
        QCOMPARE(steps[0].days[0].before, first);
        QCOMPARE(steps[0].days[0].after, worked(first, 420, 1140));
        QCOMPARE(steps[0].days[1].after, worked(second, 480, 1200));
    }

    void aDayAndItsStepAreSavedTogetherOrNotAtAll()
    {
        const QTemporaryDir folder;
        {
            Engine engine(settings(folder));
            QVERIFY(engine.startAlone(nova).result().has_value());
        }
        const auto refuse = [](const QString &table) {
            return u"CREATE TRIGGER refuse_%1 BEFORE INSERT ON %1 BEGIN"
                   " SELECT RAISE(ABORT, 'refused by the test'); END"_s.arg(table);
        };
        for (const QString &table : {u"undo_day"_s, u"outbox"_s}) {
            QVERIFY(change(folder, refuse(table)));
            {
                Engine engine(settings(folder));
                QVERIFY(engine.open().result().has_value());
                const WorkDay before = blankDay(*engine.directory().result(), friday);

                QVERIFY(!saveStep(engine, {{before, worked(before, 420, 1140)}}, newStep()));

                QVERIFY(stepsOf(engine).empty());
                QVERIFY(engine.days(before.key.person, friday, friday).result()->days.empty());
            }
            QVERIFY(change(folder, u"DROP TRIGGER refuse_"_s + table));
        }
    }

    void aDayThatChangedSinceIsLeftAlone()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));
        QVERIFY(engine.startAlone(nova).result().has_value());
        const WorkDay before = blankDay(*engine.directory().result(), friday);
        WorkDay next = before;
        next.key.date = friday.addDays(1);
        const WorkDay after = worked(before, 420, 1140);
        const WorkDay nextAfter = worked(next, 420, 1140);
        const auto saved = saveStep(engine, {{before, after}, {next, nextAfter}}, newStep());
        QVERIFY(saved.has_value());
        const WorkDay theirs = worked(before, 420, 1200);
        QVERIFY(engine.saveDays({{after, theirs}}).result().has_value());

        UndoNote undo{UndoNote::Kind::Undone, saved->undoStep};
        undo.isRewrite = true;
        const auto undone = saveStep(engine, {{after, before}, {nextAfter, next}}, undo);

        QVERIFY(undone.has_value());
        QCOMPARE(undone->changedSince, std::vector{before.key});
        QCOMPARE(undone->mutations.size(), size_t(1));
        const auto days = engine.days(std::nullopt, friday, friday.addDays(1)).result();
        QCOMPARE(days->days.at(0).day.wrap, theirs.wrap);
        QVERIFY(days->days.at(1).day.isBlank());

        UndoNote redo{UndoNote::Kind::Redone, saved->undoStep};
        redo.isRewrite = true;
        const auto redone = saveStep(engine, {{next, nextAfter}}, redo);
        QVERIFY(redone && redone->changedSince.empty()); // as the undo left it
        QCOMPARE(redone->mutations.size(), size_t(1));
    }

    void aNewStepEndsWhatCouldBeDoneAgain()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));
        QVERIFY(engine.startAlone(nova).result().has_value());
        const WorkDay before = blankDay(*engine.directory().result(), friday);
        const WorkDay after = worked(before, 420, 1140);
        const auto saved = saveStep(engine, {{before, after}}, newStep());
        QVERIFY(saved.has_value());

        QVERIFY(saveStep(engine, {{after, before}}, {UndoNote::Kind::Undone, saved->undoStep}));
        QVERIFY(stepsOf(engine).at(0).isUndone);
        const auto next = saveStep(engine, {{before, worked(before, 480, 1140)}}, newStep());

        QVERIFY(next.has_value());
        QCOMPARE(stepsOf(engine).size(), size_t(1));
        QCOMPARE(stepsOf(engine)[0].number, next->undoStep);
    }

    void onlyTheLastStepsAreKept()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));
        QVERIFY(engine.startAlone(nova).result().has_value());
        WorkDay day = blankDay(*engine.directory().result(), friday);
        for (int i = 0; i < store::UndoSteps::stepsMax + 2; ++i) {
            const WorkDay after = worked(day, 420 + i, 1140);
            QVERIFY(saveStep(engine, {{day, after}}, newStep()).has_value());
            day = after;
        }

        const std::vector<SavedStep> steps = stepsOf(engine);

        QCOMPARE(int(steps.size()), store::UndoSteps::stepsMax);
        QCOMPARE(steps.back().days.at(0).after, day);
    }

    void aStepOfAnEarlierPayWeekIsForgotten()
    {
        const QTemporaryDir folder;
        {
            Engine engine(settings(folder));
            QVERIFY(engine.startAlone(nova).result().has_value());
            const WorkDay before = blankDay(*engine.directory().result(), friday);
            QVERIFY(saveStep(engine, {{before, worked(before, 420, 1140)}}, newStep()));
            QCOMPARE(stepsOf(engine).size(), size_t(1));
        }
        QVERIFY(change(folder, u"UPDATE undo_step SET saved_ms = saved_ms - 7 * 86400000"_s));

        Engine again(settings(folder));
        QVERIFY(again.open().result().has_value());

        QVERIFY(stepsOf(again).empty());
    }

    void aSavedDayIsThereAfterReopening()
    {
        const QTemporaryDir folder;
        WorkDay saved;
        {
            Engine engine(settings(folder));
            QVERIFY(engine.startAlone(nova).result().has_value());
            const WorkDay before = blankDay(*engine.directory().result(), friday);
            saved = worked(before, 7 * 60, 19 * 60 + 30);
            const auto report = engine.saveDays({{before, saved}}).result();
            QVERIFY(report.has_value());
            QCOMPARE(report->mutations.size(), size_t(1));
        }

        Engine engine(settings(folder));
        QCOMPARE(engine.open().result()->kind, WorkspaceState::Kind::Solo);
        const auto days = engine.days(std::nullopt, friday, friday).result();

        QVERIFY(days.has_value());
        QCOMPARE(days->days.size(), size_t(1));
        QCOMPARE(days->days.front().day, saved);
        QVERIFY(days->days.front().isPending);
    }

    void anEditThatChangesNothingIsNotWritten()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));
        QVERIFY(engine.startAlone(nova).result().has_value());
        const WorkDay before = blankDay(*engine.directory().result(), friday);
        const WorkDay after = worked(before, 7 * 60, 19 * 60);
        QVERIFY(engine.saveDays({{before, after}}).result().has_value());

        QVERIFY(engine.saveDays({{after, after}}).result()->mutations.empty());
    }

    void whatOnlyALaterVersionCanReadIsNotChanged()
    {
        const QTemporaryDir folder;
        WorkDay entered;
        {
            Engine engine(settings(folder));
            const auto state = engine.startAlone(nova).result();
            QVERIFY(state.has_value());
            const WorkDay before = blankDay(*engine.directory().result(), friday);
            entered = worked(before, 7 * 60, 19 * 60);
            entered.notes = u"rain"_s;
            QVERIFY(engine.saveDays({{before, entered}}).result().has_value());
        }
        ProductionId production;
        {
            Engine engine(settings(folder));
            production = engine.open().result()->production;
        }
        QVERIFY(ageBackwards(folder, production, entered.key));

        Engine engine(settings(folder));
        QVERIFY(engine.open().result().has_value());
        const auto seen = engine.days(std::nullopt, friday, friday).result();
        QCOMPARE(seen->days.size(), size_t(1));
        const WorkDay shown = seen->days.front().day;
        QVERIFY(seen->days.front().needsNewerApp);
        QCOMPARE(shown.notes, u"rain"_s);
        QVERIFY(shown.call.isUnknown()); // its group cannot be read as a whole

        const auto times = engine.saveDays({{shown, worked(shown, 8 * 60, 20 * 60)}}).result();
        QCOMPARE(times->refused, std::vector{shown.key});
        QVERIFY(times->mutations.empty());
        WorkDay noted = shown;
        noted.notes = u"rain until noon"_s;
        const auto note = engine.saveDays({{shown, noted}}).result();
        QCOMPARE(note->mutations.size(), size_t(1));
        const auto after = engine.days(std::nullopt, friday, friday).result();
        QCOMPARE(after->days.front().day.notes, noted.notes);
        QVERIFY(after->days.front().needsNewerApp); // and is still there
    }

    void aDayThatCannotBeReadIsNotTakenForAnEmptyOne()
    {
        const QTemporaryDir folder;
        WorkDay entered;
        ProductionId production;
        {
            Engine engine(settings(folder));
            production = engine.startAlone(nova).result()->production;
            const WorkDay before = blankDay(*engine.directory().result(), friday);
            entered = worked(before, 7 * 60, 19 * 60);
            QVERIFY(engine.saveDays({{before, entered}}).result().has_value());
        }
        QVERIFY(rewriteDay(folder, production, entered.key, [](protocol::VersionedGroups &groups) {
            groups.erase(schema::time_entry::Identity);
        }));

        Engine engine(settings(folder));
        QVERIFY(engine.open().result().has_value());
        const auto seen = engine.days(std::nullopt, friday, friday).result();
        QCOMPARE(seen->days.size(), size_t(1));
        const DaySeen &shown = seen->days.front();
        QVERIFY(shown.isUnreadable);
        QCOMPARE(shown.day.key, entered.key);

        const auto over =
            engine.saveDays({{shown.day, worked(shown.day, 8 * 60, 20 * 60)}}).result();
        QCOMPARE(over->refused, std::vector{entered.key});
        QVERIFY(over->mutations.empty());
    }

    void aDayThatCannotBeReadIsToldFromItsHistory()
    {
        const QTemporaryDir folder;
        WorkDay entered;
        ProductionId production;
        {
            Engine engine(settings(folder));
            production = engine.startAlone(nova).result()->production;
            const WorkDay before = blankDay(*engine.directory().result(), friday);
            entered = worked(before, 7 * 60, 19 * 60);
            QVERIFY(engine.saveDays({{before, entered}}).result().has_value());
            WorkDay later = entered;
            later.wrap = TimeField::at(20 * 60);
            QVERIFY(engine.saveDays({{entered, later}}).result().has_value());
            entered = later;
        }
        {
            const auto file = store::ClientFile::open(dataFile(folder));
            QVERIFY((*file)->database().execute( // the server has them
                u"INSERT INTO log_row (eid, seq, outcome, envelope, received_ms, flags)"
                " SELECT eid, n, outcome, envelope, 0, 0 FROM outbox"_s));
        }
        QVERIFY(rewriteDay(folder, production, entered.key, [](protocol::VersionedGroups &groups) {
            groups.erase(schema::time_entry::Identity);
        }));
        Engine engine(settings(folder));
        QVERIFY(engine.open().result().has_value());
        const auto copyOf = [&engine](const WorkDayKey &key) {
            return engine.run([key](Workspace &workspace) { return workspace.lastGoodCopy(key); })
                .result();
        };

        const auto good = copyOf(entered.key);

        QVERIFY(good && *good);
        QCOMPARE((*good)->day, entered);
        QVERIFY((*good)->at > Instant());
        WorkDayKey other = entered.key;
        other.date = other.date.addDays(1);
        QVERIFY(!*copyOf(other));
    }

    void aClearedTimeIsUnknownAgain()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));
        QVERIFY(engine.startAlone(nova).result().has_value());
        const WorkDay before = blankDay(*engine.directory().result(), friday);
        const WorkDay full = worked(before, 7 * 60, 19 * 60);
        WorkDay half = full;
        half.wrap = TimeField();
        half.notes = u"left early"_s;
        QVERIFY(engine.saveDays({{before, full}}).result().has_value());
        QVERIFY(engine.saveDays({{full, half}}).result().has_value());

        const auto days = engine.days(std::nullopt, friday, friday).result();

        QCOMPARE(days->days.front().day, half);
    }

    void historyTellsEachChangeNewestFirst()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));
        QVERIFY(engine.startAlone(nova).result().has_value());
        const WorkDay before = blankDay(*engine.directory().result(), friday);
        const WorkDay first = worked(before, 7 * 60, 19 * 60);
        const WorkDay second = worked(before, 7 * 60, 20 * 60);
        QVERIFY(engine.saveDays({{before, first}}).result().has_value());
        QVERIFY(engine.saveDays({{first, second}}, u"overtime"_s).result().has_value());

        const auto rows = engine.history(before.key).result();

        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), size_t(2));
        QCOMPARE(rows->front().after, second);
        QCOMPARE(rows->front().before, first);
        QCOMPARE(rows->front().reason, u"overtime"_s);
        QCOMPARE(rows->front().person, u"Maya"_s);
        QVERIFY(rows->front().isMine && rows->front().isPending);
        QVERIFY(rows->back().before.isBlank());
    }

    void theOutboxListsOwnChangesAsSavedHere()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));
        QVERIFY(engine.startAlone(nova).result().has_value());
        const WorkDay before = blankDay(*engine.directory().result(), friday);
        const WorkDay after = worked(before, 7 * 60, 19 * 60);
        const auto saved = engine.saveDays({{before, after}}).result();

        const auto entries = engine.outbox(1).result();

        QVERIFY(entries.has_value());
        QCOMPARE(entries->size(), size_t(1));
        QCOMPARE(entries->front().mutation, saved->mutations.front());
        QCOMPARE(entries->front().state, OutboxState::SavedHere);
        QCOMPARE(entries->front().after, std::optional(after));
        QCOMPARE(entries->front().personName, u"Maya"_s);
    }

    void aBurstOfSavesIsAnnouncedOnce()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));
        QVERIFY(engine.startAlone(nova).result().has_value());
        const Directory directory = *engine.directory().result();
        QSignalSpy changed(&engine, &Engine::recordsChanged);
        for (int i = 0; i < 10; ++i) {
            const WorkDay before = blankDay(directory, friday.addDays(i));
            QVERIFY(engine.saveDays({{before, worked(before, 420, 1140)}}).result().has_value());
        }

        QVERIFY(changed.wait());
        QVERIFY(changed.count() < 10);
    }

    void aFileInUseIsAState()
    {
        const QTemporaryDir folder;
        Engine first(settings(folder));
        QVERIFY(first.startAlone(nova).result().has_value());
        Engine second(settings(folder));

        const auto state = second.open().result();

        QCOMPARE(state->kind, WorkspaceState::Kind::Problem);
        QCOMPARE(state->problem->code, ErrorCode::StoreInUse);
        QVERIFY(!state->canRescue);
    }

    void aForeignFileIsAStateWithAWayOutAndStaysAsItIs()
    {
        const QTemporaryDir folder;
        {
            Engine engine(settings(folder));
            QVERIFY(engine.startAlone(nova).result().has_value());
        }
        QFile file(dataFile(folder));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("this is somebody's letter");
        file.close();
        Engine engine(settings(folder));

        const auto state = engine.open().result();

        QCOMPARE(state->kind, WorkspaceState::Kind::Problem);
        QCOMPARE(state->problem->code, ErrorCode::StoreForeign);
        QVERIFY(state->canRescue);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("this is somebody's letter"));
    }

    void whoTheComputerIsOutlivesDamageToThatPage()
    {
        const QTemporaryDir folder;
        QVERIFY(makeADayAndForgetWho(folder));
        Engine engine(settings(folder));

        const auto state = engine.rescue().result();

        QVERIFY(state.has_value());
        QCOMPARE(state->kind, WorkspaceState::Kind::Solo);
        QCOMPARE(state->productionTitle, nova.title);
        QCOMPARE(state->personName, nova.personName);
        QVERIFY(QFile::exists(state->damagedFile));
        QCOMPARE(size_t(state->changesKept), engine.outbox(100).result()->size());
        QVERIFY(state->changesKept > 0);
    }

    void aRescueThatDoesNotKnowWhoSaysSo()
    {
        const QTemporaryDir folder;
        QVERIFY(makeADayAndForgetWho(folder));
        QVERIFY(QFile::remove(QFileInfo(dataFile(folder)).absolutePath() + u"/identity.json"_s));
        WorkspaceState rescued;
        {
            Engine engine(settings(folder));
            rescued = *engine.rescue().result();
        }
        Engine again(settings(folder));

        const auto opened = again.open().result();

        QCOMPARE(rescued.kind, WorkspaceState::Kind::Problem);
        QCOMPARE(rescued.problem->code, ErrorCode::StoreCorrupt);
        QVERIFY(rescued.canJoin && !rescued.canRescue);
        QVERIFY(QFile::exists(rescued.damagedFile));
        QVERIFY(rescued.changesKept > 0);
        QCOMPARE(opened->kind, WorkspaceState::Kind::Problem); // and not a first run
        QVERIFY(opened->canJoin);
        QCOMPARE(opened->changesKept, rescued.changesKept);
    }

    void joiningWithoutAServerSaysOffline()
    {
        const QTemporaryDir folder;
        Engine engine(settings(folder));

        const auto joined = engine.join({u"ws://127.0.0.1:9"_s, u"AAAA"_s, u"laptop"_s}).result();

        QCOMPARE(joined.error().code, ErrorCode::Offline);
        QCOMPARE(engine.open().result()->kind, WorkspaceState::Kind::None);
    }

    void addressesBecomeEndpoints_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("endpoint"); // empty: refused
        QTest::newRow("name") << u"films.example"_s << u"wss://films.example/sync/v1"_s;
        QTest::newRow("port") << u"films.example:7420"_s << u"wss://films.example:7420/sync/v1"_s;
        QTest::newRow("https") << u"https://films.example/"_s << u"wss://films.example/sync/v1"_s;
        QTest::newRow("plain") << u"ws://127.0.0.1:1"_s << u"ws://127.0.0.1:1/sync/v1"_s;
        QTest::newRow("path") << u"wss://a.example/b"_s << u"wss://a.example/b"_s;
        QTest::newRow("file") << u"file:///etc"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }

    void addressesBecomeEndpoints()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, endpoint);

        const auto url = endpointOf(server);

        QCOMPARE(url ? url->toString() : QString(), endpoint);
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
