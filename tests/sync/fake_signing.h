#pragma once

#include "shared/base/hash.h"
#include "shared/sync/signing.h"

namespace film::simulation {

// Signatures that cost little: a hash of the public key and the message. Nobody in the simulation
// lies, so all they must do is break when bytes are mixed up.
class FakeSigner final : public sync::Signer
{
public:
    explicit FakeSigner(const protocol::PublicKey &key)
        : m_key(key)
    {}
    [[nodiscard]] static protocol::Signature of(const protocol::PublicKey &key,
                                                QByteArrayView message)
    {
        protocol::Signature signature{};
        // Any other seed than 0 is mixed with one that each process draws: the bytes, packed into
        // frames, would be of another length each time, and a slow link's world another one.
        const size_t low = qHashBits(message.data(), size_t(message.size()), 0);
        QByteArray both(reinterpret_cast<const char *>(key.data()), qsizetype(key.size()));
        both.append(QByteArrayView(reinterpret_cast<const char *>(&low), sizeof low));
        const size_t high = qHashBits(both.data(), size_t(both.size()), 0);
        std::memcpy(signature.data(), &low, sizeof low);
        std::memcpy(signature.data() + sizeof low, &high, sizeof high);
        return signature;
    }
    [[nodiscard]] protocol::Signature sign(QByteArrayView message) const override
    {
        return of(m_key, message);
    }
    [[nodiscard]] protocol::PublicKey publicKey() const override { return m_key; }

private:
    protocol::PublicKey m_key;
};

class FakeVerifier final : public sync::Verifier
{
public:
    [[nodiscard]] bool verify(const protocol::PublicKey &key, QByteArrayView message,
                              const protocol::Signature &signature) const override
    {
        return FakeSigner::of(key, message) == signature;
    }
};

} // namespace film::simulation
