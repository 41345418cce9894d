#pragma once

#include "shared/protocol/messages.h"
#include "shared/sync/server_session.h"

#include <chrono>
#include <memory>

namespace film::server {

// Counters and gauges in the manner of Prometheus; every call may come from any thread. Labels
// have a handful of values each, and none of them names a person, a device or a production.
class ServerMetrics
{
public:
    using Phase = sync::ServerSession::Phase;

    ServerMetrics();
    ~ServerMetrics();
    Q_DISABLE_COPY_MOVE(ServerMetrics)

    enum class Turned { Full, Handshake, Path, Protocol, Limited };
    void connectionOpened();
    void connectionClosed();
    void connectionTurnedAway(Turned why);

    // Nothing stands for "not there": a session that begins or ends.
    void phaseChanged(std::optional<Phase> from, std::optional<Phase> to);
    void messageIn(qsizetype bytes);
    void messageOut(qsizetype bytes);
    void batchRefused(protocol::Nack::Code code);
    void waitingChanged(qsizetype mutations);

    void committed(size_t mutations, std::chrono::duration<double> time);
    void decided(protocol::Outcome outcome);
    void commitFailed();
    void readDone(std::chrono::duration<double> time);
    void hintSent();
    void epochBegun();
    void httpAnswered(int status);
    // Methods come from outside; labels do not.
    [[nodiscard]] static const char *methodName(const QByteArray &method);

    // The text that Prometheus reads.
    [[nodiscard]] std::string text();

private:
    struct Families;
    std::unique_ptr<Families> m_families;
};

} // namespace film::server
