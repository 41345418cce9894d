#include "shared/base/random.h"
#include "shared/protocol/entity_state.h"
#include "shared/protocol/envelope.h"
#include "tests/unit/protocol/golden_corpus.h"
#include "tests/unit/protocol/protocol_samples.h"

#include <QElapsedTimer>
#include <QTest>

using namespace film;
using namespace film::protocol;
using namespace Qt::StringLiterals;

namespace {

// Bytes that start heads of other types and sizes, and numbers at the borders of their forms.
constexpr std::array<quint8, 20> tellingBytes{0x00, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1f,
                                              0x20, 0x3b, 0x40, 0x58, 0x60, 0x80, 0x9f,
                                              0xa0, 0xb8, 0xbf, 0xf6, 0xfb, 0xff};

void setByte(QByteArray &bytes, RandomSource &random)
{
    const auto at = static_cast<qsizetype>(random.below(static_cast<quint64>(bytes.size())));
    const bool tells = random.oneIn(2);
    bytes[at] = static_cast<char>(tells ? tellingBytes[random.below(tellingBytes.size())]
                                        : random.below(256));
}

// Where some part starts, and how long it is.
std::pair<qsizetype, qsizetype> part(const QByteArray &bytes, RandomSource &random)
{
    const auto at = static_cast<qsizetype>(random.below(static_cast<quint64>(bytes.size())));
    const qsizetype most = std::min<qsizetype>(bytes.size() - at, 40);
    return {at, static_cast<qsizetype>(random.below(static_cast<quint64>(most)) + 1)};
}

// One small damage; `other` lends parts of another message.
void damage(QByteArray &bytes, const QByteArray &other, RandomSource &random)
{
    if (bytes.isEmpty())
        bytes = other;
    const auto [at, size] = part(bytes, random);
    const auto [from, length] = part(other, random);
    switch (random.below(7)) {
    case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8))); break;
    case 1: setByte(bytes, random); break;
    case 2: bytes.remove(at, size); break;
    case 3: bytes.insert(at, bytes.mid(at, size)); break;
    case 4: bytes.insert(at, other.mid(from, length)); break;
    case 5: bytes.replace(at, size, other.mid(from, length)); break;
    default: bytes.truncate(at); break;
    }
}

// What is accepted has one meaning: said again it is said in the one right way, and stays so.
// The first saying may differ, by keys of later versions and by another way to pack a body.
bool isSettled(const golden::Vector &kind, const QByteArray &bytes)
{
    const auto once = golden::again(kind, bytes);
    return !once || golden::again(kind, *once) == once;
}

} // namespace

// Deterministic: run n of a seed is the same everywhere. FILM_FUZZ_RUNS sets how many runs (about
// three seconds otherwise), FILM_FUZZ_SEED where they start.
class TestFuzzProtocol : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void damagedMessagesAreRefusedOrMeanOneThing();
    void damagedStatesAreRefusedOrMeanOneThing();
    void noiseIsRefusedOrMeansOneThing();

private:
    // Calls `run` with a source of its own for each run.
    template<typename Run>
    void repeat(Run run) const;

    std::vector<golden::Vector> m_corpus;
    quint64 m_seed = 1;
    quint64 m_runs = 0; // 0: until the time is up
};

void TestFuzzProtocol::initTestCase()
{
    m_corpus = golden::stored();
    for (const golden::Vector &vector : m_corpus)
        QVERIFY2(!vector.bytes.isEmpty(), qPrintable(vector.name));
    m_runs = qEnvironmentVariable("FILM_FUZZ_RUNS").toULongLong();
    m_seed = std::max<quint64>(1, qEnvironmentVariable("FILM_FUZZ_SEED").toULongLong());
}

template<typename Run>
void TestFuzzProtocol::repeat(Run run) const
{
    constexpr qint64 enoughMs = 1'000;
    QElapsedTimer timer;
    timer.start();
    for (quint64 i = 0; m_runs == 0 ? timer.elapsed() < enoughMs : i < m_runs; ++i) {
        const quint64 seed = m_seed + i;
        SeededRandom random(seed);
        QVERIFY2(run(random), qPrintable(u"FILM_FUZZ_SEED=%1 FILM_FUZZ_RUNS=1"_s.arg(seed)));
    }
}

void TestFuzzProtocol::damagedMessagesAreRefusedOrMeanOneThing()
{
    repeat([this](RandomSource &random) {
        const golden::Vector &kind = m_corpus[random.below(m_corpus.size())];
        const QByteArray &other = m_corpus[random.below(m_corpus.size())].bytes;
        QByteArray bytes = kind.bytes;
        for (quint64 left = 1 + random.below(4); left > 0; --left)
            damage(bytes, other, random);
        bytes.squeeze();
        return isSettled(kind, bytes);
    });
}

void TestFuzzProtocol::damagedStatesAreRefusedOrMeanOneThing()
{
    repeat([](RandomSource &random) {
        QByteArray groups = encodeGroups(samples::groups(random));
        QByteArray states = encodeEntities(samples::entities(random));
        const QByteArray lender = groups;
        damage(groups, states, random);
        damage(states, lender, random);
        const auto groupsRead = decodeGroups(groups);
        const auto statesRead = decodeEntities(states);
        // Nothing in these may be passed over, but for states that are missing altogether.
        return (!groupsRead || encodeGroups(*groupsRead) == groups)
            && (!statesRead || states.isEmpty() || encodeEntities(*statesRead) == states);
    });
}

void TestFuzzProtocol::noiseIsRefusedOrMeansOneThing()
{
    repeat([this](RandomSource &random) {
        QByteArray bytes(static_cast<qsizetype>(random.below(200)), '\0');
        random.fill(std::span(reinterpret_cast<quint8 *>(bytes.data()), size_t(bytes.size())));
        return isSettled(m_corpus[random.below(m_corpus.size())], bytes);
    });
}

QTEST_APPLESS_MAIN(TestFuzzProtocol)
#include "tst_fuzz_protocol.moc"
