#pragma once

#include "server/identity/identity_parts.h"

namespace film::server {

// A token that somebody makes for another system, so that it can read over HTTP what they may see
// themselves: "filmtracker_" and 43 characters, of which the database holds the hash. It reads,
// nothing else, and never what is about accounts and sessions.
class PersonalTokens
{
public:
    struct Limits {
        static constexpr int perAccount = 20;
        static constexpr qsizetype nameLength = 100;
        static constexpr std::chrono::days life{366};
    };
    struct Made {
        store::PersonalTokenRow row;
        QByteArray token; // nowhere else from here on
    };

    PersonalTokens(store::Database &database, RandomSource &random)
        : m_database(database)
        , m_accounts(database)
        , m_random(random)
    {}

    // Whether it looks like one: nothing was asked.
    [[nodiscard]] static bool isOne(QByteArrayView token);

    // InvalidInput for a name or a life beyond the limits, LimitExceeded for one too many.
    [[nodiscard]] Result<Made> make(const Principal &by, const QString &name,
                                    std::chrono::days life, Instant now);
    [[nodiscard]] Result<std::vector<store::PersonalTokenRow>> list(const Principal &by);
    // NotFound for one of somebody else as for none.
    [[nodiscard]] Result<> revoke(const Principal &by, PersonalTokenId id, Instant now);

    // Whose it is. Unauthenticated if it does not count, or not any more, or its owner has
    // something to do first; Expired if it is too old.
    [[nodiscard]] Result<Principal> principal(QByteArrayView token, const QString &address,
                                              Instant now);

private:
    // With its row in the chain of the server's acts, or neither.
    [[nodiscard]] Result<> writeDown(const QString &act, const Principal &by, PersonalTokenId id,
                                     Instant now);

    store::Database &m_database;
    store::AccountRepository m_accounts;
    RandomSource &m_random;
};

} // namespace film::server
