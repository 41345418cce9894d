#pragma once

#include "server/identity/key_ring.h"
#include "server/identity/secret_box.h"
#include "shared/store/account_repository.h"

namespace film::server {

struct KeyPolicy {
    std::chrono::hours signs = std::chrono::days(30);
    // Published before it signs, longer than anybody keeps a key set.
    std::chrono::hours announced = std::chrono::days(1);
    // A retired key is known for so long: the life of what it signed last, the leeway, and the
    // time in which another server notices that it is retired.
    std::chrono::minutes knownAfter{30};
};

// The keys in the database, the private parts sealed with the server's key. Each server calls
// ring() now and then: the first who sees that a key is wanted makes it, for all.
class SigningKeys
{
public:
    SigningKeys(store::Database &database, const SecretBox &box, RandomSource &random,
                KeyPolicy policy)
        : m_repository(database)
        , m_box(box)
        , m_random(random)
        , m_policy(policy)
    {}

    // All that count, with one that signs now and, in time, the next. StoreCorrupt if the private
    // parts are sealed with another server's key.
    [[nodiscard]] Result<KeyRing> ring(Instant now);
    // A new key signs at once; what the old ones signed counts until it expires.
    [[nodiscard]] Result<> rotate(Instant now);
    // After a key was lost to somebody: nothing that it signed counts any more.
    [[nodiscard]] Result<> withdraw(const QString &id, Instant now);

private:
    [[nodiscard]] Result<bool> add(qint64 generation, Instant starts);
    [[nodiscard]] Result<bool> addWanted(const std::vector<store::SigningKeyRow> &rows,
                                         Instant now);
    [[nodiscard]] Result<KeyRing> opened(const std::vector<store::SigningKeyRow> &rows,
                                         Instant now);

    store::AccountRepository m_repository;
    const SecretBox &m_box;
    RandomSource &m_random;
    const KeyPolicy m_policy;
};

} // namespace film::server
