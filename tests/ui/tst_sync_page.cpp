#include "app/models/outbox_model.h"
#include "app/ui/crew_words_text.h"
#include "app/ui/dialogs/export_changes_dialog.h"
#include "app/ui/dialogs/import_changes_dialog.h"
#include "app/ui/pages/sync_page.h"
#include "app/ui/sync_path_text.h"
#include "app/ui/theme/theme.h"
#include "app/ui/translations.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/notice_panel.h"
#include "app/ui/widgets/sync_path.h"
#include "tests/support/page_shots.h"
#include "tests/support/sample_crew.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

namespace {

const Instant evening = instantFromMs(1'763'669'880'000); // Thu 20 Nov 2025, 20:18 UTC

OutboxChange sampleChange(int id, ChangeState state)
{
    WorkDay before;
    before.key = {sampleId<PersonId>(11), crewWeek.addDays(crewThursday), sampleId<UnitId>(1)};
    OutboxChange change;
    change.mutation = sampleId<MutationId>(id);
    change.at = evening;
    change.author = u"Maya Lindqvist"_s;
    change.where = u"Maya Lindqvist"_s;
    change.before = before;
    change.after = withTimes(before, timesFrom("0700 1300-1330 1930"));
    change.state = state;
    return change;
}

} // namespace

// The Sync page in its states, and the dialogs of changes that go by hand.
class TestSyncPage : public QObject
{
    Q_OBJECT

    struct Desk {
        Theme theme;
        CrewWordsText words;
        OutboxModel outbox{words};
        std::unique_ptr<SyncPage> page;

        Desk()
        {
            theme.setPreference(SchemePreference::Light);
            theme.apply(*qApp);
            words.setZone(QTimeZone::utc());
            page = std::make_unique<SyncPage>(outbox, theme);
            page->resize(1240, 800);
            page->setZone(QTimeZone::utc());
            page->setProduction(u"Northern Lights"_s);
            page->show();
        }
        [[nodiscard]] QString way() const
        {
            return page->findChild<SyncPath *>()->accessibleDescription();
        }
        void wait(int changes)
        {
            OutboxSnapshot snapshot;
            for (int i = 0; i < changes; ++i)
                snapshot.changes.push_back(sampleChange(i + 1, ChangeState::Saved));
            outbox.setSnapshot(snapshot);
        }
    };

private slots:
    void initTestCase() { installTranslations(*qApp); }

    void theWayIsSaidInWords_data()
    {
        QTest::addColumn<SyncKind>("kind");
        QTest::addColumn<QString>("said");
        using enum SyncKind;
        QTest::newRow("synced") << Synced << u"Live. Production server: Has everything, 20:18"_s;
        QTest::newRow("working") << Working << u"Sending. Production server: 3 of 12 arrived"_s;
        QTest::newRow("offline") << OfflineWaiting << u"17:52. Production server: Last reached"_s;
        QTest::newRow("on a hub") << OnHub << u"Set hub: Keeps everything"_s;
        QTest::newRow("signed out") << SignedOut << u"Wants you to sign in again"_s;
        QTest::newRow("revoked") << Revoked << u"not on this production any more"_s;
        QTest::newRow("too old") << TooOld << u"Wants a newer version"_s;
        QTest::newRow("to review") << Review << u"Lacks records that are here"_s;
        QTest::newRow("stopped") << Failed << u"Did not accept a change"_s;
        QTest::newRow("alone") << Solo << u"None joined yet"_s;
    }
    void theWayIsSaidInWords()
    {
        QFETCH(const SyncKind, kind);
        QFETCH(const QString, said);
        Desk desk;
        SyncState state;
        state.kind = kind;
        state.waiting = 2;
        state.sent = 3;
        state.sending = 12;
        state.removalHeld = 50;
        state.removalMissing = 40;
        state.lastSyncedAt = evening;
        state.offlineSince = instantFromMs(1'763'661'120'000); // 17:52

        desk.page->setSyncState(state);

        QVERIFY2(desk.way().contains(said), qPrintable(desk.way()));
        QVERIFY(desk.way().startsWith(u"This computer: "_s));
        test::shoot(desk.theme, *desk.page,
                    u"sync-state-%1"_s.arg(QString::fromUtf8(QTest::currentDataTag())));
    }

    // A button that cannot be pressed says why.
    void onlyWhatWaitsCanBeExported()
    {
        Desk desk;
        SyncState state;
        state.kind = SyncKind::OfflineClean;
        desk.page->setSyncState(state);
        auto *button = desk.page->findChild<QAbstractButton *>(u"exportChangesButton"_s);
        QSignalSpy asked(desk.page.get(), &SyncPage::exportRequested);

        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"Nothing is waiting, so there is nothing to export."_s);

        desk.wait(2);
        QVERIFY(button->isEnabled());
        button->click();
        QCOMPARE(asked.size(), 1);

        state.kind = SyncKind::Solo;
        desk.page->setSyncState(state);
        QVERIFY(!button->isEnabled());
        QVERIFY(!desk.page->importAction()->isEnabled());
    }

    void aRefusedChangeLeadsToItsDay()
    {
        Desk desk;
        OutboxSnapshot snapshot;
        snapshot.changes.push_back(sampleChange(1, ChangeState::NeedsAttention));
        snapshot.changes.back().refusal = ChangeRefusal::BadValues;
        desk.outbox.setSnapshot(snapshot);
        QSignalSpy opened(desk.page.get(), &SyncPage::dayRequested);

        NoticePanel *notice = nullptr;
        for (NoticePanel *panel : desk.page->findChildren<NoticePanel *>())
            notice = panel->isVisible() && panel->text().contains(u"cannot be"_s) ? panel : notice;
        QVERIFY(notice);
        QCOMPARE(notice->button()->text(), u"Open the day"_s);
        notice->button()->click();

        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toDate(), crewWeek.addDays(crewThursday));
    }

    void computersAreListedForWhoSeesEverybody()
    {
        Desk desk;
        const auto *table = desk.page->findChild<QTableWidget *>(u"devicesTable"_s);
        QVERIFY(!table->isVisible()); // crew see the way and what waits

        desk.page->setDevices({{u"Priya Nair"_s, true, evening},
                               {u"Maya Lindqvist"_s, false, instantFromMs(1'763'640'360'000)},
                               {QString(), false, std::nullopt}},
                              desk.words);

        QVERIFY(table->isVisible());
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->item(0, 0)->text(), u"This computer"_s);
        QCOMPARE(table->item(1, 0)->text(), u"Computer of Maya Lindqvist"_s);
        QCOMPARE(table->item(2, 0)->text(), u"Another computer"_s);
        SyncState state;
        state.kind = SyncKind::OfflineWaiting;
        state.waiting = 3;
        state.offlineSince = instantFromMs(1'763'661'120'000);
        desk.page->setSyncState(state);
        desk.wait(3);
        test::shoot(desk.theme, *desk.page, u"sync-devices"_s);
    }

    void anExportWantsTheSamePassphraseTwice()
    {
        Desk desk;
        ExportChangesDialog dialog(146, desk.theme);
        dialog.show();
        auto *button = dialog.findChild<QAbstractButton *>(u"exportChangesButton"_s);
        auto *first = dialog.findChild<QLineEdit *>(u"changesPassphrase"_s);
        auto *again = dialog.findChild<QLineEdit *>(u"changesPassphraseAgain"_s);
        QSignalSpy asked(&dialog, &ExportChangesDialog::exportRequested);

        first->setText(u"nine"_s);
        again->setText(u"nine"_s);
        QVERIFY(!button->isEnabled()); // too short
        first->setText(u"nine grips"_s);
        QVERIFY(!button->isEnabled());
        again->setText(u"nine grips"_s);
        QVERIFY(button->isEnabled());
        test::shoot(desk.theme, dialog, u"export-changes"_s);
        QTest::keyClick(again, Qt::Key_Return);

        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"nine grips"_s);
        dialog.showProblem(u"The key of this computer cannot be read."_s);
        QVERIFY(button->isEnabled());
    }

    void anImportShowsBeforeItTakes()
    {
        Desk desk;
        ImportChangesDialog dialog(u"maya.filmchanges"_s, desk.words, desk.theme);
        dialog.show();
        auto *button = dialog.findChild<QAbstractButton *>(u"importChangesButton"_s);
        auto *secret = dialog.findChild<QLineEdit *>(u"changesPassphrase"_s);
        QSignalSpy opened(&dialog, &ImportChangesDialog::openRequested);
        QSignalSpy taken(&dialog, &ImportChangesDialog::takeRequested);

        QVERIFY(!button->isEnabled());
        secret->setText(u"nine grips"_s);
        button->click();
        QCOMPARE(opened.size(), 1);
        dialog.showProblem(u"That is not the passphrase of this file."_s, true);
        QVERIFY(button->isEnabled());
        test::shoot(desk.theme, dialog, u"import-changes-refused"_s);

        dialog.showContent(
            {u"Maya Lindqvist"_s,
             evening,
             false,
             2,
             2,
             1,
             {sampleChange(1, ChangeState::Saved), sampleChange(2, ChangeState::Saved)}});

        QVERIFY(!secret->isVisible());
        QCOMPARE(dialog.findChild<QTableView *>()->model()->rowCount(), 2);
        QCOMPARE(button->text(), u"Take in 2 changes"_s);
        const QString said = dialog.findChild<NoticePanel *>()->text();
        QVERIFY2(said.contains(u"2 more are here already"_s), qPrintable(said));
        QVERIFY2(said.contains(u"cannot be taken by you"_s), qPrintable(said));
        test::shoot(desk.theme, dialog, u"import-changes"_s);
        button->click();
        QCOMPARE(taken.size(), 1);
    }

    void aFileThatIsNoneOffersNothing()
    {
        Desk desk;
        ImportChangesDialog dialog(u"crew.csv"_s, desk.words, desk.theme);
        dialog.show();

        dialog.showProblem(u"That is no file of changes from Film Tracker."_s, false);

        QVERIFY(!dialog.findChild<QAbstractButton *>(u"importChangesButton"_s)->isEnabled());
        QVERIFY(!dialog.findChild<QLineEdit *>(u"changesPassphrase"_s)->isEnabled());
    }

    void aFileOfKnownChangesHasNothingToTake()
    {
        Desk desk;
        ImportChangesDialog dialog(u"maya.filmchanges"_s, desk.words, desk.theme);
        dialog.show();

        dialog.showContent({u"Maya Lindqvist"_s, evening, true, 0, 3, 0, {}});

        QVERIFY(!dialog.findChild<QAbstractButton *>(u"importChangesButton"_s)->isEnabled());
        QVERIFY(!dialog.findChild<QTableView *>()->isVisible());
    }
};

QTEST_MAIN(TestSyncPage)
#include "tst_sync_page.moc"
