#include "app/application.h"

#include "app/account_desk.h"
#include "app/dashboard_desk.h"
#include "app/engine/pack_folder.h"
#include "app/import_desk.h"
#include "app/models/date_text.h"
#include "app/office_desk.h"
#include "app/rules_desk.h"
#include "app/search_desk.h"
#include "app/settings_crew_preferences.h"
#include "app/settings_desk.h"
#include "app/sync_desk.h"
#include "app/tray_desk.h"
#include "app/ui/dialogs/conflict_dialog.h"
#include "app/ui/dialogs/delegate_dialog.h"
#include "app/ui/dialogs/join_dialog.h"
#include "app/ui/dialogs/pin_settings.h"
#include "app/ui/dialogs/settings_dialog.h"
#include "app/ui/error_text.h"
#include "app/ui/pages/approvals_page.h"
#include "app/ui/pages/call_sheets_page.h"
#include "app/ui/pages/crew_grid_page.h"
#include "app/ui/pages/crew_grid_view.h"
#include "app/ui/pages/crew_grid_wiring.h"
#include "app/ui/pages/first_run_page.h"
#include "app/ui/pages/my_week_page.h"
#include "app/ui/pages/my_week_wiring.h"
#include "app/ui/pages/people_page.h"
#include "app/ui/pages/sync_page.h"
#include "app/ui/week_words.h"

#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

const QString gridPageId = QString::fromLatin1(crewGridPageId);
const QString syncPageId = u"sync"_s;
const QString notationSetting = u"notation"_s;
const QString schemeSetting = u"scheme"_s;

QString roleText(Role role)
{
    switch (role) {
    case Role::Crew: return Application::tr("Crew");
    case Role::HeadOfDepartment: return Application::tr("Head of department");
    case Role::Coordinator: return Application::tr("Production coordinator");
    case Role::Accountant: return Application::tr("Production accountant");
    case Role::ProductionManager: return Application::tr("Production manager");
    case Role::Auditor: return Application::tr("Auditor");
    case Role::Administrator: return Application::tr("Administrator");
    }
    Q_UNREACHABLE();
}

QString troubleText(const WorkspaceState &state)
{
    if (!state.canJoin)
        return ErrorText::forUser(state.problem->code);
    QString text = Application::tr("The file with your times is damaged, and who you are could not "
                                   "be read from it. %n of your changes could be read and are "
                                   "kept.",
                                   nullptr, state.changesKept);
    if (!state.damagedFile.isEmpty())
        text += u"\n\n"_s
            + Application::tr("The damaged file was set aside unchanged: %1")
                  .arg(state.damagedFile);
    return QString(text + u"\n\n"_s
                   + Application::tr("Ask your coordinator for a new invite code and join again: "
                                     "what was kept is sent then."));
}

QString joinProblem(ErrorCode code)
{
    if (code == ErrorCode::NotFound)
        return Application::tr("That code is not known here. Ask your coordinator for a new one. "
                               "Nothing was sent.");
    if (code == ErrorCode::AlreadyExists)
        return Application::tr("That code was used before. Ask your coordinator for a new one.");
    if (code == ErrorCode::Unauthenticated)
        return Application::tr("The key of this computer cannot be read. Unlock the key store of "
                               "your system and try again. If the key is lost, join as a new "
                               "computer: what was not sent then stays in the old file.");
    return ErrorText::forUser(code);
}

// An added pack that does not count any more is named in the log; `rules packs` says it too.
std::vector<rules::RulePack> packsIn(const QString &dataDir)
{
    PackFolder::Packs all = PackFolder(dataDir).read();
    for (const rules::PackProblem &problem : all.problems)
        qWarning().noquote() << "rule pack left out:" << problem.path << problem.reason;
    return std::move(all.packs);
}

} // namespace

Application::Application(const ApplicationOptions &options, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_theme(theme)
    , m_settings(QDir(options.engine.dataDir).filePath(u"settings.ini"_s), QSettings::IniFormat)
    , m_engine(options.engine)
    , m_opening(m_engine.open())
    , m_window(theme)
    , m_weekStore(m_engine)
    , m_payDesk([dataDir = options.engine.dataDir] { return packsIn(dataDir); })
    , m_crewStore(m_engine)
    , m_conflictStore(m_engine)
    , m_historyStore(m_engine)
    , m_approvalsStore(m_engine)
    , m_queue(m_approvalWords)
    , m_card(m_approvalWords)
    , m_payLines(m_approvalWords)
    , m_crew(m_words)
    , m_filter(m_crew)
    , m_exceptions(m_crew, m_words)
    , m_history(m_words)
    , m_ownHistory(m_words)
    , m_outbox(m_words)
    , m_crewController({m_crewStore, m_crew, m_filter, m_exceptions, m_undo, m_words, &m_clock})
    , m_historyController(m_historyStore, m_history)
    , m_ownHistoryController(m_historyStore, m_ownHistory)
    , m_conflicts(m_conflictStore)
    , m_approvals({m_approvalsStore, m_payDesk, m_queue, m_card, m_payLines, m_undo})
    , m_submission(m_approvalsStore, m_undo)
    , m_delegation(m_approvalsStore)
{
    m_undo.setUndoLimit(store::UndoSteps::stepsMax);
    m_window.setUndoStack(m_undo);
    theme.setPreference(static_cast<SchemePreference>(m_settings.value(schemeSetting, 0).toInt()));
    connect(&theme, &Theme::preferenceChanged, this, [this](SchemePreference preference) {
        m_settings.setValue(schemeSetting, int(preference));
    });
    connect(&m_window, &MainWindow::notationChosen, this, &Application::setNotation);
    m_settingsDesk = std::make_unique<SettingsDesk>(m_settings, m_window, m_theme);
    connect(m_settingsDesk.get(), &SettingsDesk::notationChosen, this, &Application::setNotation);
    connect(m_settingsDesk.get(), &SettingsDesk::densityChosen, this, [this](Density density) {
        if (m_gridPage)
            m_gridPage->setDensity(density);
    });
    connect(m_settingsDesk.get(), &SettingsDesk::opened, this, [this](SettingsDialog *dialog) {
        connect(dialog->pin(), &PinSettings::changeRequested, &m_approvals,
                &ApprovalsController::changePin);
        connect(&m_approvals, &ApprovalsController::pinAnswered, dialog->pin(),
                &PinSettings::showAnswer);
    });
    // Every text is made anew with the window.
    connect(m_settingsDesk.get(), &SettingsDesk::languageChanged, this,
            [this] { emit reopenNeeded(m_openDay); });
}

// The engine ends while those it answers are all still here.
Application::~Application()
{
    m_window.saveLayout(m_settings);
    m_engine.finish();
}

// The file is being opened since before the window was made. What comes of it is for the event
// loop, also when it is there already.
void Application::start()
{
    m_window.restorePlace(m_settings);
    m_window.show();
    QTimer::singleShot(0, this, [this] {
        m_opening.then(this, [this](const Result<WorkspaceState> &state) { opened(state); });
    });
}

void Application::opened(const Result<WorkspaceState> &state)
{
    if (!state) {
        showFirstRun();
        m_firstRun->showProblem(ErrorText::forUser(state.error().code));
        return;
    }
    switch (state->kind) {
    case WorkspaceState::Kind::None: return showFirstRun();
    case WorkspaceState::Kind::Problem: return showTrouble(*state);
    case WorkspaceState::Kind::Solo:
    case WorkspaceState::Kind::Joined: break;
    }
    if (m_firstRun)
        m_window.endAlone();
    m_firstRun = nullptr;
    buildPages(*state);
}

void Application::showFirstRun()
{
    if (m_firstRun)
        return;
    m_firstRun = new FirstRunPage(m_theme);
    m_firstRun->setServer(m_options.server);
    m_firstRun->setDeviceName(m_options.deviceName);
    m_firstRun->setLanguage(m_settingsDesk->language());
    if (!m_options.typed.texts.isEmpty())
        m_firstRun->setTyped(m_options.typed);
    // Later: it is built anew, with what sent the signal.
    connect(m_firstRun, &FirstRunPage::languageChosen, m_settingsDesk.get(),
            &SettingsDesk::chooseLanguage, Qt::QueuedConnection);
    connect(m_firstRun, &FirstRunPage::joinRequested, this, &Application::join);
    connect(m_firstRun, &FirstRunPage::accountRequested, this, &Application::joinWithAccount);
    connect(m_firstRun, &FirstRunPage::startAloneRequested, this, &Application::startAlone);
    connect(m_firstRun, &FirstRunPage::notationChosen, this, &Application::setNotation);
    m_window.showAlone(m_firstRun);
    emit firstRunShown();
    if (!m_options.server.isEmpty() && !m_options.code.isEmpty())
        join(m_options.server, m_options.code, m_options.deviceName);
}

FirstRunTyped Application::typedOnFirstRun() const
{
    return m_firstRun ? m_firstRun->typed() : FirstRunTyped();
}

void Application::join(const QString &server, const QString &code, const QString &device)
{
    m_firstRun->showProgress(tr("Joining. Nothing but the code is sent."));
    m_engine.join({server, code, device}).then(this, [this](const Result<WorkspaceState> &state) {
        if (state)
            return opened(state);
        m_firstRun->showProgress({});
        m_firstRun->showProblem(joinProblem(state.error().code));
    });
}

// The account gives the code; the rest is as with any other.
void Application::joinWithAccount(const QString &server, const QString &device)
{
    auto *desk = new AccountDesk(m_window, m_firstRun);
    connect(desk, &AccountDesk::progressed, m_firstRun, [this](const QString &text) {
        m_firstRun->showProgress(text, FirstRunPage::Stop::Yes);
    });
    // A browser whose page was closed never says so.
    connect(m_firstRun, &FirstRunPage::cancelRequested, desk, [this, desk] {
        desk->cancel();
        desk->deleteLater();
        m_firstRun->showProgress({});
    });
    connect(desk, &AccountDesk::failed, m_firstRun, [this, desk](const QString &text) {
        desk->deleteLater();
        m_firstRun->showProgress({});
        m_firstRun->showProblem(text);
    });
    connect(desk, &AccountDesk::codeReady, this, [this, desk, server, device](const QString &code) {
        desk->deleteLater();
        join(server, code, device);
    });
    desk->start(server);
}

void Application::startAlone(const QString &title, const QString &name, const QString &department,
                             const QString &position)
{
    m_firstRun->showProgress(tr("Making your production on this computer."));
    m_engine.startAlone({title, name, department, position, QTimeZone::systemTimeZoneId()})
        .then(this, [this](const Result<WorkspaceState> &state) {
            if (state)
                return opened(state);
            m_firstRun->showProgress({});
            m_firstRun->showProblem(ErrorText::forUser(state.error().code));
        });
}

// The data file cannot be used. Never an empty week instead: the person is told, and chooses.
void Application::showTrouble(const WorkspaceState &state)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Film Tracker"), troubleText(state),
                                QMessageBox::Close, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"troubleBox"_s);
    QAbstractButton *rescueButton = nullptr;
    if (state.canRescue)
        rescueButton =
            box->addButton(tr("Start a new file, keep the old one"), QMessageBox::AcceptRole);
    QAbstractButton *joinButton = nullptr;
    if (state.canJoin) {
        joinButton = box->addButton(tr("Join again…"), QMessageBox::AcceptRole);
        joinButton->setObjectName(u"joinAgainButton"_s);
    }
    m_state = state;
    connect(box, &QMessageBox::buttonClicked, this,
            [this, rescueButton, joinButton](QAbstractButton *button) {
                if (rescueButton && button == rescueButton)
                    rescue();
                else if (joinButton && button == joinButton)
                    showJoinDialog();
                else
                    m_window.close();
            });
    box->open();
}

void Application::rescue()
{
    m_engine.rescue().then(this, [this](const Result<WorkspaceState> &state) { opened(state); });
}

// The page that opens first, and what it shows; the others once that is on the screen.
void Application::buildPages(const WorkspaceState &state)
{
    if (std::exchange(m_hasPages, true))
        return;
    m_state = state;
    m_window.setProduction(state.productionTitle, QString());
    // Who only approves in somebody's place has no role of the production.
    const bool isOwnRole = state.custom && !state.custom->name.isEmpty();
    m_window.setAccount(state.personName, isOwnRole ? state.custom->name : roleText(state.role));
    if (!state.person.isNull()) {
        m_weekStore.readAhead(state.person, firstDay());
        addMyWeekPage(state);
    }
    setNotation(static_cast<Notation>(m_settings.value(notationSetting, 0).toInt()));
    openWeek(firstDay()); // most often it is there by now, and painted with its page
    loadProduction();
    loadUndo();
}

// Of the week that opens first.
QDate Application::firstDay() const
{
    return m_options.week.isValid() ? m_options.week : QDate::currentDate();
}

void Application::buildOtherPages()
{
    const bool isAlone = m_state.kind == WorkspaceState::Kind::Solo;
    const Permissions may = m_state.permissions();
    if (isAlone || may.reach(Action::ApproveDays) >= Reach::Department)
        addApprovalsPage();
    if (isAlone || may.reach(Action::SeeDays) >= Reach::Department)
        addCrewGridPage();
    if (m_state.reachesAll(Action::SeeDays))
        addDashboardPage();
    m_window.addPageGroup(tr("Production"));
    if (m_gridPage)
        addOfficePages();
    if (m_dashboard) { // who sees everybody's pay
        m_rulesDesk = std::make_unique<RulesDesk>(RulesDesk::Parts{
            m_engine, m_options.engine.dataDir, m_window, m_crew, m_payDesk, m_theme});
        m_window.setHandler(Command::SyncNow, QString::fromLatin1(rulesPageId),
                            [this] { syncNow(); });
    }
    addSyncPage(m_state);
    addSearch();
    m_settingsDesk->applyShortcuts();
    setNotation(m_words.notation());
}

void Application::addSearch()
{
    m_search = std::make_unique<SearchDesk>(m_window, m_theme, m_crew);
    m_search->setFindsPeople(m_gridPage != nullptr);
    connect(m_search.get(), &SearchDesk::personChosen, this, &Application::goToPerson);
    connect(m_search.get(), &SearchDesk::dayChosen, this, &Application::goToDay);
    m_engine.run([](Workspace &workspace) { return workspace.firstShootingDay(); })
        .then(this, [this](const Result<std::optional<QDate>> &day) {
            if (!day)
                return;
            m_search->setFirstShootingDay(*day);
            if (m_dashboard)
                m_dashboard->controller().setFirstShootingDay(*day);
        });
}

// Today's cell where today is in the week that is shown.
void Application::goToPerson(const PersonId &person)
{
    const qint64 today = m_gridWeek.first.daysTo(m_crew.snapshot().today);
    m_window.showPage(gridPageId);
    m_gridPage->showCell({person, today >= 0 && today < 7 ? int(today) : 0});
    m_gridPage->grid()->setFocus(Qt::OtherFocusReason);
}

void Application::goToDay(QDate day)
{
    openWeek(day);
    if (!m_week)
        return m_window.showPage(gridPageId);
    m_window.showPage(QString::fromLatin1(myWeekPageId));
}

void Application::addMyWeekPage(const WorkspaceState &state)
{
    m_week = std::make_unique<WeekController>(m_weekStore, m_clock, m_undo, state.person);
    m_myWeekPage = new MyWeekPage(m_theme, *m_week, m_payDesk);
    m_myWeekPage->setSubmission(m_submission);
    addMyWeek(m_window, m_myWeekPage, *m_week);
    addMyWeekHistory(m_window, m_myWeekPage,
                     {*m_week, m_ownHistoryController, m_ownHistory, m_words, m_theme});
    connect(m_week.get(), &WeekController::snapshotChanged, this, &Application::weekShown,
            Qt::SingleShotConnection);
    connect(m_week.get(), &WeekController::weekWanted, this, &Application::followWeek);
    const QString id = QString::fromLatin1(myWeekPageId);
    m_window.setHandler(Command::SyncNow, id, [this] { syncNow(); });
    m_trayDesk = std::make_unique<TrayDesk>(
        TrayDesk::Parts{m_weekStore, m_clock, m_undo, m_payDesk, m_window, m_theme, state.person});
    m_trayDesk->setNotices(m_settingsDesk->notices());
    connect(m_settingsDesk.get(), &SettingsDesk::noticesChosen, m_trayDesk.get(),
            &TrayDesk::setNotices);
    connect(&m_submission, &SubmissionController::submissionChanged, m_trayDesk.get(),
            [this] { m_trayDesk->setSubmission(m_submission.submission()); });
    connect(m_trayDesk.get(), &TrayDesk::versionsRequested, this, [this](QDate date) {
        goToDay(date);
        reviewConflicts();
    });
    connect(m_myWeekPage, &MyWeekPage::versionsRequested, this, [this](QDate date) {
        const WeekDay *day = m_week->snapshot().find(date);
        if (!day)
            return;
        const auto other = std::ranges::find(day->others, true, &OtherUnitDay::hasTwoVersions);
        reviewConflict(other == day->others.end() ? day->day.key : other->day.key);
    });
}

void Application::addApprovalsPage()
{
    m_approvalsPage =
        new ApprovalsPage({m_approvals, m_queue, m_card, m_payLines, m_approvalWords}, m_theme);
    addApprovals(m_window, m_approvalsPage, m_approvals);
    const QString id = QString::fromLatin1(approvalsPageId);
    const auto answer = [this, id](Command command, std::function<void()> handler) {
        m_window.setHandler(command, id, std::move(handler));
    };
    answer(Command::PreviousWeek, [this] { openWeek(m_openDay.addDays(-7)); });
    answer(Command::NextWeek, [this] { openWeek(m_openDay.addDays(7)); });
    answer(Command::Today, [this] { openWeek(QDate::currentDate()); });
    answer(Command::SyncNow, [this] { syncNow(); });
    connect(m_approvalsPage, &ApprovalsPage::versionsRequested, this, &Application::reviewConflict);
    connect(m_approvalsPage, &ApprovalsPage::delegationRequested, this,
            [this](QDate today) { (new DelegateDialog(m_delegation, today, &m_window))->open(); });
}

void Application::addCrewGridPage()
{
    m_crew.setPayDesk(&m_payDesk);
    m_gridPage = new CrewGridPage(
        {m_crewController, m_crew, m_filter, m_exceptions, m_historyController, m_history, m_words},
        m_theme);
    m_gridPage->setDensity(m_settingsDesk->density());
    m_crewPreferences = std::make_unique<SettingsCrewPreferences>(m_settings, m_state.production);
    m_gridPage->setPreferences(*m_crewPreferences);
    addCrewGrid(m_window, m_gridPage);
    if (!m_week) // then this is the first page
        connect(&m_crew, &QAbstractItemModel::modelReset, this, &Application::weekShown,
                Qt::SingleShotConnection);
    connect(m_gridPage, &CrewGridPage::conflictRequested, this, &Application::reviewConflict);
    const auto showCount = [this] {
        const int count = m_exceptions.rowCount();
        m_window.setBadge(gridPageId, count > 0 ? QString::number(count) : QString());
    };
    connect(&m_exceptions, &QAbstractItemModel::modelReset, this, showCount);
    connect(&m_exceptions, &QAbstractItemModel::rowsInserted, this, showCount);
    connect(&m_exceptions, &QAbstractItemModel::rowsRemoved, this, showCount);
    answerGridCommands();
}

void Application::answerGridCommands()
{
    const auto answer = [this](Command command, std::function<void()> handler) {
        m_window.setHandler(command, gridPageId, std::move(handler));
    };
    answer(Command::PreviousWeek, [this] { openWeek(m_gridWeek.previous().first); });
    answer(Command::NextWeek, [this] { openWeek(m_gridWeek.next().first); });
    answer(Command::Today, [this] { openWeek(QDate::currentDate()); });
    answer(Command::SyncNow, [this] { syncNow(); });
    connect(&m_window, &MainWindow::weekChosen, this, &Application::openWeek);
}

void Application::addDashboardPage()
{
    m_dashboard = std::make_unique<DashboardDesk>(
        DashboardDesk::Parts{{m_crewStore, m_crew, m_payDesk},
                             m_settings,
                             m_undo,
                             m_window,
                             m_theme,
                             m_state.production,
                             m_state.reachesAll(Action::ExportPay)});
    // The week is the crew grid's.
    connect(&m_crewController, &CrewController::loadFailed, m_dashboard->page(),
            &DashboardPage::showFailure);
    connect(m_dashboard.get(), &DashboardDesk::reloadRequested, &m_crewController,
            &CrewController::reload);
    const QString id = QString::fromLatin1(dashboardPageId);
    m_window.setHandler(Command::PreviousWeek, id,
                        [this] { openWeek(m_gridWeek.previous().first); });
    m_window.setHandler(Command::NextWeek, id, [this] { openWeek(m_gridWeek.next().first); });
    m_window.setHandler(Command::Today, id, [this] { openWeek(QDate::currentDate()); });
    m_window.setHandler(Command::SyncNow, id, [this] { syncNow(); });
    connect(m_dashboard.get(), &DashboardDesk::departmentChosen, this,
            [this](const DepartmentId &department) {
                m_window.showPage(gridPageId);
                m_gridPage->showDepartment(department);
            });
}

// Whoever sees others in the grid sees who they are; call sheets are for who sees everybody, and
// what is imported comes in through the same writer.
void Application::addOfficePages()
{
    m_office = std::make_unique<OfficeDesk>(OfficeDesk::Parts{
        m_engine, m_undo, m_window, m_theme, m_settings, m_state.production, m_words,
        [folder = m_options.engine.dataDir] { return packsIn(folder); }});
    if (m_dashboard)
        m_office->addCallSheetsPage();
    m_office->addPeoplePage();
    for (const char *page : {callSheetsPageId, peoplePageId}) {
        const QString id = QString::fromLatin1(page);
        m_window.setHandler(Command::PreviousWeek, id, [this] { openWeek(m_openDay.addDays(-7)); });
        m_window.setHandler(Command::NextWeek, id, [this] { openWeek(m_openDay.addDays(7)); });
        m_window.setHandler(Command::Today, id, [this] { openWeek(QDate::currentDate()); });
        m_window.setHandler(Command::SyncNow, id, [this] { syncNow(); });
    }
    connect(m_office.get(), &OfficeDesk::recordsWritten, this, &Application::reloadRecords);
    m_imports = std::make_unique<ImportDesk>(ImportDesk::Parts{
        m_office->store(), m_office->writer(), m_window, m_theme, m_settings, m_words});
    if (m_state.reachesAll(Action::EditProduction))
        m_imports->addCommands();
    const ImportDesk *imports = m_imports.get();
    connect(m_office.get(), &OfficeDesk::crewImportRequested, imports, &ImportDesk::chooseCrewList);
    connect(m_office.get(), &OfficeDesk::sheetImportRequested, imports,
            &ImportDesk::chooseCallSheets);
    connect(m_gridPage, &CrewGridPage::crewFileRequested, imports, &ImportDesk::chooseCrewList);
    connect(m_gridPage, &CrewGridPage::crewTextPasted, imports, &ImportDesk::pasteCrewList);
    connect(m_gridPage, &CrewGridPage::callSheetRequested, imports, &ImportDesk::chooseCallSheets);
}

void Application::addSyncPage(const WorkspaceState &state)
{
    m_syncPage = new SyncPage(m_outbox, m_theme);
    m_syncPage->setProduction(state.productionTitle);
    m_window.addPage(syncPageId, u"refresh-cw"_s, tr("Sync"), m_syncPage);
    m_window.setHandler(Command::SyncNow, syncPageId, [this] { syncNow(); });
    connect(m_syncPage, &SyncPage::syncRequested, this, &Application::syncNow);
    connect(m_syncPage, &SyncPage::removalAccepted, this,
            [this] { m_engine.acceptRemoval().then(this, [](const Result<> &) {}); });
    connect(m_syncPage, &SyncPage::conflictsRequested, this, &Application::reviewConflicts);
    connect(m_syncPage, &SyncPage::joinRequested, this, &Application::showJoinDialog);
    connect(&m_window, &MainWindow::syncDetailsRequested, this,
            [this] { m_window.showPage(syncPageId); });
    m_syncDesk = std::make_unique<SyncDesk>(
        SyncDesk::Parts{m_engine, m_window, *m_syncPage, m_outbox, m_words, m_theme,
                        state.permissions().reachesAll(Action::SeeDays)
                            && state.kind == WorkspaceState::Kind::Joined});
    connect(m_syncDesk.get(), &SyncDesk::taken, this, &Application::reloadRecords);
    connect(m_syncDesk.get(), &SyncDesk::dayRequested, this, &Application::goToDay);
}

void Application::watchEngine()
{
    connect(&m_engine, &Engine::statusChanged, this, [this](const SyncStatus &status) {
        setSyncState(syncStateOf(status));
        if (status.isComplete)
            offerDaysAlone();
        offerCrewSetup(status);
    });
    connect(&m_engine, &Engine::recordsChanged, this, &Application::reloadRecords);
    connect(&m_conflicts, &ConflictController::saved, this, &Application::reloadRecords);
    connect(&m_conflicts, &ConflictController::decided, this, &Application::restoreStep);
    m_conflictStore.setUndoPage(m_gridPage ? UndoPage::CrewGrid : UndoPage::MyWeek);
    m_engine.status().then(this, [this](const Result<SyncStatus> &status) {
        if (!status)
            return;
        setSyncState(syncStateOf(*status));
        offerCrewSetup(*status);
    });
    m_engine.startSync().then(this, [](const Result<> &) {});
    reloadOutbox();
}

// The pay week and the clock are the production's: both are known once its record is read.
void Application::loadProduction()
{
    m_engine.production().then(this, [this](const Result<Production> &production) {
        if (production) {
            m_weekEndsOn = production->weekEndsOn; // as the week that was read
            showProduction(*production);
        }
        showWeekElsewhere();
        // Behind the week, because the engine answers one after the other; and behind its painting.
        m_engine.production().then(this, [this](const Result<Production> &again) {
            QTimer::singleShot(0, this, [this, again] {
                buildOtherPages();
                if (again)
                    showProduction(*again);
                showWeekElsewhere();
                watchEngine();
                m_window.restoreParts(m_settings);
                emit pagesShown();
            });
        });
    });
}

void Application::showProduction(const Production &production)
{
    const QTimeZone zone(production.zone);
    if (zone.isValid()) {
        m_words.setZone(zone);
        m_approvalWords.setZone(zone);
        m_conflicts.setZone(zone);
        if (m_syncPage)
            m_syncPage->setZone(zone);
        if (m_dashboard)
            m_dashboard->page()->setZone(zone);
        m_window.setZone(zone);
    }
    m_window.setProduction(production.title, production.episode);
    if (std::exchange(m_weekEndsOn, production.weekEndsOn) != production.weekEndsOn
        && m_openDay.isValid())
        openWeek(m_openDay);
}

// Asked for before anything can be saved, so it is answered before any step of now.
void Application::loadUndo()
{
    m_engine.run([](Workspace &workspace) { return workspace.undoSteps(); })
        .then(this, [this](const Result<std::vector<SavedStep>> &steps) {
            if (steps)
                restoreUndo(*steps);
        });
}

void Application::restoreUndo(const std::vector<SavedStep> &steps)
{
    int undone = 0;
    for (const SavedStep &step : steps) {
        if (restoreStep(step))
            undone += step.isUndone ? 1 : 0;
    }
    for (; undone > 0; --undone) // only the mark moves
        m_undo.undo();
}

bool Application::restoreStep(const SavedStep &step)
{
    if (step.name.page == int(UndoPage::CrewGrid))
        m_crewController.restoreStep(step);
    else if (m_week)
        m_week->restoreStep(step);
    else
        return false;
    return true;
}

void Application::openWeek(QDate dayInIt)
{
    m_openDay = dayInIt;
    // The own week first: it is read in no time, everybody's is not.
    if (m_week)
        m_week->openWeek(dayInIt);
    showWeekElsewhere();
}

// My week leafs by itself: one week is open, whatever page shows it.
void Application::followWeek(QDate dayInIt)
{
    const bool isOther = !(weekOf(dayInIt, m_weekEndsOn) == weekOf(m_openDay, m_weekEndsOn));
    m_openDay = dayInIt;
    if (isOther)
        showWeekElsewhere();
}

void Application::showWeekElsewhere()
{
    const PayWeek week = weekOf(m_openDay, m_weekEndsOn);
    const QDate today = QDate::currentDate();
    if (m_search)
        m_search->setCalendar(today, weekOf(today, m_weekEndsOn).first);
    // Its number is known once My week has read it.
    const WeekSnapshot *own = m_week ? &m_week->snapshot() : nullptr;
    m_window.setWeek(own && own->week == week
                         ? WeekWords::weekTitle(week, own->number)
                         : QLocale().toString(week.first, QLocale::ShortFormat),
                     week.first);
    if (m_gridPage && !(week == m_gridWeek)) {
        m_gridWeek = week;
        m_crewController.showWeek(week.first);
    }
    if (m_approvalsPage)
        m_approvals.showWeek(week.first);
    if (m_office)
        m_office->showWeek(week.first);
}

void Application::reloadRecords()
{
    if (m_week)
        m_week->reload();
    if (m_trayDesk)
        m_trayDesk->reload();
    // It reads the histories of a whole week; opening the page reads them again.
    if (m_approvalsPage && m_approvalsPage->isVisible())
        m_approvals.reload();
    if (m_gridPage)
        m_crewController.reload();
    if (m_dashboard)
        m_dashboard->controller().reload();
    if (m_office)
        m_office->reload();
    if (m_conflictDialog && m_conflictDialog->isVisible())
        m_conflicts.load();
    reloadOutbox();
    // Right after joining the first sync brings it.
    m_engine.production().then(this, [this](const Result<Production> &production) {
        if (production)
            showProduction(*production);
    });
}

void Application::reloadOutbox()
{
    loadOutbox(m_engine).then(this, [this](const Result<OutboxSnapshot> &snapshot) {
        if (snapshot)
            m_outbox.setSnapshot(*snapshot);
    });
}

void Application::setNotation(Notation notation)
{
    m_settings.setValue(notationSetting, int(notation));
    m_words.setNotation(notation);
    m_crew.forgetWords();
    m_window.setNotation(notation);
    if (m_trayDesk)
        m_trayDesk->setNotation(notation);
    if (m_myWeekPage)
        m_myWeekPage->setNotation(notation);
    if (m_dashboard)
        m_dashboard->page()->setNotation(notation);
    if (m_approvalsPage)
        m_approvalsPage->setNotation(notation);
    if (m_office)
        m_office->refreshWords();
}

void Application::setSyncState(const SyncState &state)
{
    m_sync = state;
    m_window.setSyncState(state);
    if (m_week)
        m_week->setSyncState(state);
    if (m_trayDesk)
        m_trayDesk->setSyncState(state);
    m_syncPage->setSyncState(state);
    if (m_dashboard)
        m_dashboard->page()->setSyncState(state);
    m_window.setBadge(syncPageId, state.toReview > 0 ? QString::number(state.toReview) : QString());
}

void Application::syncNow()
{
    m_engine.syncNow().then(this, [](const Result<> &) {});
}

// Not before everything came: until then a grid without people says nothing about the crew.
void Application::offerCrewSetup(const SyncStatus &status)
{
    const bool isAlone = m_state.kind == WorkspaceState::Kind::Solo;
    if (m_gridPage
        && (isAlone || (m_state.reachesAll(Action::EditProduction) && status.isComplete)))
        m_gridPage->offerSetup(m_state.productionTitle);
}

void Application::showJoinDialog()
{
    const bool isAgain = m_state.kind != WorkspaceState::Kind::Solo;
    m_joinDialog =
        new JoinDialog(isAgain ? JoinDialog::Reason::SignInAgain : JoinDialog::Reason::JoinLater,
                       m_theme, &m_window);
    m_joinDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_joinDialog->setServer(m_state.server.isEmpty() ? m_options.server : m_state.server);
    m_joinDialog->setDeviceName(m_options.deviceName);
    connect(m_joinDialog, &JoinDialog::joinRequested, this,
            [this](const QString &server, const QString &code, const QString &device,
                   bool asNewDevice) {
                joinAgain({server, code, device, asNewDevice});
            });
    connect(m_joinDialog, &JoinDialog::accountRequested, this, &Application::joinAgainWithAccount);
    connect(m_joinDialog, &QDialog::rejected, this, [this] {
        if (!m_hasPages)
            showTrouble(m_state); // there is nothing behind it
    });
    connect(m_joinDialog, &QObject::destroyed, this, [this] { m_joinDialog = nullptr; });
    m_joinDialog->open();
}

void Application::joinAgainWithAccount(const QString &server)
{
    auto *desk = new AccountDesk(*m_joinDialog, m_joinDialog);
    connect(desk, &AccountDesk::progressed, m_joinDialog, &JoinDialog::showProgress);
    connect(desk, &AccountDesk::failed, m_joinDialog, [this, desk](const QString &text) {
        desk->deleteLater();
        m_joinDialog->showProblem(text);
    });
    connect(desk, &AccountDesk::codeReady, m_joinDialog, [this, desk, server](const QString &code) {
        desk->deleteLater();
        joinAgain({server, code, m_joinDialog->deviceName(), m_joinDialog->isAsNewDevice()});
    });
    desk->start(server);
}

void Application::joinAgain(const JoinRequest &request)
{
    m_joinDialog->showProgress(tr("Joining. Nothing but the code is sent."));
    m_engine.join(request).then(this, [this](const Result<WorkspaceState> &state) {
        if (state)
            return joinedAgain(*state);
        if (!m_joinDialog)
            return;
        if (state.error().code == ErrorCode::Unauthenticated)
            m_joinDialog->offerNewDevice();
        m_joinDialog->showProblem(joinProblem(state.error().code));
    });
}

void Application::joinedAgain(const WorkspaceState &state)
{
    const bool isSame = state.device == m_state.device && state.person == m_state.person
        && state.role == m_state.role && state.custom == m_state.custom;
    m_state = state;
    if (m_joinDialog)
        m_joinDialog->accept();
    if (!isSame)
        return emit reopenNeeded(m_openDay);
    m_engine.startSync().then(this, [](const Result<> &) {});
}

// Asked once everything has come: only then is it known which days are there already.
void Application::offerDaysAlone()
{
    if (std::exchange(m_hasAskedAboutDays, true))
        return;
    m_engine.daysAlone().then(this, [this](const Result<std::vector<WorkDay>> &days) {
        if (days && !days->empty())
            askAboutDays(int(days->size()));
    });
}

void Application::askAboutDays(int count)
{
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Film Tracker"),
        tr("You have %n days entered on this computer. Bring them into %1?", nullptr, count)
            .arg(m_state.productionTitle),
        QMessageBox::NoButton, &m_window);
    box->setInformativeText(tr("A day that is there already is not changed. What you entered alone "
                               "stays on this computer as it is."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"daysAloneBox"_s);
    const QAbstractButton *bring = box->addButton(tr("Bring them in"), QMessageBox::AcceptRole);
    box->addButton(tr("Leave them"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, bring](const QAbstractButton *button) {
        if (button == bring)
            return bringDays();
        m_engine.leaveDays().then(this, [](const Result<> &) {});
    });
    box->open();
}

void Application::bringDays()
{
    m_engine.bringDays().then(this, [this](const Result<BroughtDays> &done) {
        if (!done)
            return m_window.showMessage(ErrorText::forUser(done.error().code));
        QString text = tr("%n days were brought in.", nullptr, int(done->brought.size()));
        if (!done->alreadyThere.empty()) {
            QStringList dates;
            for (const QDate &date : done->alreadyThere)
                dates.append(shortDate(date));
            text = tr("%1 Left alone, because there is a day already: %2.")
                       .arg(text, dates.join(u", "_s));
        }
        m_window.showMessage(text);
        reloadRecords();
    });
}

void Application::reviewConflict(const WorkDayKey &key)
{
    reviewConflicts();
    m_conflicts.selectDay(key);
}

void Application::reviewConflicts()
{
    if (!m_conflictDialog)
        m_conflictDialog = new ConflictDialog(m_conflicts, m_words, m_theme, &m_window);
    m_conflicts.load();
    m_conflictDialog->open();
}

} // namespace film::app
