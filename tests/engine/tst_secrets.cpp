#include "app/engine/engine.h"
#include "app/engine/file_secret_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace film;
using namespace film::app;
using namespace Qt::StringLiterals;

namespace {

PassphraseAsker answering(const QString &passphrase, int *asked = nullptr)
{
    return [passphrase, asked](bool, const std::function<void(const QString &)> &answer) {
        if (asked)
            ++*asked;
        answer(passphrase);
    };
}

Result<std::optional<QByteArray>> readNow(SecretStore &store, const QString &name)
{
    Result<std::optional<QByteArray>> read = fail(ErrorCode::Internal, u"no answer"_s);
    store.read(name, [&read](auto result) { read = std::move(result); });
    return read;
}

Result<> writeNow(SecretStore &store, const QString &name, const QByteArray &secret)
{
    Result<> written = fail(ErrorCode::Internal, u"no answer"_s);
    store.write(name, secret, [&written](auto result) { written = std::move(result); });
    return written;
}

// A data folder of a device that has joined, without the device's key.
ProductionId makeJoinedFolder(const QString &dataDir)
{
    SystemRandom random;
    const SystemClock clock;
    UuidSource ids(random);
    const auto production = ids.next<ProductionId>(clock.now());
    const QString path = dataDir + u"/productions/"_s + production.toString() + u"/film.db"_s;
    auto workspace = Workspace::open(path, random, clock);
    Workspace::Identity identity;
    identity.meta.production = production;
    identity.meta.device = ids.next<DeviceId>(clock.now());
    identity.meta.user = ids.next<UserId>(clock.now());
    identity.server = u"ws://127.0.0.1:9"_s;
    const bool isMade = workspace && (*workspace)->setIdentity(identity);
    return isMade ? production : ProductionId();
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT
private slots:
    void sealedSecretsComeBackWithThePassphrase()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"secrets.sealed"_s);
        SealedFileStore first(path, answering(u"three words long"_s));
        QVERIFY(writeNow(first, u"a"_s, "seed").has_value());

        int asked = 0;
        SealedFileStore second(path, answering(u"three words long"_s, &asked));
        const auto read = readNow(second, u"a"_s);

        QVERIFY(read.has_value());
        QCOMPARE(read->value_or(QByteArray()), QByteArray("seed"));
        QVERIFY(readNow(second, u"a"_s).has_value());
        QCOMPARE(asked, 1); // once per start
    }

    void aWrongPassphraseOpensNothingAndDestroysNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"secrets.sealed"_s);
        SealedFileStore first(path, answering(u"right"_s));
        QVERIFY(writeNow(first, u"a"_s, "seed").has_value());

        SealedFileStore wrong(path, answering(u"wrong"_s));
        const auto read = readNow(wrong, u"a"_s);
        QCOMPARE(read.error().code, ErrorCode::Unauthenticated);
        QVERIFY(!writeNow(wrong, u"a"_s, "other").has_value());

        SealedFileStore again(path, answering(u"right"_s));
        QCOMPARE(readNow(again, u"a"_s)->value_or(QByteArray()), QByteArray("seed"));
    }

    void theSealedFileShowsNoSecret()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"secrets.sealed"_s);
        SealedFileStore store(path, answering(u"right"_s));
        QVERIFY(writeNow(store, u"a"_s, "a secret that is long").has_value());

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret"));
    }

    void filesAreForTheirOwnerOnly_data()
    {
        QTest::addColumn<bool>("isSealed");
        QTest::newRow("sealed") << true;
        QTest::newRow("plain") << false;
    }

    void filesAreForTheirOwnerOnly()
    {
        QFETCH(const bool, isSealed);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"secrets"_s);
        SealedFileStore sealed(path, answering(u"right"_s));
        PlainFileStore plain(path);

        QVERIFY(writeNow(isSealed ? static_cast<SecretStore &>(sealed) : plain, u"a"_s, "x")
                    .has_value());

        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOwner;
        QVERIFY(!(QFile::permissions(path) & others));
    }

    void withoutAnybodyToAskTheSealedFileIsRefused()
    {
        const QTemporaryDir folder;
        SealedFileStore store(folder.filePath(u"secrets.sealed"_s), nullptr);

        QCOMPARE(writeNow(store, u"a"_s, "x").error().code, ErrorCode::Unauthenticated);
        QVERIFY(!QFile::exists(folder.filePath(u"secrets.sealed"_s)));
    }

    void aDamagedPlainFileIsNotOverwritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"secrets.plain"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not ours");
        file.close();
        PlainFileStore store(path);

        QCOMPARE(writeNow(store, u"a"_s, "x").error().code, ErrorCode::StoreCorrupt);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("not ours"));
    }

    // A locked key store answers as if there were nothing: the device must not become another.
    void aMissingKeyStopsSyncingButNotWork()
    {
        const QTemporaryDir folder;
        const ProductionId production = makeJoinedFolder(folder.path());
        QVERIFY(!production.isNull());
        Engine engine({folder.path(), SecretsMode::PlainFile, nullptr});

        const auto state = engine.open().result();

        QVERIFY(state.has_value());
        QCOMPARE(state->kind, WorkspaceState::Kind::Joined);
        QVERIFY(state->problem.has_value());
        QCOMPARE(state->problem->code, ErrorCode::Unauthenticated);
        QCOMPARE(engine.status().result()->kind, SyncStatus::Kind::SignedOut);
        QVERIFY(engine.directory().result().has_value());
        QVERIFY(!QFile::exists(folder.filePath(u"secrets.plain"_s)));
    }

    // The key may only be locked away. Joining would make another device, whose server would not
    // take what this one has saved.
    void joiningWithoutTheOldKeyHasToBeWanted()
    {
        const QTemporaryDir folder;
        QVERIFY(!makeJoinedFolder(folder.path()).isNull());
        Engine engine({folder.path(), SecretsMode::PlainFile, nullptr});
        JoinRequest request{u"ws://127.0.0.1:9"_s, u"AAAA-BBBB-CCCC"_s, u"laptop"_s};

        const auto refused = engine.join(request).result();
        request.asNewDevice = true;
        const auto wanted = engine.join(request).result();

        QCOMPARE(refused.error().code, ErrorCode::Unauthenticated);
        QCOMPARE(wanted.error().code, ErrorCode::Offline); // it went and asked
    }

    void plainSecretsAreNeverTheDefault()
    {
        QCOMPARE(EngineSettings().secrets, SecretsMode::Keychain);
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
