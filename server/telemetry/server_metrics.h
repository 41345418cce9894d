#pragma once

#include "server/identity/security_event.h"
#include "server/telemetry/business_figures.h"
#include "server/telemetry/vital_signs.h"
#include "shared/base/error.h"
#include "shared/protocol/messages.h"
#include "shared/sync/server_session.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace film::server {

// Counters and gauges in the manner of Prometheus; every call may come from any thread. Labels
// have a handful of values each, and none of them names a person, a device or a production.
class ServerMetrics
{
public:
    using Phase = sync::ServerSession::Phase;
    using Seconds = std::chrono::duration<double>;

    ServerMetrics();
    ~ServerMetrics();
    Q_DISABLE_COPY_MOVE(ServerMetrics)

    // ---- connections and sessions ----
    enum class Turned { Full, Handshake, Path, Protocol, Limited };
    void connectionOpened();
    void connectionClosed();
    void connectionTurnedAway(Turned why);
    // Nothing stands for "not there": a session that begins or ends.
    void phaseChanged(std::optional<Phase> from, std::optional<Phase> to);
    void messageIn(qsizetype bytes);
    void messageOut(qsizetype bytes);

    // ---- sync ----
    void batchRefused(protocol::Nack::Code code);
    void decided(protocol::Outcome outcome);
    void confirmed(qsizetype mutations);
    enum class Difference { Incident, Comparison, Repair };
    void differed(Difference what, int times);
    enum class News { Hint, Poll };
    void headNews(News by);
    // What a look found to be behind; 0 if nothing was.
    void headLagged(quint64 rows);
    void hintSent();
    void epochBegun();
    void timeEntryWritten();

    // ---- lanes ----
    void waitingChanged(qsizetype mutations);
    void laneWaited(Seconds time);
    void committed(size_t mutations, Seconds time);
    void commitFailed();

    // ---- database ----
    enum class Pool { Lane, Read, Watch, Vitals, Http };
    void poolSized(Pool pool, int connections);
    void databaseOpened(Pool pool);
    void databaseClosed(Pool pool); // by us
    void databaseLost(Pool pool);
    void databaseRefused(Pool pool);
    void readWaitingChanged(int reads);
    void readRefused();
    void readWaited(Seconds time);
    void readDone(Seconds time);
    void sqlRan(Seconds time, std::optional<ErrorCode> failed);
    void recentRowsAsked(bool isHit);

    // ---- HTTP ----
    struct HttpAnswer {
        QByteArray method; // as it came
        QString route;     // a pattern of a closed set, never a path; empty if none fits
        int status = 0;
        Seconds time{};
    };
    void httpAnswered(const HttpAnswer &answer);
    // A day as JSON: memory had it, or it was encoded.
    void encodedDayAsked(bool isHit);
    // A person's week with its pay, as JSON: memory had it, or it was priced.
    void pricedWeekAsked(bool isHit);
    enum class Delivery { Delivered, Failed, GivenUp };
    void webhookDelivered(Delivery how);
    // Methods come from outside; labels do not.
    [[nodiscard]] static const char *methodName(const QByteArray &method);

    // ---- the rest ----
    void securityEvent(SecurityEvent::Kind kind);
    void redisAsked(bool isAnswered, std::chrono::nanoseconds took);
    // Of what a session may, which Redis keeps for half a minute.
    void sessionRead(bool isHit);
    void spansExported(size_t spans);
    void spansDropped(size_t spans);
    void vitalsSeen(const VitalSigns &signs);
    void certificateEnds(Instant end);
    // UTC ms; what is not there is not served.
    struct BackupsSeen {
        std::optional<qint64> doneMs;
        std::optional<qint64> verifiedMs;
        std::optional<qint64> failedMs;
    };
    void backupsSeen(const BackupsSeen &seen);
    void maintenanceSeen(bool isOn);
    void businessSeen(const BusinessFigures::Figures &figures);

    // The text that Prometheus reads.
    [[nodiscard]] std::string text();

private:
    struct Families;
    std::unique_ptr<Families> m_families;
};

} // namespace film::server
