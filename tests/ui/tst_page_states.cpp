#include "app/application.h"
#include "app/charts/bar_chart.h"
#include "app/ui/approval_words.h"
#include "app/ui/crew_words_text.h"
#include "app/ui/pages/approvals_page.h"
#include "app/ui/pages/call_sheets_page.h"
#include "app/ui/pages/crew_grid_page.h"
#include "app/ui/pages/crew_grid_wiring.h"
#include "app/ui/pages/dashboard_page.h"
#include "app/ui/pages/first_run_page.h"
#include "app/ui/pages/my_week_page.h"
#include "app/ui/pages/my_week_wiring.h"
#include "app/ui/pages/people_page.h"
#include "app/ui/pages/rules_page.h"
#include "app/ui/pages/sync_page.h"
#include "app/ui/people_words_text.h"
#include "app/ui/rules_words_text.h"
#include "app/ui/sheet_words_text.h"
#include "app/ui/translations.h"
#include "app/ui/widgets/sync_path.h"
#include "shared/rules/shipped_packs.h"
#include "tests/support/accessible_walk.h"
#include "tests/support/fake_approvals_store.h"
#include "tests/support/fake_crew_store.h"
#include "tests/support/fake_office_store.h"
#include "tests/support/fake_sheet_drafts.h"
#include "tests/support/fake_week_store.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/page_shots.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
#include <algorithm>

using namespace film;
using namespace film::app;
using namespace film::test;

namespace {

enum class PageState { Empty, Loading, Error, Offline, Locked, Conflict, NoPermission };

constexpr std::array pageStates{
    std::pair(PageState::Empty, "empty"),
    std::pair(PageState::Loading, "loading"),
    std::pair(PageState::Error, "error"),
    std::pair(PageState::Offline, "offline"),
    std::pair(PageState::Locked, "locked"),
    std::pair(PageState::Conflict, "conflict"),
    std::pair(PageState::NoPermission, "no-permission"),
};

// Answers that never come, or say that the file cannot be read.
class SlowCrewStore final : public CrewStore
{
public:
    CrewSnapshot week;
    PageState state = PageState::Offline;

    QFuture<Result<CrewSnapshot>> loadCrew(QDate) override
    {
        if (state == PageState::Loading)
            return m_never.future();
        if (state == PageState::Error)
            return readyFuture<Result<CrewSnapshot>>(fail(ErrorCode::StoreCorrupt, {}));
        return readyFuture<Result<CrewSnapshot>>(week);
    }
    QFuture<Result<SaveReport>> saveDays(std::vector<DayEdit>, QString, UndoNote) override
    {
        return readyFuture<Result<SaveReport>>(SaveReport{});
    }
    QFuture<Result<>> moveCall(CallMove) override { return readyFuture<Result<>>({}); }
    QFuture<Result<>> review(PenaltyReview) override { return readyFuture<Result<>>({}); }

    void forgetQuestions() { m_never = {}; }

private:
    QPromise<Result<CrewSnapshot>> m_never;
};

class SlowApprovalsStore final : public ApprovalsStore
{
public:
    FakeApprovalsStore known;
    const FakeWeekStore *own = nullptr;
    PageState state = PageState::Offline;

    QFuture<Result<ApprovalWeek>> loadQueue(QDate weekStart) override
    {
        if (state == PageState::Loading)
            return m_never.future();
        if (state == PageState::Error)
            return readyFuture<Result<ApprovalWeek>>(fail(ErrorCode::StoreCorrupt, {}));
        return known.loadQueue(weekStart);
    }
    QFuture<Result<ApprovalCard>> loadCard(PersonId person, QDate weekStart) override
    {
        if (known.find(person))
            return known.loadCard(person, weekStart);
        ApprovalCard card;
        card.week = own->weeks.at(weekStart);
        return readyFuture(Result<ApprovalCard>(std::move(card)));
    }
    QFuture<Result<>> approve(std::vector<DayToSign>, std::vector<ApprovedWeek>) override
    {
        return readyFuture<Result<>>({});
    }
    QFuture<Result<>> withdraw(std::vector<DayToSign>, Withdrawal) override
    {
        return readyFuture<Result<>>({});
    }
    QFuture<Result<SavedDays>> saveStates(std::vector<EditedDay>, QString) override
    {
        return readyFuture<Result<SavedDays>>(SavedDays());
    }
    QFuture<Result<>> initial(WorkDayKey, Hash32, std::optional<QString>) override
    {
        return readyFuture<Result<>>({});
    }
    QFuture<Result<Delegations>> loadDelegations() override
    {
        return readyFuture(Result<Delegations>(Delegations()));
    }
    QFuture<Result<>> setDeputy(UserId, std::optional<QDate>) override
    {
        return readyFuture(Result<>());
    }
    QFuture<Result<PinState>> pinState() override { return known.pinState(); }
    QFuture<Result<PinAnswer>> enterPin(QString pin) override { return known.enterPin(pin); }
    QFuture<Result<PinAnswer>> changePin(QString before, QString next) override
    {
        return known.changePin(before, next);
    }

    void forgetQuestions() { m_never = {}; }

private:
    QPromise<Result<ApprovalWeek>> m_never;
};

// All pages of somebody who has all of them, over one state of the world.
struct Studio {
    PageState state;
    FixedClock clock{sampleInstant(thursday, 20, 15)};
    QUndoStack undo;
    Theme theme;
    PayDesk pay;
    CrewWordsText words;
    FakeWeekStore weeks;
    SlowApprovalsStore approvals;
    SlowCrewStore crewStore;
    SlowCrewStore otherWeeks; // what the dashboard compares with
    FakeHistoryStore historyStore;
    FakeOfficeStore office;
    FakeSheetDrafts drafts;
    ApprovalWords approvalWords;
    ApprovalQueueModel queue{approvalWords};
    TimecardModel card{approvalWords};
    PayLinesModel lines{approvalWords};
    CrewModel crew{words};
    CrewFilterModel filter{crew};
    ExceptionsModel exceptions{crew, words};
    HistoryModel historyModel{words};
    PeopleWordsText peopleWords;
    PeopleModel people{peopleWords};
    SheetWordsText sheetWords{words};
    SheetDaysModel sheetDays{sheetWords};
    CallsModel calls{sheetWords};
    RecordWriter writer{office, undo};
    RulesWordsText rulesWords;
    PacksModel packs{rulesWords};
    PackNumbersModel numbers{rulesWords};
    OutboxModel outbox{words};
    std::unique_ptr<WeekController> week;
    std::unique_ptr<SubmissionController> submission;
    std::unique_ptr<ApprovalsController> approving;
    std::unique_ptr<CrewController> crewController;
    std::unique_ptr<HistoryController> history;
    std::unique_ptr<DashboardController> dashboard;
    std::unique_ptr<PeopleController> peopleController;
    std::unique_ptr<CallSheetController> sheetController;
    std::unique_ptr<RulesController> rules;
    std::unique_ptr<MainWindow> window;

    explicit Studio(PageState wanted)
        : state(wanted)
    {
        theme.setPreference(SchemePreference::Light);
        theme.apply(*qApp);
        words.setZone(QTimeZone("America/New_York"));
        approvalWords.setZone(QTimeZone("America/New_York"));
        window = std::make_unique<MainWindow>(theme);
        window->setProduction(u"Northern Lights"_s, u"Episode 104"_s);
        window->setUndoStack(undo);
        const bool seesAll = state != PageState::NoPermission;
        window->setAccount(u"Priya Nair"_s,
                           seesAll ? u"Production coordinator"_s : u"1st AC, A-cam"_s);
        prepareStores();
        addWeekPage();
        if (seesAll) {
            addApprovalsPage();
            addGridPage();
            addDashboardPage();
            addOfficePages();
            addRulesPage();
        }
        addSyncPage();
        window->setSyncState(sync());
        window->resize(1440, 900);
        window->show();
        QApplication::setActiveWindow(window.get());
        settle();
    }
    ~Studio()
    {
        weeks.release();
        office.forgetQuestions();
        crewStore.forgetQuestions();
        otherWeeks.forgetQuestions();
        approvals.forgetQuestions();
        window.reset(); // with the pages, before what they show
    }

    static void settle()
    {
        for (int i = 0; i < 6; ++i)
            QCoreApplication::processEvents();
    }

    [[nodiscard]] SyncState sync() const
    {
        SyncState now;
        now.kind = SyncKind::Synced;
        now.lastSyncedAt = sampleInstant(thursday, 20, 14);
        switch (state) {
        case PageState::Offline:
            now.kind = SyncKind::OfflineWaiting;
            now.waiting = 2;
            now.offlineSince = sampleInstant(thursday, 17, 52);
            break;
        case PageState::Error:
            now.kind = SyncKind::Failed;
            now.waiting = 2;
            break;
        case PageState::Loading:
            now.kind = SyncKind::Working;
            now.sent = 3;
            now.sending = 12;
            break;
        case PageState::Locked:
            now.kind = SyncKind::SignedOut;
            now.waiting = 2;
            break;
        case PageState::Conflict:
            now.kind = SyncKind::Conflict;
            now.toReview = 1;
            break;
        case PageState::Empty:
        case PageState::NoPermission: break;
        }
        return now;
    }

    void prepareStores()
    {
        WeekSnapshot own = sampleWeek();
        CrewSnapshot everybody = pricedCrew();
        approvals.own = &weeks;
        approvals.state = crewStore.state = otherWeeks.state = state;
        fillOffice(office);
        fillSheets(office);
        switch (state) {
        case PageState::Empty:
            own = emptyWeek(own.week.first, own.number);
            own.person = sampleWeek().person;
            own.personName = sampleWeek().personName;
            everybody.departments.clear();
            for (CrewDate &date : everybody.dates)
                date.sheets.clear();
            everybody.isWithoutSheets = true;
            office.records.clear();
            for (const CrewPerson &person : approvals.known.crew.departments.front().people)
                approvals.known.levels[person.id] = ApprovalLevel::Department;
            std::erase_if(approvals.known.crew.departments.front().people,
                          [](const CrewPerson &person) { return person.name == u"Cal Prideaux"; });
            break;
        case PageState::Error:
            own.days[2].isUnreadable = true;
            own.days[2].lastGoodAt = sampleInstant(thursday, 18, 20);
            office.loadFailure = ErrorCode::StoreCorrupt;
            break;
        case PageState::Locked:
            for (WeekDay &day : own.days)
                day.day.state = day.day.isBlank() ? day.day.state : DayState::Locked;
            for (CrewPerson &person : everybody.departments[1].people) {
                for (CrewCell &cell : person.days) {
                    cell.isLocked = true;
                    cell.day.state = cell.day.isBlank() ? cell.day.state : DayState::Locked;
                }
            }
            for (CrewPerson &person : approvals.known.crew.departments.front().people) {
                for (CrewCell &cell : person.days)
                    cell.day.state = cell.day.isBlank() ? cell.day.state : DayState::Locked;
            }
            office.canEdit = false;
            break;
        case PageState::Loading: office.isSilent = true; break;
        case PageState::Conflict:
            own.days[3].hasTwoVersions = true;
            everybody.departments[1].people[3].days[4].hasConflict = true;
            approvals.known.find(sampleId<PersonId>(14))->days[4].hasConflict = true;
            break;
        default: break;
        }
        weeks.weeks[own.week.first] = own;
        for (const int days : {-7, 7}) {
            const QDate first = own.week.first.addDays(days);
            weeks.weeks[first] = emptyWeek(first, own.number + days / 7);
        }
        crewStore.week = otherWeeks.week = everybody;
    }

    void addWeekPage()
    {
        const WeekSnapshot &own = weeks.weeks[crewWeek];
        week = std::make_unique<WeekController>(weeks, clock, undo, own.person);
        submission = std::make_unique<SubmissionController>(approvals, undo);
        auto *page = new MyWeekPage(theme, *week, pay);
        page->setSubmission(*submission);
        addMyWeek(*window, page, *week);
        week->setSyncState(sync());
        week->openWeek(thursday);
        settle();
        if (state != PageState::Loading)
            return;
        weeks.isHolding = true;
        week->openWeek(thursday.addDays(7));
    }

    void addApprovalsPage()
    {
        approving = std::make_unique<ApprovalsController>(
            ApprovalsController::Parts{approvals, pay, queue, card, lines, undo});
        addApprovals(*window,
                     new ApprovalsPage({*approving, queue, card, lines, approvalWords}, theme),
                     *approving);
        approving->showWeek(crewWeek);
    }

    void addGridPage()
    {
        crew.setPayDesk(&pay);
        crewController = std::make_unique<CrewController>(
            CrewController::Parts{crewStore, crew, filter, exceptions, undo, words});
        history = std::make_unique<HistoryController>(historyStore, historyModel);
        auto *page = new CrewGridPage(
            {*crewController, crew, filter, exceptions, *history, historyModel, words}, theme);
        addCrewGrid(*window, page);
        if (state == PageState::Empty)
            page->offerSetup(u"Northern Lights"_s);
    }

    void addDashboardPage()
    {
        dashboard = std::make_unique<DashboardController>(
            DashboardController::Parts{otherWeeks, crew, pay});
        dashboard->setFirstShootingDay(crewWeek.addDays(-34));
        auto *page = new DashboardPage(*dashboard, theme);
        page->setZone(QTimeZone("America/New_York"));
        addDashboard(*window, page);
        QObject::connect(crewController.get(), &CrewController::loadFailed, page,
                         &DashboardPage::showFailure);
        crewController->showWeek(crewWeek); // both pages show it
    }

    void addOfficePages()
    {
        sheetController = std::make_unique<CallSheetController>(
            CallSheetController::Parts{office, writer, drafts, sheetDays, calls, undo});
        addCallSheets(*window,
                      new CallSheetsPage({*sheetController, sheetDays, calls, sheetWords}, theme),
                      *sheetController);
        sheetController->showWeek(crewWeek);
        peopleController =
            std::make_unique<PeopleController>(PeopleController::Parts{office, people, writer});
        addPeople(*window, new PeoplePage(*peopleController, people, {}, theme), *peopleController);
    }

    void addRulesPage()
    {
        rules =
            std::make_unique<RulesController>(RulesController::Parts{packs, numbers, crew, pay});
        window->addPage(u"rules"_s, u"sliders-horizontal"_s, u"Rules and rates"_s,
                        new RulesPage(*rules, theme));
        if (state == PageState::Loading)
            return;
        std::vector<rules::PackProblem> problems;
        if (state == PageState::Error)
            problems.push_back({u"our-side-letter.json"_s, u"line 12: a comma is missing"_s});
        rules->setPacks(state == PageState::Empty ? std::vector<film::rules::RulePack>()
                                                  : film::rules::readShippedPacks().packs,
                        std::move(problems), thursday);
    }

    void addSyncPage()
    {
        auto *page = new SyncPage(outbox, theme);
        page->setZone(QTimeZone("America/New_York"));
        page->setProduction(u"Northern Lights"_s);
        page->setSyncState(sync());
        window->addPage(u"sync"_s, u"radio-tower"_s, u"Sync"_s, page);
        if (state == PageState::NoPermission)
            return; // the crew sees the way and what waits
        page->setDevices({{u"Priya Nair"_s, true, sampleInstant(thursday, 20, 14)},
                          {u"Maya Lindqvist"_s, false, sampleInstant(thursday, 17, 51)}},
                         words);
    }
};

QString shownIn(const QWidget &root)
{
    QString text;
    const auto add = [&text](const QString &part) { text += QString(part + u'\n'); };
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible())
            add(label->text());
    }
    for (const QAbstractButton *button : root.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            add(button->text());
    }
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (widget->isVisible() && !widget->accessibleDescription().isEmpty())
            add(widget->accessibleDescription());
    }
    constexpr int rowsMax = 100;
    for (const QAbstractItemView *view : root.findChildren<QAbstractItemView *>()) {
        const QAbstractItemModel *model = view->model();
        if (!view->isVisible() || !model)
            continue;
        const std::function<void(const QModelIndex &)> walk = [&](const QModelIndex &parent) {
            for (int row = 0; row < std::min(model->rowCount(parent), rowsMax); ++row) {
                for (int column = 0; column < model->columnCount(parent); ++column)
                    add(model->index(row, column, parent).data().toString());
                walk(model->index(row, 0, parent));
            }
        };
        walk({});
    }
    return text;
}

// What a person reads on the page in that state. All of them: a page without one is not done.
using Said = std::map<PageState, QString>;
const std::map<QString, Said> &said()
{
    using enum PageState;
    static const std::map<QString, Said> all{
        {u"my-week"_s,
         {{Empty, u"No calls yet this week."_s},
          {Loading, u"Opening the week of"_s},
          {Error, u"Could not be read"_s},
          {Offline, u"Offline, 2 changes waiting"_s},
          {Locked, u"Locked by payroll"_s},
          {Conflict, u"Two versions"_s},
          {NoPermission, u"My week"_s}}},
        {u"approvals"_s,
         {{Empty, u"Nothing is waiting for you. 8 of 8 approved."_s},
          {Loading, u"Opening the timecards…"_s},
          {Error, u"The timecards could not be read."_s},
          {Offline, u"Offline, 2 changes waiting"_s},
          {Locked, u"locked by payroll"_s},
          {Conflict, u"has two versions"_s},
          {NoPermission, {}}}},
        {u"crew-grid"_s,
         {{Empty, u"No people yet"_s},
          {Loading, u"Opening the crew…"_s},
          {Error, u"The crew could not be read."_s},
          {Offline, u"Offline, 2 changes waiting"_s},
          {Locked, u"Maya Lindqvist"_s},
          {Conflict, u"Two versions"_s},
          {NoPermission, {}}}},
        {u"dashboard"_s,
         {{Empty, u"No hours yet this week."_s},
          {Loading, u"Adding up the week…"_s},
          {Error, u"The week could not be read."_s},
          {Offline, u"Offline, 2 changes waiting"_s},
          {Locked, u"Sign in to sync, 2 changes waiting"_s},
          {Conflict, u"1 change to review"_s},
          {NoPermission, {}}}},
        {u"call-sheets"_s,
         {{Empty, u"Nobody to call yet."_s},
          {Loading, u"Opening the call sheets…"_s},
          {Error, u"The call sheets could not be read."_s},
          {Offline, u"Offline, 2 changes waiting"_s},
          {Locked, u"production office"_s},
          {Conflict, u"was published by somebody else"_s},
          {NoPermission, {}}}},
        {u"people"_s,
         {{Empty, u"No people yet."_s},
          {Loading, u"Opening the crew list…"_s},
          {Error, u"The crew list could not be read."_s},
          {Offline, u"Offline, 2 changes waiting"_s},
          {Locked, u"production office"_s},
          {Conflict, u"1 change to review"_s},
          {NoPermission, {}}}},
        {u"rules"_s,
         {{Empty, u"There is no rule pack on this computer."_s},
          {Loading, u"Reading the rule packs."_s},
          {Error, u"left out"_s},
          {Offline, u"Offline, 2 changes waiting"_s},
          {Locked, u"Sign in to sync, 2 changes waiting"_s},
          {Conflict, u"1 change to review"_s},
          {NoPermission, {}}}},
        {u"sync"_s,
         {{Empty, u"Nothing is waiting."_s},
          {Loading, u"Sending 3 of 12"_s},
          {Error, u"Sync stopped, 2 changes waiting"_s},
          {Offline, u"Offline, 2 changes waiting"_s},
          {Locked, u"This computer is signed out"_s},
          {Conflict, u"1 change to review"_s},
          {NoPermission, u"Nothing is waiting."_s}}},
    };
    return all;
}

} // namespace

// Every page of the app in every state that a page can be in, as a person finds it: each says what
// is the matter, and FILM_SHOT_DIR has all of them as pictures.
class TestPageStates : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { installTranslations(*qApp); }

    // A page that the app has and this list has not would go unlooked at.
    void everyPageOfTheAppIsInTheList()
    {
        QTemporaryDir folder;
        Theme theme;
        ApplicationOptions options;
        options.engine.dataDir = folder.path();
        options.engine.secrets = SecretsMode::PlainFile;
        options.deviceName = u"Laptop"_s;
        Application application(options, theme);
        QSignalSpy firstRun(&application, &Application::firstRunShown);
        QSignalSpy pages(&application, &Application::pagesShown);
        application.start();
        QVERIFY(!firstRun.isEmpty() || firstRun.wait());
        emit application.window().findChild<FirstRunPage *>()->startAloneRequested(
            u"Northern Lights"_s, u"Maya Lindqvist"_s, u"Camera"_s, u"1st AC"_s);
        QVERIFY(!pages.isEmpty() || pages.wait());

        QStringList here;
        for (const MainWindow::MenuCommand &command : application.window().menuCommands()) {
            if (!command.isPage)
                continue;
            command.action->trigger();
            here += application.window().currentPage();
        }
        here.sort();
        QStringList listed;
        for (const auto &[page, texts] : said())
            listed += page;

        QCOMPARE(listed, here);
        for (const auto &[page, texts] : said())
            QCOMPARE(texts.size(), pageStates.size());
    }

    void eachPageSaysWhatIsTheMatter_data()
    {
        QTest::addColumn<int>("state");
        for (const auto &[state, name] : pageStates)
            QTest::newRow(name) << int(state);
    }

    void eachPageSaysWhatIsTheMatter()
    {
        QFETCH(const int, state);
        const auto wanted = PageState(state);
        Studio studio(wanted);
        QStringList wrong;
        for (const auto &[page, texts] : said()) {
            studio.window->showPage(page);
            if (wanted == PageState::Conflict && page == u"call-sheets")
                publishMeanwhile(studio);
            Studio::settle();
            const QString &text = texts.at(wanted);
            const bool isThere = studio.window->currentPage() == page;
            if (isThere == text.isEmpty())
                wrong += page + u": is there, or is not"_s;
            else if (isThere && !says(*studio.window, text))
                wrong += u"%1: says nothing of “%2”"_s.arg(page, text);
            const QString name =
                u"state-%1-%2"_s.arg(page, QString::fromLatin1(QTest::currentDataTag()));
            test::shoot(studio.theme, *studio.window, name);
            const QString folder = qEnvironmentVariable("FILM_SHOT_DIR");
            for (const QString &suffix : {u".png"_s, u"-dark.png"_s}) {
                if (!folder.isEmpty() && !QFile::exists(folder + u'/' + name + suffix))
                    wrong += name + suffix + u" was not written"_s;
            }
        }

        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    // With a crew on every page: grids, charts, timecards, packs.
    void everythingThatIsShownIsSaid()
    {
        Studio studio(PageState::Offline);
        QStringList unsaid;
        int cells = 0;
        for (const auto &[page, texts] : said()) {
            studio.window->showPage(page);
            Studio::settle();
            const AccessibleWalk walk(*studio.window);
            cells += walk.cells();
            for (const QString &text : walk.unsaid())
                unsaid += page + u": "_s + text;
            // A chart is read as the sentence that stands over it.
            const QList<BarChart *> charts = studio.window->findChildren<BarChart *>();
            for (const BarChart *chart : charts) {
                if (chart->isVisible()
                    && (chart->accessibleName().isEmpty()
                        || chart->accessibleDescription().isEmpty()))
                    unsaid += page + u": a chart says nothing"_s;
            }
        }

        unsaid.removeDuplicates();
        QVERIFY2(unsaid.isEmpty(), qPrintable(unsaid.join(u'\n')));
        QVERIFY(cells > 500);
    }

private:
    // "Opening…" is said once it takes longer than a moment.
    static bool says(const QWidget &window, const QString &text)
    {
        return QTest::qWaitFor([&] { return shownIn(window).contains(text); });
    }
    // Somebody else's call sheet, after this person has begun to change it.
    static void publishMeanwhile(Studio &studio)
    {
        const auto &days = studio.sheetDays.days();
        const auto found =
            std::ranges::find_if(days, [](const SheetDay &one) { return one.sheet.has_value(); });
        QVERIFY(found != days.end());
        const SheetDay day = *found; // the list is made anew
        studio.sheetController->choose(day.key);
        Studio::settle();
        (void)studio.sheetController->setField(SheetField::Location, u"Stage 5"_s, u"Location"_s);
        ShootingDay theirs = *day.sheet;
        theirs.location = u"Lake"_s;
        studio.office.put(theirs);
        studio.sheetController->reload();
    }
};

QTEST_MAIN(TestPageStates)
#include "tst_page_states.moc"
