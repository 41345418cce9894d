#include "shared/base/hash.h"

#include <openssl/evp.h>

#include <cstdlib>
#include <memory>

namespace film {

namespace {

// Qt's own SHA-256 is plain C, OpenSSL's uses the processor's instructions for it, and a synced
// entry is hashed half a dozen times (docs/performance.md). What OpenSSL needs for one is kept from
// call to call.
class Sha256
{
public:
    void add(QByteArrayView part)
    {
        check(EVP_DigestUpdate(m_context.get(), part.data(), static_cast<size_t>(part.size())));
    }
    void start() { check(EVP_DigestInit_ex(m_context.get(), m_algorithm.get(), nullptr)); }
    std::array<quint8, Hash32::byteCount> result()
    {
        std::array<quint8, Hash32::byteCount> bytes{};
        check(EVP_DigestFinal_ex(m_context.get(), bytes.data(), nullptr));
        return bytes;
    }

private:
    struct Free {
        void operator()(EVP_MD *algorithm) const { EVP_MD_free(algorithm); }
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };

    // Without memory, or on a machine whose OpenSSL has no SHA-256, nothing can go on.
    static void check(int succeeded)
    {
        if (succeeded != 1)
            std::abort();
    }

    std::unique_ptr<EVP_MD, Free> m_algorithm{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    std::unique_ptr<EVP_MD_CTX, Free> m_context{EVP_MD_CTX_new()};
};

} // namespace

std::optional<Hash32> Hash32::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() != byteCount)
        return std::nullopt;
    Hash32 hash;
    std::memcpy(hash.m_bytes.data(), bytes.data(), byteCount);
    return hash;
}

Hash32 sha256(std::initializer_list<QByteArrayView> parts)
{
    thread_local Sha256 hash;
    hash.start();
    for (const QByteArrayView part : parts)
        hash.add(part);
    return Hash32(hash.result());
}

} // namespace film
