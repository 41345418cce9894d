#include "tests/sync/trace_peers.h"

#include "shared/sync/commit_batch.h"
#include "shared/sync/hello_check.h"
#include "shared/sync/scope_check.h"

namespace film::simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sync::ClientSession;
using sync::ServerSession;

TraceCast::TraceCast(Role role)
{
    SeededRandom random(2);
    production = ProductionId(random.bytes<16>());
    epoch = EpochId(random.bytes<16>());
    for (sync::DeviceRecord *record : {&device, &office}) {
        record->device = DeviceId(random.bytes<16>());
        record->user = UserId(random.bytes<16>());
        record->certificateEndsMs = 4'000'000'000'000;
    }
    device.key = signer.publicKey();
    device.tokenHash = sha256(token);
    device.role = role;
    device.person = PersonId(random.bytes<16>());
    office.role = Role::Administrator;
}

// ---- the server ----

TraceServer::TraceServer(const TraceCast &cast, std::function<void(const QByteArray &)> send)
    : m_cast(cast)
    , m_send(std::move(send))
    , m_storage(cast.production, cast.epoch, m_random)
{
    m_storage.setAuthority(std::make_unique<sync::Ed25519Signer>(sync::SecretSeed{3}));
    m_storage.addDevice(cast.device);
    m_storage.addDevice(cast.office);
}

void TraceServer::connected(Instant now)
{
    m_session = std::make_unique<ServerSession>(SessionId(m_random.bytes<16>()), *m_cast.verifier);
    step(now, ServerSession::Opened{});
}

void TraceServer::heard(Instant now, const QByteArray &frame)
{
    step(now, ServerSession::FrameReceived{frame});
}

void TraceServer::logged(Instant now, const QByteArray &envelope)
{
    m_now = now;
    sync::Submission submission;
    submission.bytes = envelope;
    submission.hash = sha256(envelope);
    submission.envelope = *protocol::decodeEnvelope(envelope);
    submission.author = m_cast.office;
    commit(0, {submission});
    if (m_session)
        step(now, ServerSession::HeadMoved{m_storage.currentHead().sequence});
}

void TraceServer::waited(Instant now)
{
    if (m_session)
        step(now, ServerSession::Tick{});
}

void TraceServer::lost(Instant now)
{
    step(now, ServerSession::SocketClosed{});
    m_session.reset();
}

void TraceServer::step(Instant now, Event event)
{
    m_now = now;
    m_events.push_back(std::move(event));
    while (!m_events.empty()) {
        const Event next = std::move(m_events.front());
        m_events.pop_front();
        for (const ServerSession::Effect &effect : m_session->step(now, next))
            perform(effect);
    }
}

void TraceServer::perform(const ServerSession::Effect &effect)
{
    const ProductionId production = m_cast.production;
    if (const auto *frame = std::get_if<ServerSession::SendFrame>(&effect)) {
        m_send(frame->bytes);
    } else if (const auto *close = std::get_if<ServerSession::CloseSocket>(&effect)) {
        m_closed << close->reason;
    } else if (const auto *hello = std::get_if<ServerSession::CheckHello>(&effect)) {
        m_events.emplace_back(
            ServerSession::HelloChecked{sync::checkHello(m_storage, hello->hello, m_now)});
    } else if (const auto *submit = std::get_if<ServerSession::SubmitBatch>(&effect)) {
        commit(submit->batch, submit->submissions);
    } else if (const auto *rows = std::get_if<ServerSession::ReadRows>(&effect)) {
        m_events.emplace_back(
            ServerSession::RowsArrived{*m_storage.rows(production, rows->wanted)});
    } else if (const auto *page = std::get_if<ServerSession::ReadPage>(&effect)) {
        m_events.emplace_back(
            ServerSession::PageArrived{*m_storage.page(production, page->wanted)});
    } else if (const auto *scope = std::get_if<ServerSession::ReadScope>(&effect)) {
        m_events.emplace_back(ServerSession::ScopeArrived{*sync::readScope(
            m_storage, production, m_cast.device.device, m_session->visibility(), scope->cursor)});
    } else if (std::holds_alternative<ServerSession::ReadCheckpoint>(effect)) {
        m_events.emplace_back(ServerSession::CheckpointArrived{
            *m_storage.checkpoint(production, m_session->visibility())});
    } else if (std::holds_alternative<ServerSession::ReadBuckets>(effect)) {
        m_events.emplace_back(
            ServerSession::BucketsArrived{*m_storage.buckets(production, m_session->visibility())});
    }
}

void TraceServer::commit(quint64 batch, const std::vector<sync::Submission> &submissions)
{
    const auto done =
        sync::commitBatch(m_storage, m_cast.production, submissions, m_now, m_random, m_memory);
    if (!done)
        m_closed << done.error().message;
    if (!done || batch == 0)
        return;
    m_events.emplace_back(ServerSession::BatchDecided{batch, done->results});
    m_events.emplace_back(ServerSession::HeadMoved{done->head});
}

// ---- the device ----

TraceDevice::TraceDevice(const TraceCast &cast, std::function<void(const QByteArray &)> send)
    : m_send(std::move(send))
    , m_session(u"filmtracker/0.1"_s, cast.token, {cast.signer, *cast.verifier}, m_random)
{
    sync::ClientMeta meta;
    meta.production = cast.production;
    meta.device = cast.device.device;
    meta.user = cast.device.user;
    meta.person = cast.device.person;
    meta.role = quint32(cast.device.role);
    meta.authorityKey = cast.authority.publicKey();
    m_storage.setInitialMeta(meta);
    static_cast<void>(m_replica.startStream(StreamId(SeededRandom(11).bytes<16>())));
}

void TraceDevice::connected(Instant now)
{
    if (status().phase == ClientSession::Phase::Off)
        step(now, ClientSession::Start{});
    else
        step(now, ClientSession::Tick{});
    step(now, ClientSession::SocketOpened{});
}

void TraceDevice::heard(Instant now, const QByteArray &frame)
{
    step(now, ClientSession::FrameReceived{frame});
}

// As an app of then has left it in the outbox: not written anew, or it would be of today.
void TraceDevice::saved(Instant now, const QByteArray &envelope)
{
    const auto read = protocol::decodeEnvelope(envelope);
    sync::OutboxRow row;
    row.mutation = read->mutation;
    row.entity = read->entity;
    row.stream = read->stream;
    row.sequence = read->sequence;
    row.envelope = envelope;
    row.hash = sha256(envelope);
    sync::ClientMeta meta = m_storage.committedMeta();
    meta.stream = read->stream;
    meta.streamSequence = read->sequence;
    meta.lastHash = row.hash;
    static_cast<void>(m_storage.begin());
    static_cast<void>(m_storage.appendOutbox(row));
    static_cast<void>(m_storage.setMeta(meta));
    static_cast<void>(m_storage.commit());
    step(now, ClientSession::LocalSaved{});
}

void TraceDevice::waited(Instant now)
{
    step(now, ClientSession::Tick{});
}

void TraceDevice::lost(Instant now)
{
    step(now, ClientSession::SocketClosed{1006});
}

void TraceDevice::step(Instant now, Event event)
{
    m_events.push_back(std::move(event));
    while (!m_events.empty()) {
        const Event next = std::move(m_events.front());
        m_events.pop_front();
        for (const ClientSession::Effect &effect : m_session.step(now, next))
            perform(effect);
    }
}

void TraceDevice::perform(const ClientSession::Effect &effect)
{
    if (const auto *frame = std::get_if<ClientSession::SendFrame>(&effect))
        m_send(frame->bytes);
    else if (const auto *close = std::get_if<ClientSession::CloseSocket>(&effect))
        m_closed << close->reason;
    else if (const auto *run = std::get_if<ClientSession::RunTransaction>(&effect))
        m_events.emplace_back(ClientSession::TransactionDone{m_replica.run(run->request)});
}

} // namespace film::simulation
