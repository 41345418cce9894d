#include "server/telemetry/server_metrics.h"

#include "server/telemetry/process_figures.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <array>
#include <map>
#include <utility>

namespace film::server {

using prometheus::BuildCounter;
using prometheus::BuildGauge;
using prometheus::BuildHistogram;
using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;

namespace {

using Phase = ServerMetrics::Phase;
using Turned = ServerMetrics::Turned;
using Difference = ServerMetrics::Difference;
using News = ServerMetrics::News;
using Pool = ServerMetrics::Pool;
using Refusal = protocol::Nack::Code;
using protocol::Outcome;

constexpr std::array phases{Phase::Accepted, Phase::Verifying, Phase::Snapshot, Phase::Live,
                            Phase::Draining, Phase::Closing,   Phase::Closed};
constexpr std::array turnedReasons{Turned::Full, Turned::Handshake, Turned::Path, Turned::Protocol,
                                   Turned::Limited};
constexpr std::array differences{Difference::Incident, Difference::Comparison, Difference::Repair};
constexpr std::array newsSources{News::Hint, News::Poll};
constexpr std::array pools{Pool::Lane, Pool::Read, Pool::Watch, Pool::Vitals, Pool::Http};
constexpr std::array outcomes{Outcome::Applied,      Outcome::Converged, Outcome::Conflict,
                              Outcome::Held,         Outcome::Duplicate, Outcome::Quarantined,
                              Outcome::GrantChanged, Outcome::Resolved,  Outcome::System};
constexpr std::array refusals{Refusal::Busy, Refusal::AuthExpired, Refusal::TooBig,
                              Refusal::BadSegment, Refusal::LaneDown};
constexpr std::array cacheResults{true, false};
using Delivery = ServerMetrics::Delivery;
constexpr std::array deliveryResults{Delivery::Delivered, Delivery::Failed, Delivery::GivenUp};
enum class Window { Hour, Day };
constexpr std::array windows{Window::Hour, Window::Day};
// What a statement may fail with.
constexpr std::array sqlErrors{
    ErrorCode::InvalidInput,  ErrorCode::LimitExceeded, ErrorCode::NotFound,
    ErrorCode::AlreadyExists, ErrorCode::Conflict,      ErrorCode::Offline,
    ErrorCode::Timeout,       ErrorCode::Busy,          ErrorCode::StoreFailure,
    ErrorCode::StoreFull,     ErrorCode::StoreCorrupt,  ErrorCode::StoreReadOnly,
    ErrorCode::StoreInUse,    ErrorCode::Internal};

std::string phaseName(Phase phase)
{
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

std::string outcomeName(Outcome outcome)
{
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

std::string refusalName(Refusal code)
{
    switch (code) {
    case Refusal::Busy: return "busy";
    case Refusal::AuthExpired: return "auth_expired";
    case Refusal::TooBig: return "too_big";
    case Refusal::BadSegment: return "bad_segment";
    case Refusal::LaneDown: break;
    }
    return "lane_down";
}

std::string turnedName(Turned why)
{
    switch (why) {
    case Turned::Full: return "full";
    case Turned::Handshake: return "handshake";
    case Turned::Path: return "path";
    case Turned::Protocol: return "protocol";
    case Turned::Limited: break;
    }
    return "limited";
}

std::string differenceName(Difference what)
{
    switch (what) {
    case Difference::Incident: return "incident";
    case Difference::Comparison: return "comparison";
    case Difference::Repair: break;
    }
    return "repair";
}

std::string poolName(Pool pool)
{
    switch (pool) {
    case Pool::Lane: return "lane";
    case Pool::Read: return "read";
    case Pool::Watch: return "watch";
    case Pool::Vitals: return "vitals";
    case Pool::Http: break;
    }
    return "http";
}

std::string newsName(News by)
{
    return by == News::Hint ? "hint" : "poll";
}

std::string sqlErrorName(ErrorCode code)
{
    return errorCodeName(code).toStdString();
}

std::array<SecurityEvent::Kind, SecurityEvent::kindCount> securityEvents()
{
    std::array<SecurityEvent::Kind, SecurityEvent::kindCount> kinds{};
    for (int i = 0; i < SecurityEvent::kindCount; ++i)
        kinds[size_t(i)] = static_cast<SecurityEvent::Kind>(i);
    return kinds;
}

std::string securityEventLabel(SecurityEvent::Kind kind)
{
    return securityEventName(kind).toStdString();
}

std::string windowName(Window window)
{
    return window == Window::Hour ? "1h" : "24h";
}

std::string cacheResultName(bool isHit)
{
    return isHit ? "hit" : "miss";
}

std::string deliveryName(Delivery how)
{
    switch (how) {
    case Delivery::Delivered: return "delivered";
    case Delivery::Failed: return "failed";
    case Delivery::GivenUp: return "given_up";
    }
    Q_UNREACHABLE();
}

const Histogram::BucketBoundaries secondsBuckets{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                 0.1,   0.25,   0.5,   1,    2.5};
const Histogram::BucketBoundaries sizeBuckets{1, 2, 5, 10, 20, 50, 100, 200, 350, 500};

// As every Prometheus client names them. Not of the registry, whose counters only count up from 0:
// the processor time is one that somebody else counts.
std::vector<prometheus::MetricFamily> processFamilies(const ProcessFigures &figures)
{
    using prometheus::MetricType;
    const auto family = [](const char *name, const char *help, MetricType type, double value) {
        prometheus::ClientMetric metric;
        if (type == MetricType::Counter)
            metric.counter.value = value;
        else
            metric.gauge.value = value;
        return prometheus::MetricFamily{name, help, type, {metric}};
    };
    return {family("process_cpu_seconds_total", "Processor time used", MetricType::Counter,
                   figures.processorSeconds),
            family("process_resident_memory_bytes", "Resident memory", MetricType::Gauge,
                   figures.residentBytes),
            family("process_virtual_memory_bytes", "Virtual memory", MetricType::Gauge,
                   figures.virtualBytes),
            family("process_open_fds", "Open file descriptors", MetricType::Gauge,
                   figures.openDescriptors),
            family("process_max_fds", "File descriptors that may be open", MetricType::Gauge,
                   figures.descriptorsMax),
            family("process_threads", "Threads", MetricType::Gauge, figures.threads),
            family("process_start_time_seconds", "Start, in seconds since 1970", MetricType::Gauge,
                   figures.startSeconds)};
}

// The children of a family, one for each value of a label: there from the start, because what has
// not happened yet is to be read as 0 and not as missing, and found without the family's lock.
template<typename Kind, typename Child>
class Children
{
public:
    template<size_t count>
    Children(Family<Child> &family, const char *label, const std::array<Kind, count> &kinds,
             std::string (*name)(Kind))
    {
        for (const Kind kind : kinds)
            m_children.emplace(kind, &family.Add({{label, name(kind)}}));
    }
    // A kind that is not among them counts as the last one.
    Child &operator[](Kind kind) const
    {
        const auto known = m_children.find(kind);
        return known == m_children.end() ? *m_children.rbegin()->second : *known->second;
    }

private:
    std::map<Kind, Child *> m_children;
};

} // namespace

struct ServerMetrics::Families {
    prometheus::Registry registry;

    Counter &counter(const char *name, const char *help) { return counters(name, help).Add({}); }
    Gauge &gauge(const char *name, const char *help) { return gauges(name, help).Add({}); }
    Family<Counter> &counters(const char *name, const char *help)
    {
        return BuildCounter().Name(name).Help(help).Register(registry);
    }
    Family<Gauge> &gauges(const char *name, const char *help)
    {
        return BuildGauge().Name(name).Help(help).Register(registry);
    }
    Histogram &histogram(const char *name, const char *help, const Histogram::BucketBoundaries &to)
    {
        return BuildHistogram().Name(name).Help(help).Register(registry).Add({}, to);
    }

    // ---- connections and sessions ----
    Gauge &connections = gauge("filmtracker_connections", "Open WebSocket connections of devices");
    Counter &opened =
        counter("filmtracker_connections_total", "WebSocket connections of devices accepted");
    Children<Turned, Counter> turnedAway{
        counters("filmtracker_connections_turned_away_total", "Connections closed before HELLO"),
        "reason", turnedReasons, turnedName};
    Children<Phase, Gauge> sessions{gauges("filmtracker_sessions", "Sessions of devices by phase"),
                                    "phase", phases, phaseName};
    Counter &messagesIn = counter("filmtracker_messages_received_total", "Messages from devices");
    Counter &messagesOut = counter("filmtracker_messages_sent_total", "Messages to devices");
    Counter &bytesIn =
        counter("filmtracker_message_received_bytes_total", "Bytes of the messages from devices");
    Counter &bytesOut =
        counter("filmtracker_message_sent_bytes_total", "Bytes of the messages to devices");

    // ---- sync ----
    Children<Outcome, Counter> decided{
        counters("filmtracker_mutations_total", "Mutations acknowledged, by outcome"), "outcome",
        outcomes, outcomeName};
    Children<Refusal, Counter> refused{
        counters("filmtracker_batches_refused_total", "Pushed batches answered with NACK"),
        "reason", refusals, refusalName};
    Counter &confirmed =
        counter("filmtracker_mutations_confirmed_total",
                "Acknowledged mutations that their device has on its disk as logged");
    Children<Difference, Counter> differed{
        counters("filmtracker_digest_differences_total",
                 "What devices did whose records differ from the server's"),
        "step", differences, differenceName};
    Counter &epochs = counter("filmtracker_epochs_begun_total",
                              "New epochs of productions in use: each may mean lost commits");
    Gauge &headLag = gauge("filmtracker_head_lag_rows",
                           "Rows of other servers that this one had not heard of at its last "
                           "look, the most of any production");
    Children<News, Counter> headNews{
        counters("filmtracker_head_news_total",
                 "Times that this server learned of rows of other servers, by how"),
        "by", newsSources, newsName};
    Counter &hints =
        counter("filmtracker_hints_sent_total", "Hints to other servers about new rows");

    // ---- lanes ----
    Gauge &waiting =
        gauge("filmtracker_lane_waiting_mutations", "Mutations that wait for their writer");
    Histogram &laneWait =
        histogram("filmtracker_lane_wait_seconds",
                  "Time from the arrival of a batch to the begin of its commit", secondsBuckets);
    Histogram &commitSize =
        histogram("filmtracker_lane_commit_mutations", "Mutations in one commit", sizeBuckets);
    Histogram &commitSeconds = histogram("filmtracker_lane_commit_seconds",
                                         "Time of one commit, decisions included", secondsBuckets);
    Counter &commitFailures =
        counter("filmtracker_lane_failures_total", "Takes that could not be committed whole");

    // ---- database ----
    Children<Pool, Gauge> poolWanted{gauges("filmtracker_database_connections_wanted",
                                            "Database connections that a pool is to have"),
                                     "pool", pools, poolName};
    Children<Pool, Gauge> poolOpen{
        gauges("filmtracker_database_connections_open", "Database connections that a pool has"),
        "pool", pools, poolName};
    Children<Pool, Counter> poolRefused{counters("filmtracker_database_connection_failures_total",
                                                 "Database connections that could not be opened"),
                                        "pool", pools, poolName};
    Children<Pool, Counter> poolLost{
        counters("filmtracker_database_connections_lost_total", "Database connections that broke"),
        "pool", pools, poolName};
    Gauge &readsWaiting =
        gauge("filmtracker_read_waiting_jobs", "Reads that wait for a connection");
    Counter &readsRefused =
        counter("filmtracker_reads_refused_total", "Reads turned down because too many waited");
    Histogram &readWait = histogram("filmtracker_read_wait_seconds",
                                    "Time a read waited for its connection", secondsBuckets);
    Histogram &readSeconds =
        histogram("filmtracker_read_seconds", "Time of one read", secondsBuckets);
    Histogram &sqlSeconds =
        histogram("filmtracker_sql_duration_seconds",
                  "Time of one SQL statement, or of one round trip with several", secondsBuckets);
    Children<ErrorCode, Counter> sqlFailed{
        counters("filmtracker_sql_errors_total", "SQL statements that failed, by kind of failure"),
        "kind", sqlErrors, sqlErrorName};
    Children<bool, Counter> recentRows{counters("filmtracker_recent_rows_reads_total",
                                                "Reads of new rows, by whether memory had them"),
                                       "result", cacheResults, cacheResultName};

    // ---- HTTP ----
    Family<Counter> &http = counters("filmtracker_http_requests_total", "HTTP requests answered");
    Family<Histogram> &httpSeconds = BuildHistogram()
                                         .Name("filmtracker_http_request_duration_seconds")
                                         .Help("Time from an HTTP request to the end of its answer")
                                         .Register(registry);

    Children<bool, Counter> encodedDays{
        counters("filmtracker_encoded_entries_reads_total",
                 "Days as JSON for the API, by whether memory had them"),
        "result", cacheResults, cacheResultName};
    Children<bool, Counter> pricedWeeks{
        counters("filmtracker_priced_timecards_reads_total",
                 "Weeks with their pay for the API, by whether memory had them"),
        "result", cacheResults, cacheResultName};
    Children<Delivery, Counter> deliveries{
        counters("filmtracker_webhook_deliveries_total",
                 "Attempts to deliver to a webhook, by what became of them"),
        "result", deliveryResults, deliveryName};

    // ---- business ----
    Gauge &productions = gauge("filmtracker_productions", "Productions in the database");
    Children<Window, Gauge> activeUsers{
        gauges("filmtracker_active_users", "Users who wrote something within the window"), "window",
        windows, windowName};
    Children<Window, Gauge> activePeople{
        gauges("filmtracker_active_people",
               "People of whose days something was written within the window"),
        "window", windows, windowName};
    Gauge &daysAwaiting = gauge("filmtracker_approvals_waiting",
                                "Days that are submitted and that nobody has approved");
    Family<Gauge> &departmentWork =
        gauges("filmtracker_department_worked_seconds",
               "Time worked on the last seven days, by department of five people or more");
    std::vector<Gauge *> departments; // those of the last look; of one thread

    // ---- the rest ----
    Counter &spansExported =
        counter("filmtracker_spans_exported_total", "Spans that the collector took");
    Counter &spansDropped = counter("filmtracker_spans_dropped_total",
                                    "Spans that found no room or that no collector took");
    Family<Counter> &redisRounds =
        counters("filmtracker_redis_rounds_total", "Times that Redis was asked");
    Family<Histogram> &redisSeconds = BuildHistogram()
                                          .Name("filmtracker_redis_round_seconds")
                                          .Help("Time of one round trip to Redis")
                                          .Register(registry);
    Family<Counter> &sessionReads = counters("filmtracker_session_reads_total",
                                             "What sessions may, as kept by Redis or looked up");
    Family<Gauge> &redisUp =
        gauges("filmtracker_redis_up", "Whether Redis answered when it was asked last");
    Family<Gauge> &diskFree =
        gauges("filmtracker_disk_free_bytes", "Bytes that are free where the server writes");
    Family<Gauge> &backupDone = gauges("filmtracker_backup_last_success_timestamp_seconds",
                                       "End of the last backup that was made");
    Family<Gauge> &backupVerified = gauges("filmtracker_backup_last_verified_timestamp_seconds",
                                           "When a backup was last opened or put back, and whole");
    Family<Gauge> &backupFailed = gauges("filmtracker_backup_last_failure_timestamp_seconds",
                                         "End of the last backup that failed");
    Gauge &maintenance =
        gauge("filmtracker_maintenance_mode", "1 while the server takes no changes");
    Family<Gauge> &clockDifference = gauges("filmtracker_clock_difference_seconds",
                                            "This computer's clock less the database server's");
    Family<Gauge> &certificateEnd =
        gauges("filmtracker_certificate_expiry_timestamp_seconds",
               "End of the TLS certificate in use, in seconds since 1970");
    Family<Gauge> &schema = gauges("filmtracker_database_schema_version", "Schema of the database");
    Children<SecurityEvent::Kind, Counter> security{
        counters("filmtracker_security_events_total", "Security events, by kind"), "kind",
        securityEvents(), securityEventLabel};
    Counter &timeEntries =
        counter("filmtracker_time_entries_written_total", "Changes of work days that were applied");
    Family<Gauge> &build =
        gauges("filmtracker_build_info", "1; the labels say which program this is");
};

ServerMetrics::ServerMetrics()
    : m_families(std::make_unique<Families>())
{
    m_families->build
        .Add({{"version", FILM_VERSION}, {"qt", qVersion()}, {"compiler", FILM_COMPILER}})
        .Set(1);
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
    m_families->turnedAway[why].Increment();
}

void ServerMetrics::phaseChanged(std::optional<Phase> from, std::optional<Phase> to)
{
    if (from == to)
        return;
    if (from)
        m_families->sessions[*from].Decrement();
    if (to)
        m_families->sessions[*to].Increment();
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

void ServerMetrics::batchRefused(Refusal code)
{
    m_families->refused[code].Increment();
}

void ServerMetrics::decided(Outcome outcome)
{
    m_families->decided[outcome].Increment();
}

void ServerMetrics::confirmed(qsizetype mutations)
{
    m_families->confirmed.Increment(static_cast<double>(mutations));
}

void ServerMetrics::differed(Difference what, int times)
{
    m_families->differed[what].Increment(times);
}

void ServerMetrics::headLagged(quint64 rows)
{
    m_families->headLag.Set(static_cast<double>(rows));
}

void ServerMetrics::headNews(News by)
{
    m_families->headNews[by].Increment();
}

void ServerMetrics::hintSent()
{
    m_families->hints.Increment();
}

void ServerMetrics::epochBegun()
{
    m_families->epochs.Increment();
}

void ServerMetrics::timeEntryWritten()
{
    m_families->timeEntries.Increment();
}

void ServerMetrics::waitingChanged(qsizetype mutations)
{
    m_families->waiting.Increment(static_cast<double>(mutations));
}

void ServerMetrics::laneWaited(Seconds time)
{
    m_families->laneWait.Observe(time.count());
}

void ServerMetrics::committed(size_t mutations, Seconds time)
{
    m_families->commitSize.Observe(static_cast<double>(mutations));
    m_families->commitSeconds.Observe(time.count());
}

void ServerMetrics::commitFailed()
{
    m_families->commitFailures.Increment();
}

void ServerMetrics::poolSized(Pool pool, int connections)
{
    m_families->poolWanted[pool].Set(connections);
}

void ServerMetrics::databaseOpened(Pool pool)
{
    m_families->poolOpen[pool].Increment();
}

void ServerMetrics::databaseClosed(Pool pool)
{
    m_families->poolOpen[pool].Decrement();
}

void ServerMetrics::databaseLost(Pool pool)
{
    databaseClosed(pool);
    m_families->poolLost[pool].Increment();
}

void ServerMetrics::databaseRefused(Pool pool)
{
    m_families->poolRefused[pool].Increment();
}

void ServerMetrics::readWaitingChanged(int reads)
{
    m_families->readsWaiting.Increment(reads);
}

void ServerMetrics::readRefused()
{
    m_families->readsRefused.Increment();
}

void ServerMetrics::readWaited(Seconds time)
{
    m_families->readWait.Observe(time.count());
}

void ServerMetrics::readDone(Seconds time)
{
    m_families->readSeconds.Observe(time.count());
}

void ServerMetrics::sqlRan(Seconds time, std::optional<ErrorCode> failed)
{
    m_families->sqlSeconds.Observe(time.count());
    if (failed)
        m_families->sqlFailed[*failed].Increment();
}

void ServerMetrics::recentRowsAsked(bool isHit)
{
    m_families->recentRows[isHit].Increment();
}

void ServerMetrics::httpAnswered(const HttpAnswer &answer)
{
    const char *method = methodName(answer.method);
    const std::string route = answer.route.isEmpty() ? "unmatched" : answer.route.toStdString();
    m_families->http
        .Add({{"method", method}, {"route", route}, {"status", std::to_string(answer.status)}})
        .Increment();
    m_families->httpSeconds.Add({{"method", method}, {"route", route}}, secondsBuckets)
        .Observe(answer.time.count());
}

void ServerMetrics::securityEvent(SecurityEvent::Kind kind)
{
    m_families->security[kind].Increment();
}

void ServerMetrics::spansExported(size_t spans)
{
    m_families->spansExported.Increment(static_cast<double>(spans));
}

// Not served where there is no Redis.
void ServerMetrics::redisAsked(bool isAnswered, std::chrono::nanoseconds took)
{
    m_families->redisSeconds.Add({}, secondsBuckets)
        .Observe(std::chrono::duration<double>(took).count());
    m_families->redisRounds.Add({{"result", isAnswered ? "answered" : "failed"}}).Increment();
    m_families->redisUp.Add({}).Set(isAnswered ? 1 : 0);
}

void ServerMetrics::sessionRead(bool isHit)
{
    m_families->sessionReads.Add({{"result", isHit ? "hit" : "miss"}}).Increment();
}

void ServerMetrics::spansDropped(size_t spans)
{
    m_families->spansDropped.Increment(static_cast<double>(spans));
}

// What does not apply here, or is not known, is not served.
void ServerMetrics::vitalsSeen(const VitalSigns &signs)
{
    if (signs.diskFreeBytes)
        m_families->diskFree.Add({}).Set(static_cast<double>(*signs.diskFreeBytes));
    if (signs.clockDifference)
        m_families->clockDifference.Add({}).Set(Seconds(*signs.clockDifference).count());
    if (signs.schema)
        m_families->schema.Add({}).Set(*signs.schema);
}

void ServerMetrics::certificateEnds(Instant end)
{
    m_families->certificateEnd.Add({}).Set(static_cast<double>(msSinceEpoch(end) / 1000));
}

void ServerMetrics::backupsSeen(const BackupsSeen &seen)
{
    for (const auto &[family, moment] : {std::pair(&m_families->backupDone, seen.doneMs),
                                         std::pair(&m_families->backupVerified, seen.verifiedMs),
                                         std::pair(&m_families->backupFailed, seen.failedMs)}) {
        if (moment)
            family->Add({}).Set(static_cast<double>(*moment) / 1000);
    }
}

void ServerMetrics::maintenanceSeen(bool isOn)
{
    m_families->maintenance.Set(isOn ? 1 : 0);
}

void ServerMetrics::encodedDayAsked(bool isHit)
{
    m_families->encodedDays[isHit].Increment();
}

void ServerMetrics::pricedWeekAsked(bool isHit)
{
    m_families->pricedWeeks[isHit].Increment();
}

void ServerMetrics::webhookDelivered(Delivery how)
{
    m_families->deliveries[how].Increment();
}

void ServerMetrics::businessSeen(const BusinessFigures::Figures &figures)
{
    m_families->productions.Set(static_cast<double>(figures.productions));
    const auto set = [this](Window window, const BusinessFigures::Active &active) {
        m_families->activeUsers[window].Set(static_cast<double>(active.users));
        m_families->activePeople[window].Set(static_cast<double>(active.people));
    };
    set(Window::Hour, figures.hour);
    set(Window::Day, figures.day);
    m_families->daysAwaiting.Set(static_cast<double>(figures.daysAwaitingApproval));
    for (Gauge *department : std::exchange(m_families->departments, {}))
        m_families->departmentWork.Remove(department);
    for (const BusinessFigures::Department &department : figures.departments) {
        Gauge &worked = m_families->departmentWork.Add(
            {{"department", department.department.toString().toStdString()}});
        worked.Set(Seconds(department.worked).count());
        m_families->departments.push_back(&worked);
    }
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
    std::vector<prometheus::MetricFamily> families = m_families->registry.Collect();
    for (prometheus::MetricFamily &family : processFamilies(readProcessFigures()))
        families.push_back(std::move(family));
    return prometheus::TextSerializer().Serialize(families);
}

} // namespace film::server
