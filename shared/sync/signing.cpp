#include "shared/sync/signing.h"

#include <QtEndian>

#include <sodium.h>

#include <cstdlib>

namespace film::sync {

namespace {

// Safe to call as often as one likes; libsodium is unusable if it fails, and so are we.
void needSodium()
{
    if (sodium_init() < 0)
        std::abort();
}

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

} // namespace

Ed25519Signer::Ed25519Signer(const SecretSeed &seed)
{
    needSodium();
    crypto_sign_seed_keypair(m_public.data(), m_secret.data(), seed.data());
}

Ed25519Signer::~Ed25519Signer()
{
    sodium_memzero(m_secret.data(), m_secret.size());
}

protocol::Signature Ed25519Signer::sign(QByteArrayView message) const
{
    protocol::Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, bytesOf(message),
                         static_cast<unsigned long long>(message.size()), m_secret.data());
    return signature;
}

bool Ed25519Verifier::verify(const protocol::PublicKey &key, QByteArrayView message,
                             const protocol::Signature &signature) const
{
    needSodium();
    return crypto_sign_verify_detached(signature.data(), bytesOf(message),
                                       static_cast<unsigned long long>(message.size()), key.data())
        == 0;
}

QByteArray segmentBytes(ProductionId production, const protocol::Segment &segment)
{
    const quint64 last = segment.firstSequence + static_cast<quint64>(segment.envelopes.size()) - 1;
    QByteArray bytes("seg1");
    bytes.append(production.view()).append(segment.stream.view());
    QByteArray number(8, Qt::Uninitialized);
    qToBigEndian(last, number.data());
    return bytes.append(number).append(segment.head.view());
}

QByteArray joinBytes(const QString &code)
{
    return QByteArray("join1").append(code.toUtf8());
}

QByteArray rejoinBytes(const QString &code, const protocol::PublicKey &asking)
{
    const QByteArrayView key(asking.data(), qsizetype(asking.size()));
    return QByteArray("again1").append(key).append(code.toUtf8());
}

QByteArray authBytes(SessionId session)
{
    return QByteArray("auth1").append(session.toByteArray());
}

} // namespace film::sync
