#include "app/engine/sync_status.h"

#include <QTest>

using namespace film;
using namespace film::app;
using Phase = sync::ClientSession::Phase;
using Kind = SyncStatus::Kind;

Q_DECLARE_METATYPE(SyncFacts)

namespace {

SyncFacts joined(Phase phase, bool isComplete = false, sync::OutboxCounts counts = {},
                 quint64 conflicts = 0, bool wasOffline = false)
{
    SyncFacts facts;
    facts.isSolo = false;
    facts.session.phase = phase;
    facts.session.complete = isComplete;
    facts.counts = counts;
    facts.openConflicts = conflicts;
    if (wasOffline)
        facts.offlineSince = instantFromMs(1);
    return facts;
}

} // namespace

class TestSyncStatus : public QObject
{
    Q_OBJECT
private slots:
    void saysWhereTheComputerStands_data()
    {
        QTest::addColumn<SyncFacts>("facts");
        QTest::addColumn<Kind>("kind");
        const sync::OutboxCounts waiting{2, 0, 0};
        const sync::OutboxCounts onTheWay{0, 1, 0};
        const sync::OutboxCounts refused{0, 0, 1};
        const auto row = [](const char *name, const SyncFacts &facts, Kind kind) {
            QTest::newRow(name) << facts << kind;
        };
        row("alone", SyncFacts(), Kind::Solo);
        row("in step", joined(Phase::Live, true), Kind::Synced);
        row("not compared yet", joined(Phase::Live), Kind::Working);
        row("sending", joined(Phase::Live, true, waiting), Kind::Working);
        row("answered, not back", joined(Phase::Live, true, onTheWay), Kind::Working);
        row("first sync", joined(Phase::Snapshot), Kind::Working);
        row("first attempt", joined(Phase::Connecting), Kind::Working);
        row("later attempt", joined(Phase::Connecting, false, {}, 0, true), Kind::OfflineClean);
        row("greeting again", joined(Phase::Greeting, false, waiting, 0, true),
            Kind::OfflineWaiting);
        row("stopped", joined(Phase::Off), Kind::OfflineClean);
        row("offline", joined(Phase::Backoff), Kind::OfflineClean);
        row("offline, waiting", joined(Phase::Backoff, false, waiting), Kind::OfflineWaiting);
        row("offline, unconfirmed", joined(Phase::Backoff, false, onTheWay), Kind::OfflineWaiting);
        row("conflict", joined(Phase::Live, true, {}, 1), Kind::Conflict);
        row("conflict while offline", joined(Phase::Backoff, false, {}, 1), Kind::OfflineClean);
        row("signed out", joined(Phase::NeedLogin, false, waiting), Kind::SignedOut);
        row("refused", joined(Phase::Live, true, refused, 1), Kind::Failed);
        row("disk full", joined(Phase::Halted), Kind::Failed);
        row("too old", joined(Phase::UpgradeRequired), Kind::TooOld);
        SyncFacts handingOver = joined(Phase::Draining, false, refused);
        handingOver.session.oldestApp = QStringLiteral("2.0");
        row("too old, handing over", handingOver, Kind::TooOld);
        row("has to go, handing over", joined(Phase::Draining), Kind::Working);
    }

    void saysWhereTheComputerStands()
    {
        QFETCH(const SyncFacts, facts);
        QFETCH(const Kind, kind);

        QCOMPARE(syncStatusOf(facts).kind, kind);
    }

    void whatIsNotConfirmedIsStillWaiting()
    {
        const SyncStatus status = syncStatusOf(joined(Phase::Live, true, {2, 3, 0}));

        QCOMPARE(status.waiting, quint64(5));
        QCOMPARE(status.sent, quint64(3));
    }
};

QTEST_GUILESS_MAIN(TestSyncStatus)
#include "tst_sync_status.moc"
