#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QThreadPool>

#include <atomic>
#include <chrono>
#include <functional>

namespace film::server {

// What one hash costs whoever guesses, and us.
struct HashCost {
    unsigned long long operations = 3;         // crypto_pwhash_OPSLIMIT_MODERATE
    size_t memoryBytes = 256ULL * 1024 * 1024; // crypto_pwhash_MEMLIMIT_MODERATE
};

struct HasherLimits {
    int threads = 1;
    int waitingMax = 16; // beside those in work; each waits for all before it
    std::chrono::milliseconds turnMax = std::chrono::seconds(20);
};

// Argon2id (RFC 9106) by libsodium, in threads of its own: however many sign in at once, they take
// no more than `threads` processors and as many times the memory, and the rest of the server goes
// on. Any thread may call; it waits for its turn. Busy when too many wait already, Timeout when
// the turn does not come.
class PasswordHasher
{
public:
    struct Verdict {
        bool matches = false;
        bool needsRehash = false; // made at another cost than today's
    };

    explicit PasswordHasher(HashCost cost = {}, HasherLimits limits = {});
    ~PasswordHasher(); // waits for what is in work

    // As crypto_pwhash_str writes it, with its salt and its cost.
    [[nodiscard]] Result<QByteArray> hash(const QByteArray &password);
    // With an empty `hash`, as for an account that is not there, the work is the same and the
    // answer no.
    [[nodiscard]] Result<Verdict> verify(const QByteArray &hash, const QByteArray &password);

private:
    template<typename T>
    [[nodiscard]] Result<T> inTurn(std::function<Result<T>()> work);

    const HashCost m_cost;
    const HasherLimits m_limits;
    std::atomic<int> m_taken = 0; // waiting and in work
    QThreadPool m_threads;
};

} // namespace film::server
