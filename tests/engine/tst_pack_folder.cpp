#include "app/engine/pack_folder.h"

#include "shared/rules/shipped_packs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace film;
using namespace film::app;
using namespace Qt::StringLiterals;

namespace {

const sync::SecretSeed seed{7};

// A pack like one of those that come along, by another name.
QByteArray packBytes(const QByteArray &id = "mine", const QByteArray &title = "Mine")
{
    static const std::vector<rules::RulePack> shipped = rules::readShippedPacks().packs;
    QByteArray bytes = std::ranges::find(shipped, u"us-flsa"_s, &rules::RulePack::id)->source;
    bytes.replace("\"us-flsa\"", QByteArray("\"" + id + "\""));
    const qsizetype at = bytes.indexOf("\"title\"");
    const qsizetype end = bytes.indexOf(',', at);
    return bytes.replace(at, end - at, QByteArray("\"title\": \"" + title + "\""));
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

bool has(const PackFolder &folder, const QString &id)
{
    return std::ranges::count(folder.read().packs, id, &rules::RulePack::id) > 0;
}

} // namespace

class TestPackFolder : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_file = m_place->filePath(u"mine.json"_s);
        write(m_file, packBytes());
        write(m_file + u".sig"_s, packSignature(packBytes(), m_publisher));
        m_folder = std::make_unique<PackFolder>(m_place->filePath(u"data"_s));
    }

    void whatATrustedPublisherSignedIsAdded()
    {
        QVERIFY(m_folder->trust({m_publisher.publicKey(), u"The union"_s}));

        const Result<QString> added = m_folder->add(m_file);

        QVERIFY2(added, qPrintable(added ? QString() : added.error().message));
        QCOMPARE(*added, u"mine@1"_s);
        QVERIFY(has(*m_folder, u"mine"_s));
        QVERIFY(has(*m_folder, u"us-flsa"_s)); // those that come along stay
        QCOMPARE(m_folder->publishers()->at(0).name, u"The union"_s);
        QVERIFY(m_folder->add(m_file)); // again: nothing to do
    }

    void whatNobodyTrustedSignedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("signature");
        QTest::addColumn<QByteArray>("pack");
        QTest::addColumn<int>("error");
        const QByteArray right = packSignature(packBytes(), m_publisher);
        const sync::Ed25519Signer other(sync::SecretSeed{9});
        const auto denied = int(ErrorCode::PermissionDenied);
        QTest::newRow("unsigned") << QByteArray() << packBytes() << denied;
        QTest::newRow("somebody else")
            << packSignature(packBytes(), other) << packBytes() << denied;
        QTest::newRow("changed afterwards") << right << packBytes("mine", "Ours") << denied;
        QTest::newRow("no signature")
            << QByteArray("yes, it is fine") << packBytes() << int(ErrorCode::InvalidInput);
        QTest::newRow("short") << right.first(right.size() - 3) << packBytes()
                               << int(ErrorCode::InvalidInput);
        QByteArray broken = packBytes();
        broken.replace("\"version\"", "\"versoin\"");
        QTest::newRow("no pack") << packSignature(broken, m_publisher) << broken
                                 << int(ErrorCode::InvalidInput);
    }

    void whatNobodyTrustedSignedIsRefused()
    {
        QFETCH(const QByteArray, signature);
        QFETCH(const QByteArray, pack);
        QFETCH(const int, error);
        QVERIFY(m_folder->trust({m_publisher.publicKey(), {}}));
        write(m_file, pack);
        QVERIFY(QFile::remove(m_file + u".sig"_s));
        if (!signature.isEmpty())
            write(m_file + u".sig"_s, signature);

        const Result<QString> added = m_folder->add(m_file);

        QVERIFY(!added);
        QCOMPARE(int(added.error().code), error);
        QVERIFY(!has(*m_folder, u"mine"_s));
    }

    // What priced a week stays as it is: other content is another version.
    void aNameIsGivenOnce()
    {
        QVERIFY(m_folder->trust({m_publisher.publicKey(), {}}));
        QVERIFY(m_folder->add(m_file));
        for (const QByteArray &bytes :
             {packBytes("mine", "Other"), packBytes("us-flsa", "Other")}) {
            write(m_file, bytes);
            write(m_file + u".sig"_s, packSignature(bytes, m_publisher));

            const Result<QString> added = m_folder->add(m_file);

            QVERIFY(!added);
            QCOMPARE(added.error().code, ErrorCode::AlreadyExists);
        }
    }

    void whatWasChangedInTheFolderIsLeftOutAndNamed()
    {
        QVERIFY(m_folder->trust({m_publisher.publicKey(), {}}));
        QVERIFY(m_folder->add(m_file));
        write(m_place->filePath(u"data/rule_packs/mine@1.json"_s), packBytes("mine", "Other"));

        const PackFolder::Packs packs = m_folder->read();

        QVERIFY(!has(*m_folder, u"mine"_s));
        QCOMPARE(packs.problems.size(), 1u);
        QCOMPARE(packs.problems.at(0).path, u"mine@1.json"_s);
    }

    // From one computer to another: the files are those the publisher signed.
    void aPackIsWrittenForAnotherComputer()
    {
        QVERIFY(m_folder->trust({m_publisher.publicKey(), {}}));
        QVERIFY(m_folder->add(m_file));
        const PackFolder::Packs packs = m_folder->read();
        const auto mine = std::ranges::find(packs.packs, u"mine"_s, &rules::RulePack::id);
        QVERIFY(mine != packs.packs.end());
        const QString to = m_place->path();

        const Result<QStringList> written = m_folder->write(*mine, to);

        QVERIFY2(written, qPrintable(written ? QString() : written.error().message));
        QCOMPARE(written->size(), 2);
        const PackFolder other(m_place->filePath(u"other"_s));
        QVERIFY(!other.add(written->back())); // nobody is trusted there yet
        QVERIFY(other.trust({m_publisher.publicKey(), {}}));
        QVERIFY(other.add(written->back()));
        QVERIFY(has(other, u"mine"_s));
        QVERIFY(m_folder->write(*mine, to)); // again: the same files

        write(written->back(), "something else");
        QCOMPARE(m_folder->write(*mine, to).error().code, ErrorCode::AlreadyExists);

        // What comes with the program needs no signature.
        const auto shipped = std::ranges::find(packs.packs, u"us-flsa"_s, &rules::RulePack::id);
        QCOMPARE(m_folder->write(*shipped, to)->size(), 1);
    }

private:
    sync::Ed25519Signer m_publisher{seed};
    std::unique_ptr<QTemporaryDir> m_place;
    QString m_file;
    std::unique_ptr<PackFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestPackFolder)
#include "tst_pack_folder.moc"
