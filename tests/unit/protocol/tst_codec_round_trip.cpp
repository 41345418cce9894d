#include "tests/unit/protocol/protocol_samples.h"

#include "shared/protocol/limits.h"

#include <QTest>

using namespace film;
using namespace film::protocol;

namespace {

constexpr int runs = 200;

QString errorOf(const auto &result)
{
    return result ? QString() : result.error().message;
}

} // namespace

class TestCodecRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void everyMessageComesBackAsItWas();
    void sparseMessagesComeBackAsTheyWere();
    void envelopesComeBackAsTheyWere();
    void recordStatesComeBackAsTheyWere();
    void cellsComeBackAsTheyWere();
    void largeBodiesArePacked();
    void messagesOfTheFarFutureAreIgnored();
    void everyMessageHasANameOfItsOwn();

private:
    static void expectSame(const std::vector<Message> &messages, quint64 request);
};

void TestCodecRoundTrip::expectSame(const std::vector<Message> &messages, quint64 request)
{
    for (const Message &message : messages) {
        const Frame frame{request, message};
        const QByteArray bytes = encodeFrame(frame);
        const auto decoded = decodeFrame(bytes, samples::senderOf(message), limits::frameBytesMax);
        QVERIFY2(decoded, qPrintable(errorOf(decoded)));
        QVERIFY2(*decoded == frame, qPrintable(messageName(message).toString()));
        QCOMPARE(encodeFrame(*decoded), bytes);
    }
}

void TestCodecRoundTrip::everyMessageComesBackAsItWas()
{
    SeededRandom random(1);
    for (int run = 0; run < runs; ++run) {
        expectSame(samples::everyMessage(random), random.next() >> 1);
        expectSame(samples::everyLaterMessage(random), random.next() >> 1);
    }
}

void TestCodecRoundTrip::sparseMessagesComeBackAsTheyWere()
{
    SeededRandom random(2);
    for (int run = 0; run < runs; ++run)
        expectSame(samples::everySparseMessage(random), 0);
}

void TestCodecRoundTrip::envelopesComeBackAsTheyWere()
{
    SeededRandom random(3);
    for (int run = 0; run < 10 * runs; ++run) {
        const Envelope envelope =
            run % 2 ? samples::fullEnvelope(random) : samples::plainEnvelope(random);
        const QByteArray bytes = encodeEnvelope(envelope);

        const auto decoded = decodeEnvelope(bytes);

        QVERIFY2(decoded, qPrintable(errorOf(decoded)));
        QVERIFY(*decoded == envelope);
        QCOMPARE(encodeEnvelope(*decoded), bytes);
    }
}

void TestCodecRoundTrip::recordStatesComeBackAsTheyWere()
{
    SeededRandom random(4);
    for (int run = 0; run < runs; ++run) {
        const auto groups = samples::groups(random);
        const auto groupsAgain = decodeGroups(encodeGroups(groups));
        QVERIFY2(groupsAgain, qPrintable(errorOf(groupsAgain)));
        QVERIFY(*groupsAgain == groups);

        const auto states = samples::entities(random);
        const auto statesAgain = decodeEntities(encodeEntities(states));
        QVERIFY2(statesAgain, qPrintable(errorOf(statesAgain)));
        QVERIFY(*statesAgain == states);
    }
}

void TestCodecRoundTrip::cellsComeBackAsTheyWere()
{
    SeededRandom random(5);
    const Cell person =
        Cell::ofPerson(DepartmentId(random.bytes<16>()), PersonId(random.bytes<16>()));

    for (const Cell &cell : {Cell::everyone(), Cell::office(), person})
        QVERIFY(Cell::fromBytes(cell.toBytes()) == cell);
    QVERIFY(!Cell::fromBytes({}));
    QVERIFY(!Cell::fromBytes(QByteArray(1, '\x03')));
    QVERIFY(!Cell::fromBytes(QByteArray(1, '\x04')));
    QVERIFY(!Cell::fromBytes(QByteArray(33, '\x01')));
    QVERIFY(!Cell::fromBytes(person.toBytes().append('\0')));
}

void TestCodecRoundTrip::largeBodiesArePacked()
{
    Delta delta;
    delta.to = 40;
    delta.rows.resize(40);
    for (LogRow &row : delta.rows)
        row.envelope = QByteArray(300, 'e');
    const Frame frame{7, delta};

    const QByteArray bytes = encodeFrame(frame);
    const auto decoded = decodeFrame(bytes, Sender::Server, limits::frameBytesMax);

    QVERIFY(bytes.size() < 1'000);
    QVERIFY2(decoded, qPrintable(errorOf(decoded)));
    QVERIFY(*decoded == frame);
}

void TestCodecRoundTrip::messagesOfTheFarFutureAreIgnored()
{
    const Frame frame{3, UnknownMessage{1'234}};

    for (const Sender sender : {Sender::Client, Sender::Server}) {
        const auto decoded = decodeFrame(encodeFrame(frame), sender, limits::frameBytesMax);
        QVERIFY2(decoded, qPrintable(errorOf(decoded)));
        QVERIFY(*decoded == frame);
    }
}

void TestCodecRoundTrip::everyMessageHasANameOfItsOwn()
{
    SeededRandom random(6);
    std::vector<QString> names;
    for (const Message &message : samples::everyMessage(random))
        names.push_back(messageName(message).toString());

    QCOMPARE(names.front(), QStringLiteral("HELLO"));
    QCOMPARE(names.back(), QStringLiteral("JOIN_NO"));
    std::ranges::sort(names);
    QVERIFY(std::ranges::adjacent_find(names) == names.end());
}

QTEST_APPLESS_MAIN(TestCodecRoundTrip)
#include "tst_codec_round_trip.moc"
