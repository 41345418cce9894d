#include "app/engine/joiner.h"

#include "app/engine/endpoint.h"
#include "shared/protocol/limits.h"

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

ErrorCode codeOf(protocol::JoinNo::Code code)
{
    using Code = protocol::JoinNo::Code;
    switch (code) {
    case Code::UnknownCode: return ErrorCode::NotFound;
    case Code::UsedCode: return ErrorCode::AlreadyExists;
    case Code::ExpiredCode: return ErrorCode::Expired;
    case Code::Busy: return ErrorCode::Busy;
    case Code::Version: return ErrorCode::ProtocolViolation;
    }
    return ErrorCode::ProtocolViolation;
}

// The server could hand out anything; what we keep must be about a key of this device and proven.
Result<protocol::Joined> checked(const protocol::Joined &joined, const protocol::PublicKey &own,
                                 const std::vector<protocol::KnownKey> &known)
{
    const protocol::DeviceCertificate &certificate = joined.certificate;
    const bool proven = sync::Ed25519Verifier().verify(
        joined.authorityKey, protocol::certificateBytes(certificate), certificate.signature);
    const bool isOurs = certificate.deviceKey == own
        || std::ranges::find(known, certificate.deviceKey, &protocol::KnownKey::key) != known.end();
    if (!proven || !isOurs || certificate.production.isNull() || certificate.device.isNull()
        || certificate.user.isNull())
        return fail(ErrorCode::ProtocolViolation, u"the certificate is not for this device"_s);
    return joined;
}

} // namespace

Joiner::Joiner(const Request &request, const sync::Signer &signer, Done done, QObject *parent)
    : QObject(parent)
    , m_deviceKey(signer.publicKey())
    , m_known(request.known)
    , m_done(std::move(done))
{
    connect(&m_socket, &QWebSocket::connected, this,
            [this, request, &signer] { sendRequest(request, signer); });
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, &Joiner::take);
    connect(&m_socket, &QWebSocket::disconnected, this,
            [this] { finish(fail(ErrorCode::Offline, u"the server cannot be reached"_s)); });
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { finish(fail(ErrorCode::Timeout, u"the server did not answer"_s)); });
    m_deadline.start(protocol::limits::connectTimeout);
    openSocket(m_socket, request.endpoint);
}

void Joiner::sendRequest(const Request &request, const sync::Signer &signer)
{
    protocol::Join join;
    join.code = request.code;
    join.deviceKey = m_deviceKey;
    join.deviceName = request.deviceName;
    join.proof = signer.sign(sync::joinBytes(request.code));
    join.known = m_known;
    m_socket.sendBinaryMessage(protocol::encodeFrame({1, join}));
}

void Joiner::take(const QByteArray &bytes)
{
    const auto frame =
        protocol::decodeFrame(bytes, protocol::Sender::Server, protocol::limits::frameBytesMax);
    if (!frame)
        return finish(fail(frame.error()));
    if (const auto *joined = std::get_if<protocol::Joined>(&frame->message))
        return finish(checked(*joined, m_deviceKey, m_known));
    if (const auto *no = std::get_if<protocol::JoinNo>(&frame->message))
        return finish(fail(codeOf(no->code), u"the server refused the invite code"_s));
    finish(fail(ErrorCode::ProtocolViolation, u"no answer to a join request"_s));
}

void Joiner::finish(Result<protocol::Joined> result)
{
    if (!m_done)
        return;
    m_deadline.stop();
    const Done done = std::exchange(m_done, nullptr);
    m_socket.close();
    done(std::move(result));
}

} // namespace film::app
