#pragma once

#include "shared/base/clock.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace film::server {

// A key that signs access tokens. Next until it starts, current until it retires, retired until
// what it signed last has expired.
struct TokenKey {
    QString id; // `kid`
    QByteArray publicPem;
    QByteArray privatePem; // empty where nothing is signed
    Instant starts{};
    Instant retires{};
    Instant ends{};
};

// The keys of one moment, as a value. The newest first.
class KeyRing
{
public:
    KeyRing() = default;
    explicit KeyRing(std::vector<TokenKey> keys)
        : m_keys(std::move(keys))
    {}

    [[nodiscard]] const std::vector<TokenKey> &keys() const { return m_keys; }
    // The current key; of two the newer one. Null if there is none.
    [[nodiscard]] const TokenKey *signingKey(Instant now) const;
    // Null for an id that is not known, and for a key that may not have signed anything that still
    // counts. `leeway` for the clock of the server that signed.
    [[nodiscard]] const TokenKey *verifyingKey(QStringView id, Instant now,
                                               std::chrono::seconds leeway) const;
    // What others verify with, and what they will verify with soon: RFC 7517, 5.
    [[nodiscard]] QByteArray jwks(Instant now) const;

private:
    std::vector<TokenKey> m_keys;
};

} // namespace film::server
