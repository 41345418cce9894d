#include "server/lanes/head_watch.h"

#include "server/lanes/postgres_hints.h"
#include "server/telemetry/logging.h"
#include "shared/store/privacy_repository.h"

namespace film::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pollInterval = 1s;
constexpr auto hintInterval = 50ms; // at most 20 a second for each production
constexpr auto answerAgeMax = 5s;
// A session that was greeting while somebody was restricted hears of it then.
constexpr int looksUntilSaidAgain = 10;

qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

HeadWatch::HeadWatch(QString address, DatabaseFactory open, SessionOutlet &sessions,
                     const Clock &clock, ServerMetrics &metrics)
    : m_address(std::move(address))
    , m_open(std::move(open))
    , m_sessions(sessions)
    , m_clock(clock)
    , m_metrics(metrics)
    , m_pollTimer(this)
    , m_hintTimer(this)
{
    m_metrics.poolSized(ServerMetrics::Pool::Watch, 1);
    connect(&m_pollTimer, &QTimer::timeout, this, &HeadWatch::poll);
    connect(&m_hintTimer, &QTimer::timeout, this, &HeadWatch::sendHints);
    m_hintTimer.setSingleShot(true);
}

HeadWatch::~HeadWatch() = default;

void HeadWatch::start()
{
    poll();
    m_pollTimer.start(pollInterval);
}

void HeadWatch::finish()
{
    m_pollTimer.stop();
    m_hintTimer.stop();
    if (!m_toSend.isEmpty())
        sendHints();
    m_hints.reset();
    m_database.reset();
    thread()->quit();
}

void HeadWatch::poll()
{
    if (!m_database) {
        auto database = m_open();
        if (!database)
            return m_metrics.databaseRefused(ServerMetrics::Pool::Watch);
        m_database = *std::move(database);
        m_metrics.databaseOpened(ServerMetrics::Pool::Watch);
    }
    if (m_address.startsWith(u"postgres"_s) && !m_hints) {
        m_hints = PostgresHints::open(m_address);
        if (m_hints)
            connect(m_hints.get(), &PostgresHints::received, this,
                    [this](ProductionId production, quint64 head) {
                        moveTo(production, head, News::Hint);
                    });
    }
    if (m_hints && !m_hints->isAlive())
        m_hints.reset();
    bool isAnswered = true;
    for (auto production = m_used.keyBegin(); production != m_used.keyEnd(); ++production) {
        const Result<> looked = look(*production);
        isAnswered = isAnswered && (looked || looked.error().code == ErrorCode::NotFound);
    }
    if (isAnswered && !m_used.isEmpty())
        isAnswered = lookForRestrictions().has_value();
    if (m_used.isEmpty()) {
        const auto nobody = m_database->storage().head(ProductionId());
        isAnswered = nobody || nobody.error().code == ErrorCode::NotFound;
    }
    if (isAnswered) {
        m_answeredMs = steadyMs();
    } else {
        m_database.reset();
        m_metrics.databaseLost(ServerMetrics::Pool::Watch);
    }
    m_metrics.headLagged(std::exchange(m_behind, 0));
}

Result<> HeadWatch::look(ProductionId production)
{
    auto head = m_database->storage().head(production);
    if (!head)
        return fail(head.error());
    const Result<bool> isOn = goesOn(production, *head);
    if (!isOn)
        return fail(isOn.error());
    if (!*isOn) {
        const quint64 seen = m_seen[production].sequence;
        qCWarning(laneLog).noquote()
            << u"production %1: the history at row %2 is another one; a new epoch begins"_s.arg(
                   production.toString(), QString::number(seen));
        const Result<> begun =
            m_database->beginEpoch(production, head->epoch, u"another history"_s, m_clock.now());
        if (!begun)
            return begun;
        head = m_database->storage().head(production);
        if (!head)
            return fail(head.error());
    }
    const auto seen = m_seen.constFind(production);
    if (seen != m_seen.cend() && seen->epoch != head->epoch) {
        m_metrics.epochBegun();
        m_heads[production] = 0;
        m_sessions.epochBegun(production, head->epoch);
    }
    m_seen[production] = *head;
    moveTo(production, head->sequence, News::Poll);
    return {};
}

Result<> HeadWatch::lookForRestrictions()
{
    auto now = store::PrivacyRepository(m_database->database()).restrictedPeople();
    if (!now)
        return fail(now.error());
    for (auto production = m_used.keyBegin(); production != m_used.keyEnd(); ++production) {
        const bool isFirst = !m_restricted.contains(*production);
        Restricted &known = m_restricted[*production];
        std::vector<PersonId> &people = (*now)[*production];
        const bool isDue = known.saysAgainIn > 0 && --known.saysAgainIn == 0;
        if (isFirst || people != known.people) {
            known.people = std::move(people);
            known.saysAgainIn = isFirst ? 0 : looksUntilSaidAgain;
        } else if (!isDue) {
            continue;
        }
        m_sessions.scopeMoved(*production);
    }
    return {};
}

// Whether the history is the one that was seen at the last look, perhaps with more rows. An epoch
// that somebody else began says it already.
Result<bool> HeadWatch::goesOn(ProductionId production, const sync::ProductionHead &head)
{
    const auto seen = m_seen.constFind(production);
    if (seen == m_seen.cend() || *seen == head || seen->epoch != head.epoch)
        return true;
    if (head.sequence < seen->sequence)
        return false;
    const auto chain = m_database->storage().chainAt(production, seen->sequence);
    if (!chain)
        return fail(chain.error());
    return *chain && **chain == seen->chain;
}

void HeadWatch::moveTo(ProductionId production, quint64 head, News by)
{
    if (!m_used.contains(production))
        return;
    quint64 &known = m_heads[production];
    if (head <= known)
        return;
    // What was there before anybody asked for the production is no news.
    if (known > 0) {
        m_metrics.headNews(by);
        if (by == News::Poll)
            m_behind = std::max(m_behind, head - known);
    }
    known = head;
    m_sessions.headMoved(production, head);
}

void HeadWatch::committed(ProductionId production, quint64 head)
{
    QMetaObject::invokeMethod(
        this,
        [this, production, head] {
            m_heads[production] = std::max(m_heads[production], head);
            if (!m_hints)
                return;
            m_toSend[production] = head;
            if (!m_hintTimer.isActive())
                m_hintTimer.start(hintInterval);
        },
        Qt::QueuedConnection);
}

void HeadWatch::sendHints()
{
    for (auto hint = m_toSend.cbegin(); m_hints && hint != m_toSend.cend(); ++hint) {
        m_hints->send(hint.key(), hint.value());
        m_metrics.hintSent();
    }
    m_toSend.clear();
}

void HeadWatch::used(ProductionId production, bool isOpened)
{
    QMetaObject::invokeMethod(
        this,
        [this, production, isOpened] {
            int &sessions = m_used[production];
            sessions += isOpened ? 1 : -1;
            if (sessions > 0)
                return;
            m_used.remove(production);
            m_heads.remove(production);
            m_seen.remove(production);
            m_restricted.remove(production);
        },
        Qt::QueuedConnection);
}

bool HeadWatch::isDatabaseReachable() const
{
    const qint64 answered = m_answeredMs;
    return answered > 0 && steadyMs() - answered < std::chrono::milliseconds(answerAgeMax).count();
}

} // namespace film::server
