#include "app/engine/workspace.h"
#include "shared/base/random.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace film;
using namespace film::app;
using namespace Qt::StringLiterals;

// One production's data file, without a server.
class TestWorkspace : public QObject
{
    Q_OBJECT

private:
    SystemRandom m_random;
    SystemClock m_clock;
    QTemporaryDir m_folder;

    [[nodiscard]] std::unique_ptr<Workspace> open(const QString &path)
    {
        auto workspace = Workspace::open(path, m_random, m_clock);
        return workspace ? *std::move(workspace) : nullptr;
    }
    // The file of a device that has joined and synced.
    void makeSynced(const QString &path)
    {
        const auto workspace = open(path);
        QVERIFY(workspace);
        UuidSource ids(m_random);
        Workspace::Identity identity;
        identity.meta.production = ids.next<ProductionId>(m_clock.now());
        identity.meta.device = ids.next<DeviceId>(m_clock.now());
        identity.meta.user = ids.next<UserId>(m_clock.now());
        identity.server = u"ws://127.0.0.1:9"_s;
        QVERIFY(workspace->setIdentity(identity).has_value());
        QVERIFY(!workspace->isSuspectClone());
        QVERIFY(workspace->noteSynced(m_clock.now()).has_value());
    }

private slots:
    void aFileThatStaysIsNoCopy()
    {
        const QString path = m_folder.filePath(u"stays/film.db"_s);
        makeSynced(path);

        QVERIFY(!open(path)->isSuspectClone());
    }

    void aCopySaysSoUntilItHasSynced()
    {
        const QString path = m_folder.filePath(u"first/film.db"_s);
        const QString copy = m_folder.filePath(u"second/film.db"_s);
        makeSynced(path);
        QVERIFY(QDir().mkpath(m_folder.filePath(u"second"_s)));
        QVERIFY(QFile::copy(path, copy));
        QVERIFY(open(copy)->isSuspectClone());

        const auto workspace = open(copy);
        QVERIFY(workspace->isSuspectClone());
        QVERIFY(workspace->noteSynced(m_clock.now()).has_value());

        QVERIFY(!workspace->isSuspectClone());
        QVERIFY(!open(path)->isSuspectClone());
    }

    void aFileThatWasRestoredInItsPlaceSaysSo()
    {
        const QString path = m_folder.filePath(u"restored/film.db"_s);
        const QString backup = m_folder.filePath(u"restored/backup"_s);
        makeSynced(path);
        QVERIFY(QFile::rename(path, backup));
        if (!QFileInfo(backup).birthTime().isValid())
            QSKIP("this file system does not know when a file was made");
        QVERIFY(QFile::copy(backup, path));

        QVERIFY(open(path)->isSuspectClone());
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
