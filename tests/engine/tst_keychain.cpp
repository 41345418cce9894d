#include "app/engine/keychain_store.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace film;
using namespace film::app;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 20'000;
const QByteArray password = "throw-away";

// What is asked when the key store does not work.
class Fallback final : public SecretStore
{
public:
    explicit Fallback(std::map<QString, QByteArray> &secrets)
        : m_secrets(secrets)
    {}

    void read(const QString &name, Read done) override
    {
        const auto found = m_secrets.find(name);
        done(found == m_secrets.end() ? std::nullopt : std::optional(found->second));
    }
    void write(const QString &name, const QByteArray &secret, Written done) override
    {
        m_secrets[name] = secret;
        done({});
    }
    void remove(const QString &name, Written done) override
    {
        m_secrets.erase(name);
        done({});
    }

private:
    std::map<QString, QByteArray> &m_secrets;
};

} // namespace

// The platform's key store as it really is on Linux: a session bus of its own, GNOME's keyring on
// it, and nothing of the person who runs the test.
class TestKeychain : public QObject
{
    Q_OBJECT

    void startKeyring()
    {
        m_keyring.setProcessChannelMode(QProcess::MergedChannels);
        m_keyring.start(u"gnome-keyring-daemon"_s,
                        {u"--unlock"_s, u"--foreground"_s, u"--components=secrets"_s});
        QVERIFY(m_keyring.waitForStarted(patienceMs));
        m_keyring.write(password);
        m_keyring.closeWriteChannel();
        QTRY_VERIFY_WITH_TIMEOUT(isServiceThere(), patienceMs);
    }
    // As a session does that is locked.
    static void lockKeyring()
    {
        QProcess ask;
        ask.start(u"dbus-send"_s,
                  {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                   u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                   u"array:objpath:/org/freedesktop/secrets/collection/login"_s});
        QVERIFY(ask.waitForFinished(patienceMs));
        QVERIFY2(ask.readAllStandardOutput().contains("collection/login"),
                 ask.readAllStandardError().constData());
    }
    void stopKeyring()
    {
        m_keyring.terminate();
        m_keyring.waitForFinished(patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!isServiceThere(), patienceMs);
    }
    // By a process of its own, as after a restart of the app: the connection to a keyring is made
    // once in a process.
    [[nodiscard]] static QByteArray readAfterRestart(const QString &name)
    {
        QProcess again;
        again.start(QCoreApplication::applicationFilePath(), {u"--read"_s, name});
        again.waitForFinished(patienceMs);
        return QByteArray::fromHex(again.readAllStandardOutput());
    }
    [[nodiscard]] static bool isServiceThere()
    {
        QProcess ask;
        ask.start(u"dbus-send"_s,
                  {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s,
                   u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus.NameHasOwner"_s,
                   u"string:org.freedesktop.secrets"_s});
        ask.waitForFinished(patienceMs);
        return ask.readAllStandardOutput().contains("true");
    }

    [[nodiscard]] Result<std::optional<QByteArray>> read(const QString &name)
    {
        std::optional<Result<std::optional<QByteArray>>> answer;
        m_store->read(name, [&answer](auto result) { answer = std::move(result); });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, patienceMs);
        return answer.value_or(fail(ErrorCode::Timeout, u"no answer"_s));
    }
    [[nodiscard]] Result<> write(const QString &name, const QByteArray &secret)
    {
        std::optional<Result<>> answer;
        m_store->write(name, secret, [&answer](auto result) { answer = std::move(result); });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, patienceMs);
        return answer.value_or(fail(ErrorCode::Timeout, u"no answer"_s));
    }
    [[nodiscard]] Result<> remove(const QString &name)
    {
        std::optional<Result<>> answer;
        m_store->remove(name, [&answer](auto result) { answer = std::move(result); });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, patienceMs);
        return answer.value_or(fail(ErrorCode::Timeout, u"no answer"_s));
    }

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    std::map<QString, QByteArray> m_fallen;
    std::unique_ptr<KeychainStore> m_store;

private slots:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("this system has a key store of its own, which a test must not write to");
#endif
        for (const QString &program : {u"dbus-daemon"_s, u"dbus-send"_s, u"gnome-keyring-daemon"_s})
            QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(),
                     qPrintable(program + u" is missing: scripts/install_dependencies.sh"_s));
        // No folder of services: a keyring is there when the test starts one.
        QFile config(m_home.filePath(u"bus.conf"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:tmpdir="
                     + QFile::encodeName(m_home.path())
                     + "</listen><policy context=\"default\"><allow send_destination=\"*\"/>"
                       "<allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        qputenv("HOME", QFile::encodeName(m_home.path()));
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_home.path()));
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_home.filePath(u"share"_s)));
        qputenv("XDG_CURRENT_DESKTOP", "GNOME");
        m_bus.start(
            u"dbus-daemon"_s,
            {u"--nofork"_s, u"--print-address"_s, u"--config-file=%1"_s.arg(config.fileName())});
        QVERIFY(m_bus.waitForReadyRead(patienceMs));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        m_store = std::make_unique<KeychainStore>(std::make_unique<Fallback>(m_fallen));
    }

    void cleanupTestCase()
    {
        for (QProcess *process : {&m_keyring, &m_bus}) {
            process->terminate();
            process->waitForFinished(patienceMs);
        }
    }

    // The slots go on from each other: no service, then one, then locked, then unlocked.
    void withoutAServiceTheFallbackIsAsked()
    {
        QVERIFY(write(u"production"_s, "seed and token").has_value());

        QCOMPARE(m_fallen.size(), size_t(1));
        QCOMPARE(read(u"production"_s)->value_or(QByteArray()), QByteArray("seed and token"));
        QVERIFY(remove(u"production"_s).has_value());
        QVERIFY(m_fallen.empty());
    }

    void secretsAreKeptInTheKeyring()
    {
        startKeyring();
        const QByteArray secret("seed\0token", 10); // bytes, not text

        QVERIFY(write(u"production"_s, secret).has_value());

        QVERIFY(m_fallen.empty());
        const auto kept = read(u"production"_s);
        QVERIFY(kept.has_value());
        QCOMPARE(kept->value_or(QByteArray()), secret);
        QVERIFY(!read(u"another"_s)->has_value());
        QVERIFY(write(u"old"_s, "gone soon").has_value());
        QVERIFY(remove(u"old"_s).has_value());
        QVERIFY(!read(u"old"_s)->has_value());
    }

    // The keyring was locked when the newer one was to be kept.
    void theNewerSecretCounts()
    {
        QVERIFY(write(u"token"_s, "old").has_value());
        m_fallen[u"token"_s] = "newer";
        QCOMPARE(read(u"token"_s)->value_or(QByteArray()), QByteArray("newer"));

        QVERIFY(write(u"token"_s, "newest").has_value());

        QVERIFY(m_fallen.empty());
        QCOMPARE(read(u"token"_s)->value_or(QByteArray()), QByteArray("newest"));
    }

    // It looks as if there never had been a secret. Whoever believed that would make a new key.
    void aLockedKeyringAnswersAsIfThereWereNothing()
    {
        lockKeyring();

        const auto locked = read(u"production"_s);

        QVERIFY(locked.has_value());
        QVERIFY(!locked->has_value());
        QVERIFY(write(u"joining"_s, "seed").has_value());
        QCOMPARE(m_fallen.size(), size_t(1)); // it is kept, if not there
    }

    void unlockedAgainItHasWhatItHad()
    {
        stopKeyring();
        startKeyring();

        QCOMPARE(readAfterRestart(u"production"_s), QByteArray("seed\0token", 10));
    }
};

namespace {

// The child: says in hexadecimal what the key store has, and nothing if it has nothing.
int readAndPrint(const QString &name)
{
    std::map<QString, QByteArray> none;
    KeychainStore store(std::make_unique<Fallback>(none));
    int code = 1;
    store.read(name, [&code](const Result<std::optional<QByteArray>> &secret) {
        if (secret && *secret) {
            QFile out;
            code =
                out.open(stdout, QIODevice::WriteOnly) && out.write((*secret)->toHex()) > 0 ? 0 : 1;
        }
        QCoreApplication::exit(code);
    });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--read")
        return readAndPrint(arguments.at(2));
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychain.moc"
