#pragma once

#include "app/controllers/approvals_controller.h"
#include "app/controllers/conflict_controller.h"
#include "app/controllers/crew_controller.h"
#include "app/controllers/delegation_controller.h"
#include "app/controllers/engine_approvals_store.h"
#include "app/controllers/engine_crew_store.h"
#include "app/controllers/engine_record_stores.h"
#include "app/controllers/engine_week_store.h"
#include "app/controllers/history_controller.h"
#include "app/controllers/submission_controller.h"
#include "app/controllers/week_controller.h"
#include "app/models/outbox_model.h"
#include "app/models/pay_desk.h"
#include "app/ui/approval_words.h"
#include "app/ui/crew_words_text.h"
#include "app/ui/main_window.h"
#include "app/ui/pages/first_run_page.h"
#include "app/ui/theme/theme.h"

#include <QSettings>
#include <QUndoStack>

#include <memory>

namespace film::app {

class ApprovalsPage;
class ConflictDialog;
class CrewGridPage;
class DashboardDesk;
class ImportDesk;
class JoinDialog;
class MyWeekPage;
class OfficeDesk;
class RulesDesk;
class SettingsCrewPreferences;
class SearchDesk;
class SettingsDesk;
class SyncDesk;
class SyncPage;
class TrayDesk;

struct ApplicationOptions {
    EngineSettings engine;
    QString server; // with a code: joins at once
    QString code;
    QString deviceName;
    QDate week;            // opened first; today's if it is not valid
    FirstRunTyped typed{}; // before the language was chosen
};

// Puts the window, the pages, the controllers and the engine together, and decides which of the
// first run and the main window is shown. GUI thread; everything else it starts comes back by
// futures and signals.
class Application final : public QObject
{
    Q_OBJECT
public:
    Application(const ApplicationOptions &options, Theme &theme, QObject *parent = nullptr);
    ~Application() override;

    void start();
    [[nodiscard]] MainWindow &window() { return m_window; }
    // Nothing once the first run is over.
    [[nodiscard]] FirstRunTyped typedOnFirstRun() const;

signals:
    // Another production or another device is open now: the pages are those of the one before,
    // so whoever made this starts another.
    void reopenNeeded(QDate week); // a day of the one that was open
    void firstRunShown();
    void pagesShown(); // the pages stand, and the first week was asked for
    void weekShown();  // it is there

private:
    void opened(const Result<WorkspaceState> &state);
    void showFirstRun();
    void showTrouble(const WorkspaceState &state);
    void join(const QString &server, const QString &code, const QString &device);
    void joinWithAccount(const QString &server, const QString &device);
    void startAlone(const QString &title, const QString &name, const QString &department,
                    const QString &position);
    void rescue();
    void offerCrewSetup(const SyncStatus &status);
    void showJoinDialog();
    void joinAgain(const JoinRequest &request);
    void joinAgainWithAccount(const QString &server);
    void joinedAgain(const WorkspaceState &state);
    void offerDaysAlone();
    void askAboutDays(int count);
    void bringDays();

    void buildPages(const WorkspaceState &state);
    [[nodiscard]] QDate firstDay() const;
    void buildOtherPages();
    void addMyWeekPage(const WorkspaceState &state);
    void addApprovalsPage();
    void addCrewGridPage();
    void addDashboardPage();
    void addOfficePages();
    void addSearch();
    void goToPerson(const PersonId &person);
    void goToDay(QDate day);
    void addSyncPage(const WorkspaceState &state);
    void answerGridCommands();
    void watchEngine();
    void openWeek(QDate dayInIt);
    void followWeek(QDate dayInIt);
    void showWeekElsewhere();
    void reloadRecords();
    void reloadOutbox();
    void setNotation(Notation notation);
    void setSyncState(const SyncState &state);
    void syncNow();
    void reviewConflict(const WorkDayKey &key);
    void reviewConflicts();
    void loadProduction();
    void showProduction(const Production &production);
    void loadUndo();
    void restoreUndo(const std::vector<SavedStep> &steps);
    bool restoreStep(const SavedStep &step);

    ApplicationOptions m_options;
    Theme &m_theme;
    SystemClock m_clock;
    QSettings m_settings;
    Engine m_engine;
    QFuture<Result<WorkspaceState>> m_opening;
    QUndoStack m_undo;
    MainWindow m_window;
    CrewWordsText m_words;

    EngineWeekStore m_weekStore;
    PayDesk m_payDesk;
    EngineCrewStore m_crewStore;
    EngineConflictStore m_conflictStore;
    EngineHistoryStore m_historyStore;
    EngineApprovalsStore m_approvalsStore;
    ApprovalWords m_approvalWords;
    ApprovalQueueModel m_queue;
    TimecardModel m_card;
    PayLinesModel m_payLines;
    CrewModel m_crew;
    CrewFilterModel m_filter;
    ExceptionsModel m_exceptions;
    HistoryModel m_history;
    HistoryModel m_ownHistory; // in My week
    OutboxModel m_outbox;
    CrewController m_crewController;
    HistoryController m_historyController;
    HistoryController m_ownHistoryController;
    ConflictController m_conflicts;
    ApprovalsController m_approvals;
    SubmissionController m_submission;
    DelegationController m_delegation;
    std::unique_ptr<WeekController> m_week;     // for somebody who is on the crew list
    std::unique_ptr<DashboardDesk> m_dashboard; // for who sees everybody
    std::unique_ptr<OfficeDesk> m_office;       // for who sees the crew list
    std::unique_ptr<SettingsCrewPreferences> m_crewPreferences;
    std::unique_ptr<ImportDesk> m_imports;
    std::unique_ptr<RulesDesk> m_rulesDesk; // likewise
    std::unique_ptr<SearchDesk> m_search;
    std::unique_ptr<SettingsDesk> m_settingsDesk;
    std::unique_ptr<SyncDesk> m_syncDesk;
    std::unique_ptr<TrayDesk> m_trayDesk; // for somebody who is on the crew list

    // Owned by the window.
    FirstRunPage *m_firstRun = nullptr;
    MyWeekPage *m_myWeekPage = nullptr;
    ApprovalsPage *m_approvalsPage = nullptr; // for who may approve
    CrewGridPage *m_gridPage = nullptr;
    SyncPage *m_syncPage = nullptr;
    ConflictDialog *m_conflictDialog = nullptr;
    JoinDialog *m_joinDialog = nullptr;

    Qt::DayOfWeek m_weekEndsOn = Qt::Saturday;
    QDate m_openDay; // of the week that is shown
    PayWeek m_gridWeek;
    SyncState m_sync;
    WorkspaceState m_state;
    bool m_hasPages = false;
    bool m_hasAskedAboutDays = false;
};

} // namespace film::app
