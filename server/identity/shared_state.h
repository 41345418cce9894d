#pragma once

#include "shared/base/hash.h"
#include "shared/base/result.h"
#include "shared/store/account_rows.h"
#include "shared/store/database.h"

#include <QByteArray>

#include <atomic>

namespace film::server {

// What the servers of one database know together and may forget at any time: counts of the minute
// that runs, and what was looked up of sessions a moment ago. Callable from any thread.
class SharedState
{
public:
    virtual ~SharedState() = default;

    // What all servers together let somebody do in one minute.
    struct Window {
        Hash32 whom; // and what: a keyed hash
        qint64 minute = 0;
        int limit = 1;
    };
    // Up to `want` of what the window has left; 0 when it has nothing. `database` is the calling
    // thread's.
    [[nodiscard]] virtual Result<int> take(store::Database &database, const Window &window,
                                           int want) = 0;

    // What was kept of a session, and the state of its account that it counts under: kept again
    // under another it would be worth nothing.
    struct KeptSession {
        QByteArray accountState; // empty: nothing is kept here at all
        QByteArray value;        // empty: nothing is kept of it
    };
    [[nodiscard]] virtual KeptSession session(AccountSessionId session, AccountId account) = 0;
    // For half a minute at most.
    virtual void keepSession(AccountSessionId session, const KeptSession &kept) = 0;
    // What is kept of all its sessions is worth nothing from here on. After what changed is
    // committed.
    virtual void forgetSessions(AccountId account) = 0;

    // Now and then, in a thread that may wait: whether it is there at all.
    virtual void look() {}
    // What was wrong with it the last time, for an administrator; empty if nothing was. The servers
    // go on without it.
    [[nodiscard]] virtual QString problem() const { return {}; }
};

// In the database itself: counts on PostgreSQL, which has several servers; nothing of sessions,
// which are there anyway.
class DatabaseState final : public SharedState
{
public:
    [[nodiscard]] Result<int> take(store::Database &database, const Window &window,
                                   int want) override;
    [[nodiscard]] KeptSession session(AccountSessionId, AccountId) override { return {}; }
    void keepSession(AccountSessionId, const KeptSession &) override {}
    void forgetSessions(AccountId) override {}

private:
    std::atomic<qint64> m_forgottenBefore = 0; // a minute
};

} // namespace film::server
