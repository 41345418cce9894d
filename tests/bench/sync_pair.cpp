#include "tests/bench/sync_pair.h"

#include "shared/protocol/limits.h"
#include "shared/sync/hello_check.h"

#include <QThread>

namespace film::bench {

using namespace Qt::StringLiterals;
using sync::ClientSession;
using sync::ServerSession;
namespace limits = protocol::limits;

namespace {

constexpr Seconds patience{120.0};
constexpr unsigned long timerStepMs = 1;

template<typename Value, typename Make>
ServerSession::Event readEvent(Result<Value> read, Make make)
{
    if (!read)
        return ServerSession::ReadFailed{};
    return make(std::move(*read));
}

} // namespace

SyncPair::SyncPair(sync::ServerStorage &serverStorage, sync::ClientStorage &clientStorage,
                   const BenchDevice &device)
    : m_serverStorage(serverStorage)
    , m_device(device)
    , m_replica(clientStorage)
    , m_server(SessionId(m_random.bytes<16>()), m_verifier)
    , m_client(u"bench"_s, device.token, {*device.signer, m_verifier}, m_random)
{}

Result<> SyncPair::run()
{
    if (const Result<> started = m_replica.startStream(StreamId(m_random.bytes<16>())); !started)
        return started;
    const Stopwatch watch;
    m_events.emplace_back(ClientSession::Event(ClientSession::Start{}));
    while (!m_client.status().complete && !m_failure) {
        if (watch.elapsed() > patience)
            return fail(ErrorCode::Timeout, u"the device did not get everything"_s);
        if (m_events.empty()) {
            waitForTimers();
            continue;
        }
        const Event event = std::move(m_events.front());
        m_events.pop_front();
        std::visit([this](const auto &each) { feed(each); }, event);
    }
    return m_failure ? Result<>(fail(*m_failure)) : Result<>();
}

// Nothing is on its way: one of the sessions waits for the clock.
void SyncPair::waitForTimers()
{
    QThread::msleep(timerStepMs);
    m_events.emplace_back(ClientSession::Event(ClientSession::Tick{}));
    m_events.emplace_back(ServerSession::Event(ServerSession::Tick{}));
}

void SyncPair::feed(const ServerSession::Event &event)
{
    const Stopwatch watch;
    for (const ServerSession::Effect &effect : m_server.step(m_clock.now(), event))
        perform(effect);
    m_serverTime += watch.elapsed();
}

void SyncPair::feed(const ClientSession::Event &event)
{
    const Stopwatch watch;
    for (const ClientSession::Effect &effect : m_client.step(m_clock.now(), event))
        perform(effect);
    m_clientTime += watch.elapsed();
}

void SyncPair::perform(const ServerSession::Effect &effect)
{
    const ProductionId production = m_device.author.production;
    const auto answer = [this](ServerSession::Event event) {
        m_events.emplace_back(std::move(event));
    };
    if (const auto *frame = std::get_if<ServerSession::SendFrame>(&effect)) {
        m_bytesReceived += frame->bytes.size();
        m_events.emplace_back(ClientSession::Event(ClientSession::FrameReceived{frame->bytes}));
    } else if (const auto *close = std::get_if<ServerSession::CloseSocket>(&effect)) {
        m_failure = Error{ErrorCode::ProtocolViolation, close->reason};
    } else if (const auto *hello = std::get_if<ServerSession::CheckHello>(&effect)) {
        answer(ServerSession::HelloChecked{
            sync::checkHello(m_serverStorage, hello->hello, m_clock.now())});
    } else if (const auto *page = std::get_if<ServerSession::ReadPage>(&effect)) {
        answer(readEvent(m_serverStorage.page(production, page->wanted),
                         [](auto rows) { return ServerSession::PageArrived{std::move(rows)}; }));
    } else if (const auto *rows = std::get_if<ServerSession::ReadRows>(&effect)) {
        answer(readEvent(m_serverStorage.rows(production, rows->wanted),
                         [](auto read) { return ServerSession::RowsArrived{std::move(read)}; }));
    } else if (std::holds_alternative<ServerSession::ReadCheckpoint>(effect)) {
        answer(readEvent(m_serverStorage.checkpoint(production, m_server.visibility()),
                         [](auto read) { return ServerSession::CheckpointArrived{read}; }));
    }
}

void SyncPair::perform(const ClientSession::Effect &effect)
{
    const auto answer = [this](ClientSession::Event event) {
        m_events.emplace_back(std::move(event));
    };
    if (std::holds_alternative<ClientSession::OpenSocket>(effect)) {
        m_events.emplace_back(ServerSession::Event(ServerSession::Opened{}));
        answer(ClientSession::SocketOpened{});
    } else if (const auto *frame = std::get_if<ClientSession::SendFrame>(&effect)) {
        m_events.emplace_back(ServerSession::Event(ServerSession::FrameReceived{frame->bytes}));
    } else if (const auto *close = std::get_if<ClientSession::CloseSocket>(&effect)) {
        m_failure = Error{ErrorCode::ProtocolViolation, close->reason};
    } else if (const auto *run = std::get_if<ClientSession::RunTransaction>(&effect)) {
        answer(ClientSession::TransactionDone{m_replica.run(run->request)});
    }
}

} // namespace film::bench
