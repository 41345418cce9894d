#pragma once

#include "shared/protocol/messages.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace film::sync {

// Signatures as a port: real Ed25519 in the programs, something cheap in most simulated worlds.
class Signer
{
public:
    virtual ~Signer() = default;
    [[nodiscard]] virtual protocol::Signature sign(QByteArrayView message) const = 0;
    [[nodiscard]] virtual protocol::PublicKey publicKey() const = 0;
};

class Verifier
{
public:
    virtual ~Verifier() = default;
    [[nodiscard]] virtual bool verify(const protocol::PublicKey &key, QByteArrayView message,
                                      const protocol::Signature &signature) const = 0;
};

using SecretSeed = std::array<quint8, 32>;

// Ed25519 by libsodium.
class Ed25519Signer final : public Signer
{
public:
    explicit Ed25519Signer(const SecretSeed &seed);
    ~Ed25519Signer() override; // wipes the key
    Q_DISABLE_COPY_MOVE(Ed25519Signer)
    [[nodiscard]] protocol::Signature sign(QByteArrayView message) const override;
    [[nodiscard]] protocol::PublicKey publicKey() const override { return m_public; }

private:
    std::array<quint8, 64> m_secret{};
    protocol::PublicKey m_public{};
};

class Ed25519Verifier final : public Verifier
{
public:
    [[nodiscard]] bool verify(const protocol::PublicKey &key, QByteArrayView message,
                              const protocol::Signature &signature) const override;
};

// What a segment's signature is over: "seg1", production, stream, its last sequence, its head.
[[nodiscard]] QByteArray segmentBytes(ProductionId production, const protocol::Segment &segment);
// What a join request's proof is over: "join1" and the code.
[[nodiscard]] QByteArray joinBytes(const QString &code);
// What the proof of a key of an earlier join is over: "again1", the key that asks, the code. The
// key that asks is in it so that nobody else can pass the proof on as theirs.
[[nodiscard]] QByteArray rejoinBytes(const QString &code, const protocol::PublicKey &asking);
// What the proof of AUTH is over: "auth1" and the session of HELLO_OK.
[[nodiscard]] QByteArray authBytes(SessionId session);

} // namespace film::sync
