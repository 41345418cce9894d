#include "tests/e2e/plain_device.h"

#include "shared/protocol/limits.h"

#include <QWebSocketHandshakeOptions>

#include <algorithm>

namespace film::e2e {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr int entriesOfBatch = 2;
constexpr milliseconds soon{20};
constexpr milliseconds signsInterval{5'000};

} // namespace

PlainDevice::PlainDevice(World &world, bench::BenchDevice &device, Return manner)
    : m_world(world)
    , m_device(device)
    , m_manner(manner)
{
    m_again.setSingleShot(true);
    m_resend.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] { open(); });
    connect(&m_resend, &QTimer::timeout, this, [this] { sendBatch(); });
    connect(&m_signs, &QTimer::timeout, this, [this] { lookForSigns(); });
    connect(&m_socket, &QWebSocket::connected, this, [this] { greet(); });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] { closed(); });
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &bytes) { read(bytes); });
    // A refused connection is not followed by `disconnected`.
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, [this] {
        if (m_socket.state() == QAbstractSocket::UnconnectedState)
            closed();
    });
}

// The socket says goodbye while it is destroyed; nobody may come back then.
PlainDevice::~PlainDevice()
{
    close();
}

void PlainDevice::open()
{
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"filmtracker.sync.v1"_s});
    m_socket.open(m_world.url, options);
}

void PlainDevice::close()
{
    m_isLive = false;
    m_socket.disconnect(this);
    m_socket.abort();
    m_again.stop();
    m_resend.stop();
    m_signs.stop();
}

void PlainDevice::greet()
{
    ++m_greetings;
    m_heardAt.start();
    if (m_isWatchful)
        m_signs.start(signsInterval);
    const auto head = m_world.head();
    if (!head)
        return m_socket.abort();
    m_socket.sendBinaryMessage(protocol::encodeFrame({1, bench::helloOf(m_device, *head)}));
}

void PlainDevice::read(const QByteArray &bytes)
{
    m_heardAt.start();
    const auto frame =
        protocol::decodeFrame(bytes, protocol::Sender::Server, protocol::limits::frameBytesMax);
    if (!frame)
        return m_socket.abort();
    if (std::holds_alternative<protocol::HelloOk>(frame->message)) {
        m_isLive = true;
        m_liveSince.start();
        sendBatch();
    } else if (const auto *no = std::get_if<protocol::HelloNo>(&frame->message)) {
        ++m_refusedGreetings;
        m_leastPause = milliseconds(no->retryMs);
    } else if (const auto *ack = std::get_if<protocol::Ack>(&frame->message)) {
        acknowledge(*ack);
    } else if (std::holds_alternative<protocol::Pong>(frame->message)) {
        ++m_answers;
        ask();
    } else if (const auto *nack = std::get_if<protocol::Nack>(&frame->message)) {
        m_resend.start(m_manner == Return::AtOnce ? soon : milliseconds(nack->retryMs));
    } else if (std::holds_alternative<protocol::GoAway>(frame->message)) {
        ++m_goneAway;
    } else if (const auto *delta = std::get_if<protocol::Delta>(&frame->message)) {
        takeNews(delta->to);
    } else if (const auto *same = std::get_if<protocol::Checkpoint>(&frame->message)) {
        takeNews(same->sequence);
    }
}

void PlainDevice::takeNews(quint64 to)
{
    m_newsTo = to;
    if (m_isWatchful)
        m_socket.sendBinaryMessage(protocol::encodeFrame({0, protocol::Credit{1, 0, to}}));
}

void PlainDevice::acknowledge(const protocol::Ack &ack)
{
    for (const protocol::MutationResult &result : ack.results) {
        m_acknowledged += m_missing.erase(result.mutation);
        m_ownRow = std::max(m_ownRow, result.sequence);
    }
    if (!m_missing.empty() || m_open.envelopes.empty())
        return;
    m_longestWaitMs = longestWaitMs();
    m_open = {};
    if (m_isWriting)
        nextBatch();
}

void PlainDevice::setWriting(bool writes)
{
    m_isWriting = writes;
    if (writes && m_open.envelopes.empty())
        nextBatch();
}

void PlainDevice::setAsking(bool asks)
{
    m_isAsking = asks;
    ask();
}

void PlainDevice::beWatchful()
{
    m_isWatchful = true;
}

qint64 PlainDevice::longestWaitMs() const
{
    return m_open.envelopes.empty() ? m_longestWaitMs
                                    : std::max(m_longestWaitMs, m_writtenAt.elapsed());
}

void PlainDevice::lookForSigns()
{
    if (m_heardAt.hasExpired(milliseconds(protocol::limits::clientSilenceMax).count())) {
        ++m_givenUp;
        m_socket.abort();
    } else if (m_isLive
               && m_heardAt.hasExpired(milliseconds(protocol::limits::pingInterval).count())) {
        m_socket.sendBinaryMessage(protocol::encodeFrame({0, protocol::Ping{m_answers, 0, 0, 0}}));
    }
}

void PlainDevice::ask()
{
    if (m_isLive && m_isAsking)
        m_socket.sendBinaryMessage(protocol::encodeFrame({0, protocol::Ping{m_answers, 0, 0, 0}}));
}

void PlainDevice::nextBatch()
{
    std::vector<sync::SealedEnvelope> written;
    for (int i = 0; i < entriesOfBatch; ++i)
        written.push_back(m_world.workload.nextDay(m_device).sealed);
    for (const sync::SealedEnvelope &one : written) {
        m_missing.insert(one.envelope.mutation);
        m_world.ledger.add(one.envelope.mutation.toString());
    }
    m_open = bench::segmentOf(m_device, written);
    m_writtenAt.start();
    sendBatch();
}

void PlainDevice::sendBatch()
{
    if (m_isLive && !m_open.envelopes.empty())
        m_socket.sendBinaryMessage(protocol::encodeFrame({0, protocol::Push{++m_batch, {m_open}}}));
}

void PlainDevice::closed()
{
    const bool wasSteady = m_isLive
        && m_liveSince.hasExpired(milliseconds(protocol::limits::backoffResetAfterLive).count());
    if (wasSteady)
        m_attempts = 0;
    m_isLive = false;
    m_resend.stop();
    m_signs.stop();
    if (!m_again.isActive())
        m_again.start(pause());
}

milliseconds PlainDevice::pause()
{
    if (m_manner == Return::AtOnce)
        return soon;
    const auto upTo = [this](milliseconds most) {
        return milliseconds(m_world.random.below(quint64(most.count()) + 1));
    };
    if (m_leastPause > 0ms)
        return std::exchange(m_leastPause, 0ms) + upTo(protocol::limits::backoffStart);
    const int doublings = std::min(m_attempts++, 6);
    return upTo(std::min<milliseconds>(protocol::limits::backoffMax,
                                       protocol::limits::backoffStart * (1 << doublings)));
}

} // namespace film::e2e
