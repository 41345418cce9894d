#include "shared/sync/changes_file.h"

#include <QTest>

using namespace film;
using namespace film::sync;
using namespace Qt::StringLiterals;

namespace {

template<typename IdType>
IdType idOf(quint8 number)
{
    return IdType(std::array<quint8, 16>{number});
}

const Ed25519Signer signer(SecretSeed{1, 2, 3});
const Ed25519Verifier verifier;
const SealKey sealKey{4, 5, 6};

OutboxRow rowOf(quint8 mutation, quint8 stream, quint64 sequence, const Hash32 &previous = {})
{
    protocol::Envelope envelope;
    envelope.mutation = idOf<MutationId>(mutation);
    envelope.production = idOf<ProductionId>(1);
    envelope.device = idOf<DeviceId>(2);
    envelope.author = idOf<UserId>(3);
    envelope.entity = idOf<EntityId>(4);
    envelope.stream = idOf<StreamId>(stream);
    envelope.sequence = sequence;
    envelope.previous = previous;
    OutboxRow row;
    row.mutation = envelope.mutation;
    row.stream = envelope.stream;
    row.sequence = sequence;
    row.envelope = protocol::encodeEnvelope(envelope);
    row.hash = sha256(row.envelope);
    return row;
}

ChangesFile fileOf(const std::vector<OutboxRow> &rows)
{
    ChangesFile file;
    file.production = idOf<ProductionId>(1);
    file.device = idOf<DeviceId>(2);
    file.author = idOf<UserId>(3);
    file.authorName = u"Maya Lindqvist"_s;
    file.productionTitle = u"Northern Lights"_s;
    file.madeAt = instantFromMs(1'763'668'800'000);
    file.key = signer.publicKey();
    file.segments = segmentsOf(file.production, rows, signer);
    return file;
}

// Two launches of a device: a stream of two changes, and one of another.
ChangesFile sampleFile()
{
    const OutboxRow first = rowOf(1, 7, 1);
    const OutboxRow second = rowOf(2, 7, 2, first.hash);
    return fileOf({first, second, rowOf(3, 8, 1, second.hash)});
}

QByteArray sampleSealed()
{
    return sealChanges(encodeChanges(sampleFile(), signer), sealKey, {1}, {2});
}

} // namespace

// A file that may have come from anywhere: it is taken whole, or it says why not.
class TestChangesFile : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead()
    {
        const ChangesFile file = sampleFile();
        QCOMPARE(file.segments.size(), size_t(2));

        const auto content = openSealed(sampleSealed(), sealKey);
        QVERIFY(content.has_value());
        const auto read = decodeChanges(*content, verifier);

        QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().message));
        QVERIFY(*read == file);
        const auto changes = changesIn(*read, verifier);
        QCOMPARE(changes.size(), size_t(3));
        QVERIFY(changes[2].envelope.mutation == idOf<MutationId>(3));
    }

    void nothingOfItIsReadableWithoutTheKey()
    {
        const QByteArray file = sampleSealed();

        QVERIFY(!file.contains("Maya"));
        QCOMPARE(openSealed(file, SealKey{9}).error().code, ErrorCode::Unauthenticated);
    }

    void aFileThatEndsTooEarlySaysSoBeforeAPassphraseIsAskedFor()
    {
        const QByteArray file = sampleSealed();
        for (qsizetype size = 0; size < file.size(); ++size) {
            const auto outside = saltOfSealed(file.left(size));
            QVERIFY2(!outside, qPrintable(QString::number(size)));
            QCOMPARE(outside.error().code,
                     size < 8 ? ErrorCode::StoreForeign : ErrorCode::StoreCorrupt);
        }
        QCOMPARE(saltOfSealed(QByteArray(file).append('x')).error().code, ErrorCode::StoreCorrupt);
    }

    void foreignNewerAndHugeFilesAreToldApart()
    {
        QCOMPARE(saltOfSealed("Name,Call,Wrap\n").error().code, ErrorCode::StoreForeign);
        QByteArray newer = sampleSealed();
        newer[8] = 2;
        QCOMPARE(saltOfSealed(newer).error().code, ErrorCode::StoreNewer);
        const QByteArray huge = QByteArray(changesFileBytesMax + 1, 'x');
        QCOMPARE(saltOfSealed(huge).error().code, ErrorCode::LimitExceeded);
    }

    // Whoever has the passphrase is not yet the device.
    void anyByteThatIsChangedIsNoticed()
    {
        const QByteArray content = encodeChanges(sampleFile(), signer);
        for (qsizetype at = 0; at < content.size(); ++at) {
            QByteArray changed = content;
            changed[at] = char(changed[at] ^ 1);
            const auto read = decodeChanges(changed, verifier);
            QVERIFY2(!read, qPrintable(QString::number(at)));
        }
        QByteArray sealed = sampleSealed();
        sealed[sealed.size() - 1] = char(sealed[sealed.size() - 1] ^ 1);
        QCOMPARE(openSealed(sealed, sealKey).error().code, ErrorCode::Unauthenticated);
    }

    void aChangeThatIsThereTwiceRefusesTheFile()
    {
        const OutboxRow row = rowOf(1, 7, 1);
        ChangesFile file = fileOf({row});
        file.segments.push_back(file.segments.front());

        QCOMPARE(decodeChanges(encodeChanges(file, signer), verifier).error().code,
                 ErrorCode::StoreCorrupt);
    }

    // Signed by this device, but said to be of another person: nobody speaks for somebody else.
    void changesOfSomebodyElseRefuseTheFile()
    {
        ChangesFile file = sampleFile();
        file.author = idOf<UserId>(4);

        QCOMPARE(decodeChanges(encodeChanges(file, signer), verifier).error().code,
                 ErrorCode::StoreCorrupt);
    }

    void segmentsOfAnotherKeyRefuseTheFile()
    {
        ChangesFile file = sampleFile();
        const Ed25519Signer other(SecretSeed{9});
        const std::vector<OutboxRow> rows{rowOf(1, 7, 1)};
        file.segments = segmentsOf(file.production, rows, other);

        QCOMPARE(decodeChanges(encodeChanges(file, signer), verifier).error().code,
                 ErrorCode::StoreCorrupt);
    }
};

QTEST_APPLESS_MAIN(TestChangesFile)
#include "tst_changes_file.moc"
