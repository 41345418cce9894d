#include "server/telemetry/server_metrics.h"

#include "server/telemetry/process_figures.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace film::server {

using prometheus::BuildCounter;
using prometheus::BuildGauge;
using prometheus::BuildHistogram;
using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;

namespace {

const char *phaseName(ServerMetrics::Phase phase)
{
    using Phase = ServerMetrics::Phase;
    switch (phase) {
    case Phase::Accepted: return "accepted";
    case Phase::Verifying: return "verifying";
    case Phase::Snapshot: return "snapshot";
    case Phase::Live: return "live";
    case Phase::Draining: return "draining";
    case Phase::Closing: return "closing";
    case Phase::Closed: break;
    }
    return "closed";
}

const char *outcomeName(protocol::Outcome outcome)
{
    using protocol::Outcome;
    switch (outcome) {
    case Outcome::Applied: return "applied";
    case Outcome::Converged: return "converged";
    case Outcome::Conflict: return "conflict";
    case Outcome::Held: return "held";
    case Outcome::Duplicate: return "duplicate";
    case Outcome::Quarantined: return "quarantined";
    case Outcome::GrantChanged: return "grant_changed";
    case Outcome::Resolved: return "resolved";
    case Outcome::System: break;
    }
    return "system";
}

const char *refusalName(protocol::Nack::Code code)
{
    using Code = protocol::Nack::Code;
    switch (code) {
    case Code::Busy: return "busy";
    case Code::AuthExpired: return "auth_expired";
    case Code::TooBig: return "too_big";
    case Code::BadSegment: return "bad_segment";
    case Code::LaneDown: break;
    }
    return "lane_down";
}

const char *turnedName(ServerMetrics::Turned why)
{
    using Turned = ServerMetrics::Turned;
    switch (why) {
    case Turned::Full: return "full";
    case Turned::Handshake: return "handshake";
    case Turned::Path: return "path";
    case Turned::Protocol: return "protocol";
    case Turned::Limited: break;
    }
    return "limited";
}

const Histogram::BucketBoundaries secondsBuckets{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                 0.1,   0.25,   0.5,   1,    2.5};
const Histogram::BucketBoundaries sizeBuckets{1, 2, 5, 10, 20, 50, 100, 200, 350, 500};

} // namespace

struct ServerMetrics::Families {
    prometheus::Registry registry;

    Counter &counter(const char *name, const char *help)
    {
        return BuildCounter().Name(name).Help(help).Register(registry).Add({});
    }
    Gauge &gauge(const char *name, const char *help)
    {
        return BuildGauge().Name(name).Help(help).Register(registry).Add({});
    }
    Family<Counter> &counters(const char *name, const char *help)
    {
        return BuildCounter().Name(name).Help(help).Register(registry);
    }
    Histogram &histogram(const char *name, const char *help, const Histogram::BucketBoundaries &to)
    {
        return BuildHistogram().Name(name).Help(help).Register(registry).Add({}, to);
    }

    Gauge &connections = gauge("filmtracker_connections", "Open connections of devices");
    Counter &opened = counter("filmtracker_connections_total", "Connections accepted");
    Family<Counter> &turnedAway =
        counters("filmtracker_connections_turned_away_total", "Connections closed before HELLO");
    Family<Gauge> &sessions =
        BuildGauge().Name("filmtracker_sessions").Help("Sessions by phase").Register(registry);
    Counter &messagesIn = counter("filmtracker_messages_received_total", "Messages from devices");
    Counter &messagesOut = counter("filmtracker_messages_sent_total", "Messages to devices");
    Counter &bytesIn = counter("filmtracker_message_bytes_received_total", "Their bytes");
    Counter &bytesOut = counter("filmtracker_message_bytes_sent_total", "Their bytes");
    Family<Counter> &refusals =
        counters("filmtracker_batches_refused_total", "Pushed batches answered with NACK");
    Gauge &waiting =
        gauge("filmtracker_lane_waiting_mutations", "Mutations that wait for their writer");
    Histogram &commitSize =
        histogram("filmtracker_lane_commit_mutations", "Mutations in one commit", sizeBuckets);
    Histogram &commitSeconds = histogram("filmtracker_lane_commit_seconds",
                                         "Time of one commit, decisions included", secondsBuckets);
    Counter &commitFailures =
        counter("filmtracker_lane_failures_total", "Takes that could not be committed whole");
    Family<Counter> &outcomes =
        counters("filmtracker_mutations_total", "Mutations answered, by outcome");
    Histogram &readSeconds =
        histogram("filmtracker_read_seconds", "Time of one read for a session", secondsBuckets);
    Counter &epochs = counter("filmtracker_epochs_begun_total",
                              "New epochs of productions in use: each may mean lost commits");
    Counter &hints =
        counter("filmtracker_hints_sent_total", "Hints to other servers about new rows");
    Family<Counter> &http = counters("filmtracker_http_requests_total", "HTTP requests answered");

    Gauge &memory = gauge("process_resident_memory_bytes", "Resident memory");
    Gauge &processor = gauge("process_cpu_seconds_total", "Processor time used");
    Gauge &descriptors = gauge("process_open_fds", "Open file descriptors");
    Gauge &started = gauge("process_start_time_seconds", "Start, in seconds since 1970");
};

ServerMetrics::ServerMetrics()
    : m_families(std::make_unique<Families>())
{
    m_families->started.Set(processStartSeconds());
}

ServerMetrics::~ServerMetrics() = default;

void ServerMetrics::connectionOpened()
{
    m_families->opened.Increment();
    m_families->connections.Increment();
}

void ServerMetrics::connectionClosed()
{
    m_families->connections.Decrement();
}

void ServerMetrics::connectionTurnedAway(Turned why)
{
    m_families->turnedAway.Add({{"reason", turnedName(why)}}).Increment();
}

void ServerMetrics::phaseChanged(std::optional<Phase> from, std::optional<Phase> to)
{
    if (from == to)
        return;
    if (from)
        m_families->sessions.Add({{"phase", phaseName(*from)}}).Decrement();
    if (to)
        m_families->sessions.Add({{"phase", phaseName(*to)}}).Increment();
}

void ServerMetrics::messageIn(qsizetype bytes)
{
    m_families->messagesIn.Increment();
    m_families->bytesIn.Increment(static_cast<double>(bytes));
}

void ServerMetrics::messageOut(qsizetype bytes)
{
    m_families->messagesOut.Increment();
    m_families->bytesOut.Increment(static_cast<double>(bytes));
}

void ServerMetrics::batchRefused(protocol::Nack::Code code)
{
    m_families->refusals.Add({{"reason", refusalName(code)}}).Increment();
}

void ServerMetrics::waitingChanged(qsizetype mutations)
{
    m_families->waiting.Increment(static_cast<double>(mutations));
}

void ServerMetrics::committed(size_t mutations, std::chrono::duration<double> time)
{
    m_families->commitSize.Observe(static_cast<double>(mutations));
    m_families->commitSeconds.Observe(time.count());
}

void ServerMetrics::decided(protocol::Outcome outcome)
{
    m_families->outcomes.Add({{"outcome", outcomeName(outcome)}}).Increment();
}

void ServerMetrics::commitFailed()
{
    m_families->commitFailures.Increment();
}

void ServerMetrics::readDone(std::chrono::duration<double> time)
{
    m_families->readSeconds.Observe(time.count());
}

void ServerMetrics::epochBegun()
{
    m_families->epochs.Increment();
}

void ServerMetrics::hintSent()
{
    m_families->hints.Increment();
}

void ServerMetrics::httpAnswered(int status)
{
    m_families->http.Add({{"code", std::to_string(status)}}).Increment();
}

const char *ServerMetrics::methodName(const QByteArray &method)
{
    for (const char *known : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
        if (method == known)
            return known;
    }
    return "other";
}

std::string ServerMetrics::text()
{
    const ProcessFigures figures = readProcessFigures();
    m_families->memory.Set(figures.residentBytes);
    m_families->processor.Set(figures.processorSeconds);
    m_families->descriptors.Set(figures.openDescriptors);
    return prometheus::TextSerializer().Serialize(m_families->registry.Collect());
}

} // namespace film::server
