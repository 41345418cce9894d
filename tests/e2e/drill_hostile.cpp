// K8: peers that do nothing, do not read, or mean it badly, while others work.

#include "tests/e2e/impostor.h"
#include "tests/e2e/plain_stage.h"
#include "tests/support/raw_peer.h"

#include "shared/protocol/messages.h"

namespace film::e2e {

using namespace Qt::StringLiterals;
using test::packedFrame;
using test::RawPeer;

namespace {

constexpr size_t honest = 3;
constexpr size_t slow = 20;
constexpr size_t robbed = honest + slow; // a device of which everything but its key is known
constexpr size_t thief = robbed + 1;     // a device of the same production that means it badly
// What the server may keep for each: of one that does nothing a socket, of one that does not read
// a full buffer in each direction (server/net/net_limits.h) as Qt holds them.
constexpr qint64 idleKibibytes = 16;
constexpr qint64 slowKibibytes = 4 * 1024;
constexpr qint64 othersKibibytes = 32 * 1024;
constexpr int stepMs = 10;
constexpr qint64 mebibyte = 1024 * 1024;

class HostileDrill
{
public:
    HostileDrill(const DrillOptions &options, DrillReport &report)
        : m_options(options)
        , m_report(report)
        , m_plain(int(thief + 1), options, report)
    {}

    void run()
    {
        if (!m_plain.isReady())
            return;
        m_plain.startServer({});
        for (size_t i = 0; i < honest; ++i) {
            m_honest.push_back(std::make_unique<PlainDevice>(m_plain.world(), m_plain.device(i),
                                                             PlainDevice::Return::AtOnce));
            m_honest.back()->open();
            m_honest.back()->setWriting(true);
        }
        servesOthers(u"before"_s);
        m_before = residentMebibytes(m_plain.stage().serverProcessId());
        connectIdle();
        servesOthers(u"among idle ones"_s);
        ask();
        servesOthers(u"among those who do not read"_s);
        for (int i = 0; i < m_options.pick(10, 100); ++i)
            sendBadFrames();
        servesOthers(u"among bad frames"_s);
        replay();
        forge();
        servesOthers(u"among impostors"_s);
        finish();
    }

private:
    // Each of the honest ones gets something acknowledged from now on.
    void servesOthers(const QString &when)
    {
        std::vector<quint64> before;
        for (const auto &device : m_honest)
            before.push_back(device->acknowledged());
        const bool goesOn = waitFor(
            [&] {
                for (size_t i = 0; i < honest; ++i) {
                    if (m_honest[i]->acknowledged() < before[i] + 4)
                        return false;
                }
                return true;
            },
            15'000);
        m_report.require(goesOn, u"nobody was served "_s + when);
        look();
    }
    void look()
    {
        m_highest = std::max(m_highest, residentMebibytes(m_plain.stage().serverProcessId()));
    }
    [[nodiscard]] std::unique_ptr<RawPeer> peer()
    {
        return std::make_unique<RawPeer>(m_plain.world().url);
    }

    // Half of them say the beginning of something.
    void connectIdle()
    {
        const int count = m_options.pick(500, 10'000);
        for (int i = 0; i < count; ++i) {
            m_idle.push_back(peer());
            if (m_idle.back()->isConnected() && i % 2 == 0)
                m_idle.back()->socket.write("GET /sync/v1 HTTP/1.1\r\nHost: x\r\n");
            if (i % 100 == 0)
                static_cast<void>(waitFor([] { return false; }, stepMs));
        }
        m_report.figure(u"idle peers"_s, count);
    }

    // Greeted as devices they ask and ask, and never read an answer.
    void ask()
    {
        const QByteArray ping = RawPeer::frame(protocol::encodeFrame({0, protocol::Ping{}}));
        const QByteArray many = ping.repeated(5'000);
        for (size_t i = 0; i < slow; ++i) {
            m_slow.push_back(peer());
            if (!m_slow.back()->upgrade())
                continue;
            m_slow.back()->socket.write(
                RawPeer::frame(protocol::encodeFrame({0, helloOf(m_plain.device(honest + i))})));
        }
        for (int round = 0; round < m_options.pick(30, 300); ++round) {
            for (const auto &each : m_slow) {
                if (each->socket.bytesToWrite() < mebibyte)
                    each->socket.write(many);
            }
            static_cast<void>(waitFor([] { return false; }, stepMs));
            look();
        }
        const auto sentAway = std::ranges::count_if(m_slow, [](const auto &each) {
            return each->socket.state() != QAbstractSocket::ConnectedState;
        });
        m_report.figure(u"peers that do not read"_s, qint64(m_slow.size()));
        m_report.figure(u"of these sent away meanwhile"_s, sentAway);
    }
    [[nodiscard]] protocol::Hello helloOf(const bench::BenchDevice &device) const
    {
        protocol::Hello hello;
        hello.app = u"drill"_s;
        hello.production = device.author.production;
        hello.device = device.record.device;
        hello.stream = device.author.stream;
        hello.token = device.token;
        return hello;
    }

    // Too large, packed too well, of somebody unknown, signed by nobody, no message at all.
    void sendBadFrames()
    {
        protocol::Hello unknown = helloOf(m_plain.device(0));
        unknown.production = ProductionId(m_plain.random().bytes<16>());
        protocol::Hello forged = helloOf(m_plain.device(0));
        forged.token = QByteArray(32, 'x');
        const QByteArray zeros(40 * mebibyte, '\0');
        const std::vector<QByteArray> frames{
            RawPeer::frame(QByteArray(mebibyte + 1, 'x')),
            RawPeer::frame(packedFrame(2, quint32(zeros.size()), zeros)),
            RawPeer::frame(packedFrame(2, 1'000, zeros)),
            RawPeer::frame(protocol::encodeFrame({0, unknown})),
            RawPeer::frame(protocol::encodeFrame({0, forged})),
            RawPeer::frame(QByteArray("\xff\xff\xff\xff")),
        };
        for (const QByteArray &frame : frames) {
            const auto bad = peer();
            if (!bad->upgrade())
                continue;
            bad->socket.write(frame);
            m_report.require(bad->isClosed(15'000), u"a bad frame was accepted"_s);
            ++m_badFrames;
            look();
        }
    }

    // What somebody has recorded is said again: greeting and changes of a device, on connections of
    // their own and while the device itself is there.
    void replay()
    {
        bench::BenchDevice &device = m_plain.device(robbed);
        const protocol::Hello hello = helloOf(device);
        m_recorded = segmentOf(device, 2);
        for (const MutationId &mutation : mutationsOf(m_recorded))
            m_plain.ledger().add(mutation.toString());
        Impostor itself;
        m_report.require(itself.greet(m_plain.world().url, hello), u"a device was not greeted"_s);
        const auto first = itself.ask<protocol::Ack>(protocol::Push{1, {m_recorded}});
        m_report.require(first && isAllApplied(*first), u"a device was not served"_s);
        if (!first)
            return;
        for (int i = 0; i < 3; ++i) {
            Impostor again;
            m_report.require(again.greet(m_plain.world().url, hello),
                             u"a copy of a device was not greeted"_s);
            m_report.require(itself.isSentAway() || i > 0, u"a stream was open twice"_s);
            const auto same = again.ask<protocol::Ack>(protocol::Push{7, {m_recorded}});
            m_report.require(same && same->results == first->results,
                             u"what was said again was not answered out of the log"_s);
            again.say(hello); // and once more, in the middle
            m_report.require(again.isSentAway(), u"a second greeting was taken"_s);
            m_impostures += 2;
        }
    }

    // Nothing that the robbed device has not signed is taken in its name.
    void forge()
    {
        bench::BenchDevice &device = m_plain.device(robbed);
        bench::BenchDevice &other = m_plain.device(thief);
        const protocol::Segment fresh = segmentOf(device, 2);
        std::vector<protocol::Segment> forged;
        const auto add = [&forged, &fresh](auto change) {
            forged.push_back(fresh);
            change(forged.back());
        };
        add([](protocol::Segment &one) { flip(one.envelopes[1]); });
        add([](protocol::Segment &one) { // with a head that fits
            flip(one.envelopes[1]);
            one.head = sha256(one.envelopes[1]);
        });
        add([](protocol::Segment &one) { one.signature[7] = quint8(one.signature[7] ^ 1); });
        add([](protocol::Segment &one) { ++one.firstSequence; });
        add([&other](protocol::Segment &one) { one.stream = other.author.stream; });
        add([this](protocol::Segment &one) { one.signature = m_recorded.signature; });
        add([](protocol::Segment &one) { // an honest beginning
            one.envelopes.pop_back();
            one.head = sha256(one.envelopes[0]);
        });
        add([](protocol::Segment &one) { std::swap(one.envelopes[0], one.envelopes[1]); });
        add([this, &other](protocol::Segment &one) { one.signature = signedBy(other, one); });
        Impostor impostor;
        m_report.require(impostor.greet(m_plain.world().url, helloOf(device)),
                         u"a copy of a device was not greeted"_s);
        quint64 batch = 0;
        for (const protocol::Segment &segment : forged) {
            const auto no = impostor.ask<protocol::Nack>(protocol::Push{++batch, {segment}});
            m_report.require(no && no->code == protocol::Nack::Code::BadSegment,
                             u"forged segment %1 was not refused"_s.arg(batch));
            ++m_impostures;
        }

        // In a name of its own, but with the other's changes: as they are, and signed by itself.
        Impostor own;
        m_report.require(own.greet(m_plain.world().url, helloOf(other)),
                         u"a device was not greeted"_s);
        const auto no = own.ask<protocol::Nack>(protocol::Push{1, {fresh}});
        m_report.require(no && no->code == protocol::Nack::Code::BadSegment,
                         u"another device's segment was taken"_s);
        protocol::Segment taken = fresh;
        taken.signature = signedBy(other, taken);
        const auto aside = own.ask<protocol::Ack>(protocol::Push{2, {taken}});
        m_report.require(aside && std::ranges::all_of(aside->results, isQuarantined),
                         u"another device's changes were taken"_s);
        m_impostures += 2;
        const std::multiset<QString> log = m_plain.stage().serverLog();
        for (const MutationId &mutation : mutationsOf(fresh))
            m_report.require(!log.contains(mutation.toString()),
                             u"a forged change is in the log"_s);

        // What others have tried with them does the robbed device's changes no harm.
        for (const MutationId &mutation : mutationsOf(fresh))
            m_plain.ledger().add(mutation.toString());
        const auto real = impostor.ask<protocol::Ack>(protocol::Push{++batch, {fresh}});
        m_report.require(real && isAllApplied(*real), u"what was forged cannot be said any more"_s);
    }
    [[nodiscard]] protocol::Segment segmentOf(bench::BenchDevice &device, int entries)
    {
        return m_plain.workload().nextSegment(device, entries);
    }
    [[nodiscard]] protocol::Signature signedBy(const bench::BenchDevice &device,
                                               const protocol::Segment &segment) const
    {
        return device.signer->sign(sync::segmentBytes(device.author.production, segment));
    }
    [[nodiscard]] static std::vector<MutationId> mutationsOf(const protocol::Segment &segment)
    {
        std::vector<MutationId> mutations;
        for (const QByteArray &bytes : segment.envelopes) {
            if (const auto envelope = protocol::decodeEnvelope(bytes))
                mutations.push_back(envelope->mutation);
        }
        return mutations;
    }
    static void flip(QByteArray &bytes) { bytes.back() = char(bytes.back() ^ 1); }
    [[nodiscard]] static bool isAllApplied(const protocol::Ack &ack)
    {
        return ack.results.size() == 2
            && std::ranges::all_of(ack.results, [](const protocol::MutationResult &result) {
                   return result.outcome == protocol::Outcome::Applied;
               });
    }
    [[nodiscard]] static bool isQuarantined(const protocol::MutationResult &result)
    {
        return result.outcome == protocol::Outcome::Quarantined && result.sequence == 0;
    }

    void finish()
    {
        for (const auto &device : m_honest)
            device->setWriting(false);
        m_report.require(waitFor(
                             [this] {
                                 return std::ranges::all_of(m_honest, [](const auto &device) {
                                     return device->hasAllAcknowledged();
                                 });
                             },
                             30'000),
                         u"not everything was acknowledged"_s);
        const qint64 bound = (othersKibibytes + qint64(m_slow.size()) * slowKibibytes
                              + qint64(m_idle.size()) * idleKibibytes)
            / 1024;
        m_report.figure(u"bad frames"_s, m_badFrames);
        m_report.figure(u"impostures"_s, m_impostures);
        m_report.figure(u"MiB of the server before"_s, m_before);
        m_report.figure(u"MiB at most"_s, m_highest);
        m_report.figure(u"MiB more allowed"_s, bound);
        m_report.require(m_before > 0 && m_highest - m_before <= bound,
                         u"the server's memory has grown too much"_s);
        checkLedger(m_plain.stage(), m_plain.ledger(), m_report);
    }

    const DrillOptions &m_options;
    DrillReport &m_report;
    PlainStage m_plain;
    std::vector<std::unique_ptr<PlainDevice>> m_honest;
    std::vector<std::unique_ptr<RawPeer>> m_idle;
    std::vector<std::unique_ptr<RawPeer>> m_slow;
    qint64 m_before = 0;
    qint64 m_highest = 0;
    protocol::Segment m_recorded; // of the robbed device, and in the log
    int m_badFrames = 0;
    int m_impostures = 0;
};

} // namespace

void drillHostile(const DrillOptions &options, DrillReport &report)
{
    HostileDrill(options, report).run();
}

} // namespace film::e2e
