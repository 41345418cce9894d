#include "server/identity/password_hasher.h"

#include <sodium.h>

#include <array>
#include <cstdlib>
#include <future>
#include <memory>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> hashed(const QByteArray &password, const HashCost &cost)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str(text.data(), password.constData(),
                          static_cast<unsigned long long>(password.size()), cost.operations,
                          cost.memoryBytes)
        != 0)
        return fail(ErrorCode::LimitExceeded, u"there is not enough memory for Argon2id"_s);
    return QByteArray(text.data());
}

} // namespace

PasswordHasher::PasswordHasher(HashCost cost, HasherLimits limits)
    : m_cost(cost)
    , m_limits(limits)
{
    if (sodium_init() < 0)
        std::abort(); // it is unusable then, and so are we
    m_threads.setMaxThreadCount(limits.threads);
}

PasswordHasher::~PasswordHasher()
{
    m_threads.waitForDone();
}

template<typename T>
Result<T> PasswordHasher::inTurn(std::function<Result<T>()> work)
{
    if (m_taken.fetch_add(1) >= m_limits.threads + m_limits.waitingMax) {
        m_taken.fetch_sub(1);
        return fail(ErrorCode::Busy, u"too many sign in at once"_s);
    }
    // Shared, because whoever waited may be gone when its turn comes.
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto isWanted = std::make_shared<std::atomic<bool>>(true);
    auto answer = promise->get_future();
    m_threads.start([this, promise, isWanted, work = std::move(work)] {
        promise->set_value(*isWanted ? work()
                                     : Result<T>(fail(ErrorCode::Timeout, u"nobody waits"_s)));
        m_taken.fetch_sub(1);
    });
    if (answer.wait_for(m_limits.turnMax) != std::future_status::ready) {
        *isWanted = false;
        return fail(ErrorCode::Timeout, u"a password's turn did not come"_s);
    }
    return answer.get();
}

Result<QByteArray> PasswordHasher::hash(const QByteArray &password)
{
    return inTurn<QByteArray>([password, cost = m_cost] { return hashed(password, cost); });
}

Result<PasswordHasher::Verdict> PasswordHasher::verify(const QByteArray &hash,
                                                       const QByteArray &password)
{
    return inTurn<Verdict>([hash, password, cost = m_cost]() -> Result<Verdict> {
        if (hash.isEmpty()) {
            const auto same = hashed(password, cost);
            return same ? Result<Verdict>(Verdict{}) : fail(same.error());
        }
        // A QByteArray ends in a zero, which both ask for.
        Verdict verdict;
        verdict.matches = crypto_pwhash_str_verify(hash.constData(), password.constData(),
                                                   static_cast<unsigned long long>(password.size()))
            == 0;
        verdict.needsRehash = verdict.matches
            && crypto_pwhash_str_needs_rehash(hash.constData(), cost.operations, cost.memoryBytes)
                != 0;
        return verdict;
    });
}

} // namespace film::server
