#include "server/lanes/lane_commit.h"

#include "server/lanes/lane_limits.h"
#include "server/telemetry/logging.h"
#include "server/telemetry/work_context.h"
#include "shared/sync/atoms.h"

#include <QThread>

namespace film::server {

using namespace Qt::StringLiterals;
using Fate = LaneReport::Fate;

namespace {

// Whether it may lie in what was to be written, rather than in the database. A change that is kept
// aside is not offered again, so a failing disk or a schema of another version must not count.
bool isAboutTheContent(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::LimitExceeded:
    case ErrorCode::AlreadyExists:
    case ErrorCode::Conflict:
    case ErrorCode::Internal: return true;
    default: return false;
    }
}

class Commit
{
public:
    Commit(sync::ServerStorage &storage, ProductionId production, const Clock &clock,
           RandomSource &salts, sync::LaneMemory &memory)
        : m_storage(storage)
        , m_production(production)
        , m_clock(clock)
        , m_salts(salts)
        , m_memory(memory)
    {}

    // False where the rest has to stay undone.
    bool run(std::span<sync::Submission> submissions)
    {
        if (tryOnce(submissions))
            return true;
        if (!isAboutTheContent(m_report.error.code))
            return stop();
        if (sync::unitEnd(submissions, 0) == submissions.size())
            return runAlone(submissions);
        const size_t half = sync::cutAt(submissions, submissions.size() / 2);
        return run(submissions.first(half)) && run(submissions.subspan(half));
    }

    LaneReport takeReport() { return std::move(m_report); }

private:
    // One change, or changes that are not to be taken apart.
    bool runAlone(std::span<sync::Submission> single)
    {
        for (int i = 0; i < lane_limits::aloneRetries; ++i) {
            pause(lane_limits::alonePause);
            if (tryOnce(single))
                return true;
            if (!isAboutTheContent(m_report.error.code))
                return stop();
        }
        WorkContext author = ContextScope::current();
        author.correlation = single.front().session.toString().toLatin1();
        const ContextScope scope(std::move(author));
        qCWarning(laneLog).noquote() << u"production %1: mutation %2 is kept aside: %3"_s.arg(
            m_production.toString(), single.front().envelope.mutation.toString(),
            m_report.error.message);
        for (sync::Submission &submission : single)
            submission.defect = {protocol::Refusal::Database,
                                 u"the database refused it: "_s + m_report.error.message};
        if (tryOnce(single))
            return true;
        // If not even that can be written, the mutation was not what is wrong.
        for (sync::Submission &submission : single)
            submission.defect.clear();
        return stop();
    }

    bool tryOnce(std::span<sync::Submission> submissions)
    {
        for (int i = 0;; ++i) {
            auto done = sync::commitBatch(m_storage, m_production, submissions, m_clock.now(),
                                          m_salts, m_memory);
            if (done) {
                std::ranges::move(done->results, std::back_inserter(m_report.results));
                m_report.head = done->head;
                m_report.commits.push_back(std::move(done->committed));
                return true;
            }
            m_report.error = done.error();
            if (m_report.error.code != ErrorCode::Busy || i == lane_limits::busyRetries)
                return false;
            pause(lane_limits::busyPauseMax);
        }
    }

    bool stop()
    {
        const ErrorCode code = m_report.error.code;
        m_report.fate = code == ErrorCode::Timeout ? Fate::Unknown
            : code == ErrorCode::Busy              ? Fate::Busy
                                                   : Fate::Down;
        return false;
    }

    void pause(std::chrono::milliseconds most)
    {
        QThread::msleep(1 + m_salts.below(static_cast<quint64>(most.count())));
    }

    sync::ServerStorage &m_storage;
    ProductionId m_production;
    const Clock &m_clock;
    RandomSource &m_salts;
    sync::LaneMemory &m_memory;
    LaneReport m_report;
};

} // namespace

LaneReport commitTake(sync::ServerStorage &storage, ProductionId production,
                      std::span<sync::Submission> submissions, const Clock &clock,
                      RandomSource &salts, sync::LaneMemory &memory)
{
    Commit commit(storage, production, clock, salts, memory);
    commit.run(submissions);
    return commit.takeReport();
}

} // namespace film::server
