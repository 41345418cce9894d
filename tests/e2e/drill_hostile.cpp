// K8: peers that do nothing, do not read, or mean it badly, while others work.

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
        , m_plain(int(honest + slow), options, report)
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
    int m_badFrames = 0;
};

} // namespace

void drillHostile(const DrillOptions &options, DrillReport &report)
{
    HostileDrill(options, report).run();
}

} // namespace film::e2e
