#pragma once

#include "shared/store/server_audit.h"

#include <optional>

namespace film::store {

// What is being done to a production's log by an administrator, from before it is done until its
// row stands in the chain of the server's acts: the two are not one transaction, and what a crash
// leaves between them is found here. One that has a turn also keeps others of that turn out.
class OpenActs
{
public:
    enum class Turn : quint8 {
        None = 0,    // beside any others
        Members = 1, // one after the other in a production: who stays an administrator is counted
    };

    OpenActs(Database &database, RandomSource &random)
        : m_database(database)
        , m_random(random)
    {}

    // Its number, for close() or abandon(). Busy where another one has the turn.
    [[nodiscard]] Result<QByteArray> open(const ServerAct &act, Turn turn);
    // It was done: its row into the chain, in one transaction. `act` may say more by now.
    [[nodiscard]] Result<> close(const QByteArray &number, const ServerAct &act);
    // It was not done, and nothing is written down.
    [[nodiscard]] Result<> abandon(const QByteArray &number);
    // Those begun before that moment stopped half-way, or their server did: a row "act-unfinished"
    // with what it was to be. How many.
    [[nodiscard]] Result<int> finishOlder(qint64 beforeMs, qint64 nowMs);

private:
    [[nodiscard]] Result<bool> take(const QByteArray &number);

    Database &m_database;
    RandomSource &m_random;
};

} // namespace film::store
