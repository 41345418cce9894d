#pragma once

#include "shared/sync/server_session.h"

namespace film::server {

// A session and the I/O thread it lives on.
struct SessionAddress {
    int thread = 0;
    SessionId session;

    friend auto operator<=>(const SessionAddress &, const SessionAddress &) = default;
};

// The way from the threads of the database to the sessions on theirs. Every call may come from
// any thread and returns at once; a session that is gone gets nothing.
class SessionOutlet
{
public:
    virtual ~SessionOutlet() = default;
    virtual void post(const SessionAddress &to, sync::ServerSession::Event event) = 0;
    virtual void headMoved(ProductionId production, quint64 head) = 0;
    virtual void epochBegun(ProductionId production, EpochId epoch) = 0;
    // What its members may see may be another, without a row that says so.
    virtual void scopeMoved(ProductionId production) = 0;
    // Closes them: they come back and push again what was not answered.
    virtual void dropSessions(ProductionId production) = 0;
};

} // namespace film::server
