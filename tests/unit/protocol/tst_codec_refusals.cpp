#include "shared/protocol/cbor_reader.h"
#include "shared/protocol/cbor_writer.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/messages.h"
#include "tests/unit/protocol/protocol_samples.h"

#include <QTest>

#include <functional>

#include <zlib.h>

using namespace film;
using namespace film::protocol;
using namespace Qt::StringLiterals;

namespace {

using DamageEnvelope = std::function<void(Envelope &)>;

Result<Frame> fromServer(QByteArrayView bytes)
{
    return decodeFrame(bytes, Sender::Server, limits::frameBytesMax);
}

Result<Frame> fromClient(QByteArrayView bytes)
{
    return decodeFrame(bytes, Sender::Client, limits::frameBytesMax);
}

template<typename T>
void expectRefusal(const Result<T> &result, ErrorCode code)
{
    QVERIFY(!result);
    QVERIFY2(result.error().code == code, qPrintable(result.error().message));
}

QByteArray zlibOf(const QByteArray &raw)
{
    uLongf size = compressBound(static_cast<uLong>(raw.size()));
    QByteArray packed(static_cast<qsizetype>(size), Qt::Uninitialized);
    compress(reinterpret_cast<Bytef *>(packed.data()), &size,
             reinterpret_cast<const Bytef *>(raw.constData()), static_cast<uLong>(raw.size()));
    packed.resize(static_cast<qsizetype>(size));
    return packed;
}

// A PING with its body packed, and `claimed` as the size it unpacks to.
QByteArray packedPing(quint64 claimed, const QByteArray &packed)
{
    CborWriter writer;
    writer.array(4);
    writer.unsignedNumber(4);
    writer.unsignedNumber(0);
    writer.unsignedNumber(1);
    writer.array(2);
    writer.unsignedNumber(claimed);
    writer.bytes(packed);
    return writer.result();
}

} // namespace

class TestCodecRefusals : public QObject
{
    Q_OBJECT

private slots:
    void secondSpellingsAreRefused_data();
    void secondSpellingsAreRefused();
    void hugeClaimsCostNothing_data();
    void hugeClaimsCostNothing();
    void deepNestingIsRefused();
    void onlyCleanUtf8IsText_data();
    void onlyCleanUtf8IsText();
    void messagesOfTheOtherSideAreRefused();
    void oversizedMessagesAreRefused();
    void tooManyItemsAreRefused();
    void packedBodiesMustUnpackToTheirSize();
    void zipBombsAreRefused();
    void envelopesMustMakeSense_data();
    void envelopesMustMakeSense();
    void laterKeysArePassedOver();
    void unknownKeysNeedANewerApp();
    void unknownRecordTypesAreKept();
};

void TestCodecRefusals::secondSpellingsAreRefused_data()
{
    QTest::addColumn<QByteArray>("frame");
    // A PING is 84 04 00 00 a1 00 01; each row says the same in another way, or nothing at all.
    QTest::newRow("long type") << QByteArray("84 1804 00 00 a1 00 01");
    QTest::newRow("long number, 1 byte") << QByteArray("84 04 00 00 a1 00 1801");
    QTest::newRow("long number, 2 bytes") << QByteArray("84 04 00 00 a1 00 1900ff");
    QTest::newRow("long number, 4 bytes") << QByteArray("84 04 00 00 a1 00 1a0000ffff");
    QTest::newRow("long number, 8 bytes") << QByteArray("84 04 00 00 a1 00 1b00000000ffffffff");
    QTest::newRow("number above 63 bits") << QByteArray("84 04 00 00 a1 00 1b8000000000000000");
    QTest::newRow("long array head") << QByteArray("9804 04 00 00 a1 00 01");
    QTest::newRow("long map head") << QByteArray("84 04 00 00 b801 00 01");
    QTest::newRow("indefinite array") << QByteArray("9f 04 00 00 a1 00 01 ff");
    QTest::newRow("indefinite map") << QByteArray("84 04 00 00 bf 00 01 ff");
    QTest::newRow("indefinite bytes") << QByteArray("84 05 00 00 a1 00 5f 41 01 ff");
    QTest::newRow("indefinite text") << QByteArray("84 0a 00 00 a1 01 7f 61 61 ff");
    QTest::newRow("keys out of order") << QByteArray("84 04 00 00 a2 03 01 00 01");
    QTest::newRow("key twice") << QByteArray("84 04 00 00 a2 00 01 00 01");
    QTest::newRow("negative key") << QByteArray("84 04 00 00 a1 20 01");
    QTest::newRow("text key") << QByteArray("84 04 00 00 a1 6130 01");
    QTest::newRow("value that is empty") << QByteArray("84 04 00 00 a1 00 00");
    QTest::newRow("bytes that are empty") << QByteArray("84 05 00 00 a1 00 40");
    QTest::newRow("list that is empty") << QByteArray("84 07 00 00 a1 01 80");
    QTest::newRow("null for a number") << QByteArray("84 04 00 00 a1 00 f6");
    QTest::newRow("float") << QByteArray("84 04 00 00 a1 00 f93c00");
    QTest::newRow("true") << QByteArray("84 04 00 00 a1 00 f5");
    QTest::newRow("undefined") << QByteArray("84 04 00 00 a1 00 f7");
    QTest::newRow("tag") << QByteArray("84 04 00 00 a1 00 c101");
    QTest::newRow("negative for unsigned") << QByteArray("84 04 00 00 a1 00 20");
    QTest::newRow("text for bytes") << QByteArray("84 05 00 00 a1 00 6161");
    QTest::newRow("bytes for text") << QByteArray("84 0a 00 00 a1 01 4161");
    QTest::newRow("32 bits for 64") << QByteArray("84 03 00 00 a1 00 1b0000000100000000");
    QTest::newRow("a flag of two") << QByteArray("84 01 00 00 a1 0d 02");
    QTest::newRow("unknown flag") << QByteArray("84 04 00 02 a1 00 01");
    QTest::newRow("three parts") << QByteArray("83 04 00 00");
    QTest::newRow("five parts") << QByteArray("85 04 00 00 a1 00 01 00");
    QTest::newRow("body is an array") << QByteArray("84 04 00 00 81 01");
    QTest::newRow("unknown type") << QByteArray("84 0c 00 00 a0");
    QTest::newRow("reserved key") << QByteArray("84 02 00 00 a1 02 01");
    QTest::newRow("bytes behind the end") << QByteArray("84 04 00 00 a1 00 01 00");
    QTest::newRow("later message that is broken") << QByteArray("84 1903e8 00 00 a1 00");
    QTest::newRow("later keys out of order")
        << QByteArray("84 04 00 00 a3 00 01 1903e9 01 1903e8 01");
    QTest::newRow("later key twice") << QByteArray("84 04 00 00 a3 00 01 1903e8 01 1903e8 01");
    QTest::newRow("known key behind a later one") << QByteArray("84 04 00 00 a2 1903e8 01 00 01");
    QTest::newRow("nothing") << QByteArray();
}

void TestCodecRefusals::secondSpellingsAreRefused()
{
    QFETCH(const QByteArray, frame);
    QVERIFY(fromClient(QByteArray::fromHex("84040000a10001")));

    expectRefusal(fromClient(QByteArray::fromHex(frame)), ErrorCode::ProtocolViolation);
}

void TestCodecRefusals::hugeClaimsCostNothing_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("array") << QByteArray("84 07 00 00 a1 01 9bffffffffffffffff 00");
    QTest::newRow("map") << QByteArray("84 04 00 00 bbffffffffffffffff 00 01");
    QTest::newRow("map of 63 bits") << QByteArray("84 04 00 00 bb7fffffffffffffff 00 01");
    QTest::newRow("bytes") << QByteArray("84 05 00 00 a1 00 5bffffffffffffffff 00");
    QTest::newRow("text") << QByteArray("84 0a 00 00 a1 01 7b7fffffffffffffff 00");
}

void TestCodecRefusals::hugeClaimsCostNothing()
{
    QFETCH(const QByteArray, frame);

    expectRefusal(fromClient(QByteArray::fromHex(frame)), ErrorCode::ProtocolViolation);
}

void TestCodecRefusals::deepNestingIsRefused()
{
    const auto nested = [](int depth) { return QByteArray(depth - 1, '\x81').append('\x80'); };
    for (int depth = 1; depth <= limits::nestingMax + 2; ++depth) {
        const QByteArray bytes = nested(depth);
        CborReader reader(bytes);
        static_cast<void>(reader.value());
        QCOMPARE(reader.outcome().has_value(), depth <= limits::nestingMax);
    }
    const QByteArray bottomless = nested(500'000);
    CborReader reader(bottomless);
    reader.skip();
    expectRefusal(reader.outcome(), ErrorCode::LimitExceeded);
}

void TestCodecRefusals::onlyCleanUtf8IsText_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<bool>("isText");
    QTest::newRow("plain") << QByteArray("61") << true;
    QTest::newRow("two bytes") << QByteArray("c3a9") << true;
    QTest::newRow("four bytes") << QByteArray("f09f8eac") << true;
    QTest::newRow("last character") << QByteArray("f48fbfbf") << true;
    QTest::newRow("byte order mark") << QByteArray("efbbbf61") << true;
    QTest::newRow("replacement character") << QByteArray("efbfbd") << true;
    QTest::newRow("zero") << QByteArray("610062") << false;
    QTest::newRow("overlong zero") << QByteArray("c080") << false;
    QTest::newRow("overlong slash") << QByteArray("c0af") << false;
    QTest::newRow("overlong, three bytes") << QByteArray("e09fbf") << false;
    QTest::newRow("overlong, four bytes") << QByteArray("f08fbfbf") << false;
    QTest::newRow("high surrogate") << QByteArray("eda080") << false;
    QTest::newRow("surrogate pair") << QByteArray("eda081edb080") << false;
    QTest::newRow("past the last character") << QByteArray("f4908080") << false;
    QTest::newRow("five bytes") << QByteArray("f888808080") << false;
    QTest::newRow("cut off") << QByteArray("e282") << false;
    QTest::newRow("no continuation") << QByteArray("c361") << false;
    QTest::newRow("continuation alone") << QByteArray("80") << false;
}

void TestCodecRefusals::onlyCleanUtf8IsText()
{
    QFETCH(const QByteArray, utf8);
    QFETCH(const bool, isText);
    const QByteArray text = QByteArray::fromHex(utf8);
    const QByteArray item = QByteArray(1, static_cast<char>(0x60 | text.size())).append(text);

    CborReader reader(item);
    const QString read = reader.text();

    QCOMPARE(reader.outcome().has_value(), isText);
    if (isText)
        QCOMPARE(read.toUtf8(), text);
}

void TestCodecRefusals::messagesOfTheOtherSideAreRefused()
{
    SeededRandom random(1);
    for (const Message &message : samples::everyMessage(random)) {
        const Sender other =
            samples::senderOf(message) == Sender::Client ? Sender::Server : Sender::Client;
        expectRefusal(decodeFrame(encodeFrame({0, message}), other, limits::frameBytesMax),
                      ErrorCode::ProtocolViolation);
    }
}

void TestCodecRefusals::oversizedMessagesAreRefused()
{
    SeededRandom random(2);
    Hello hello;
    hello.app = QString(20'000, u'a').left(limits::textBytesMax);
    hello.snapshotToken = QByteArray(4'000, '\0');
    random.fill(std::span(reinterpret_cast<quint8 *>(hello.snapshotToken.data()), 4'000));
    const QByteArray packed = encodeFrame({0, hello});
    QVERIFY(packed.size() < limits::helloBytesMax);
    QVERIFY(fromClient(packed));

    expectRefusal(decodeFrame(packed, Sender::Client, limits::helloBytesMax),
                  ErrorCode::LimitExceeded);
    expectRefusal(decodeFrame(packed, Sender::Client, packed.size() - 1), ErrorCode::LimitExceeded);
    expectRefusal(decodeEnvelope(QByteArray(limits::envelopeBytesMax + 1, '\0')),
                  ErrorCode::LimitExceeded);
}

void TestCodecRefusals::tooManyItemsAreRefused()
{
    const auto expectBorder = [](const Message &most, const Message &tooMany) {
        const Sender sender = samples::senderOf(most);
        QVERIFY(decodeFrame(encodeFrame({0, most}), sender, limits::frameBytesMax));
        expectRefusal(decodeFrame(encodeFrame({0, tooMany}), sender, limits::frameBytesMax),
                      ErrorCode::LimitExceeded);
    };
    const auto hello = [](int checkpoints) {
        Hello message;
        message.checkpoints.resize(static_cast<size_t>(checkpoints));
        return message;
    };
    const auto push = [](int envelopes) {
        Push message;
        message.segments.resize(2);
        message.segments[0].envelopes.resize(1, QByteArray("e"));
        message.segments[1].envelopes.resize(static_cast<size_t>(envelopes) - 1, QByteArray("e"));
        return message;
    };
    const auto delta = [](int rows) {
        Delta message;
        message.rows.resize(static_cast<size_t>(rows));
        return message;
    };
    expectBorder(hello(limits::checkpointsMax), hello(limits::checkpointsMax + 1));
    expectBorder(push(limits::pushEnvelopesMax), push(limits::pushEnvelopesMax + 1));
    expectBorder(delta(limits::deltaRowsMax), delta(limits::deltaRowsMax + 1));
    expectBorder(Push{1, {}, QString(limits::traceLengthMax, u't')},
                 Push{1, {}, QString(limits::traceLengthMax + 1, u't')});
    expectBorder(Auth{QByteArray(limits::tokenBytesMax, 't')},
                 Auth{QByteArray(limits::tokenBytesMax + 1, 't')});
}

void TestCodecRefusals::packedBodiesMustUnpackToTheirSize()
{
    const QByteArray body = QByteArray::fromHex("a10001");
    const QByteArray packed = zlibOf(body);
    QVERIFY(fromClient(packedPing(3, packed)));

    for (const quint64 claimed : {0, 1, 2, 4, 100})
        expectRefusal(fromClient(packedPing(claimed, packed)), ErrorCode::ProtocolViolation);
    expectRefusal(fromClient(packedPing(3, packed.chopped(1))), ErrorCode::ProtocolViolation);
    expectRefusal(fromClient(packedPing(3, QByteArray(packed).append('\0'))),
                  ErrorCode::ProtocolViolation);
    expectRefusal(fromClient(packedPing(3, body)), ErrorCode::ProtocolViolation);
    const QByteArray twice = QByteArray(packed).append(packed);
    expectRefusal(fromClient(packedPing(3, twice)), ErrorCode::ProtocolViolation);
}

void TestCodecRefusals::zipBombsAreRefused()
{
    const QByteArray large(64 * 1024 * 1024, '\0');
    const QByteArray bomb = zlibOf(large);
    QVERIFY(bomb.size() < limits::frameBytesMax);

    // Whether it tells its size or lies about it.
    expectRefusal(fromClient(packedPing(static_cast<quint64>(large.size()), bomb)),
                  ErrorCode::LimitExceeded);
    expectRefusal(fromClient(packedPing(static_cast<quint64>(limits::frameBytesMax), bomb)),
                  ErrorCode::ProtocolViolation);
    expectRefusal(fromClient(packedPing(~quint64(0), bomb)), ErrorCode::LimitExceeded);
}

void TestCodecRefusals::envelopesMustMakeSense_data()
{
    QTest::addColumn<DamageEnvelope>("damage");
    const auto row = [](const char *name, DamageEnvelope damage) { QTest::newRow(name) << damage; };
    row("version 0", [](Envelope &e) { e.version = 0; });
    row("version 2", [](Envelope &e) { e.version = 2; });
    row("no mutation", [](Envelope &e) { e.mutation = {}; });
    row("no production", [](Envelope &e) { e.production = {}; });
    row("no device", [](Envelope &e) { e.device = {}; });
    row("no stream", [](Envelope &e) { e.stream = {}; });
    row("no author", [](Envelope &e) { e.author = {}; });
    row("no record", [](Envelope &e) { e.entity = {}; });
    row("sequence 0", [](Envelope &e) { e.sequence = 0; });
    row("schema 0", [](Envelope &e) { e.schema = 0; });
    row("no type", [](Envelope &e) { e.type = EntityType(0); });
    row("unknown type", [](Envelope &e) { e.type = EntityType(99); });
    row("no operation", [](Envelope &e) { e.operation = Operation(0); });
    row("unknown operation", [](Envelope &e) { e.operation = Operation(10); });
    row("unknown input", [](Envelope &e) { e.input = InputMethod(4); });
    row("long reason", [](Envelope &e) { e.reason = QString(501, u'r'); });
    row("empty atom", [](Envelope &e) { e.atom = Atom{AtomId(), 0}; });
    row("huge atom", [](Envelope &e) { e.atom = Atom{AtomId(), 201}; });
    row("removed out of order", [](Envelope &e) { e.groups[1].removed = {2, 1}; });
    row("removed twice", [](Envelope &e) { e.groups[1].removed = {2, 2}; });
    row("set and removed", [](Envelope &e) {
        e.groups[1].set = {{2, FieldValue(1)}};
        e.groups[1].removed = {2};
    });
    row("candidates out of order", [](Envelope &e) {
        e.resolves = Resolves{{}, {MutationId({2}), MutationId({1})}};
    });
    row("deep value", [](Envelope &e) {
        FieldValue value;
        for (int depth = 0; depth < 5; ++depth)
            value = FieldValue::List{value};
        e.groups[1].set = {{2, value}};
    });
}

void TestCodecRefusals::envelopesMustMakeSense()
{
    QFETCH(const DamageEnvelope, damage);
    SeededRandom random(3);
    Envelope envelope = samples::plainEnvelope(random);
    envelope.groups.clear();
    envelope.reason = QString(500, u'r');
    QVERIFY(decodeEnvelope(encodeEnvelope(envelope)));

    damage(envelope);

    QVERIFY(!decodeEnvelope(encodeEnvelope(envelope)));
}

void TestCodecRefusals::laterKeysArePassedOver()
{
    // PING {0: 1, 1000: [null, {7: "a"}], 1001: -5}
    const auto later = fromClient(QByteArray::fromHex("84040000a300011903e882f6a107616119 03e924"));
    QVERIFY2(later, qPrintable(later ? QString() : later.error().message));
    QCOMPARE(std::get<Ping>(later->message).number, quint64(1));

    SeededRandom random(4);
    Envelope envelope = samples::fullEnvelope(random);
    QByteArray bytes = encodeEnvelope(envelope);
    QCOMPARE(bytes.left(2).toHex(), QByteArray("b81a")); // all 26 keys
    bytes[1] = '\x1b';
    bytes.append(QByteArray::fromHex("1903e801"));
    const auto decoded = decodeEnvelope(bytes);
    QVERIFY2(decoded, qPrintable(decoded ? QString() : decoded.error().message));
    QVERIFY(*decoded == envelope);

    // Passed over, but not unread.
    QVERIFY(!fromClient(QByteArray::fromHex("84040000a200011903e8f93c00")));
    QVERIFY(!fromClient(QByteArray::fromHex("84040000a200011903e8a202010101")));
}

void TestCodecRefusals::unknownKeysNeedANewerApp()
{
    const auto decoded = fromClient(QByteArray::fromHex("84040000a200011903e701"));

    expectRefusal(decoded, ErrorCode::ProtocolViolation);
    QVERIFY2(decoded.error().message.contains(u"newer app"_s), qPrintable(decoded.error().message));
}

void TestCodecRefusals::unknownRecordTypesAreKept()
{
    SnapshotPage page;
    page.rows.resize(1);
    page.rows[0].id = EntityId({1});
    page.rows[0].type = EntityType(77);

    const auto decoded = fromServer(encodeFrame({0, page}));

    QVERIFY(decoded);
    QVERIFY(decoded->message == Message(page));
}

QTEST_APPLESS_MAIN(TestCodecRefusals)
#include "tst_codec_refusals.moc"
