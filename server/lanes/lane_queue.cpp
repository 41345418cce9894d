#include "server/lanes/lane_queue.h"

#include "server/lanes/lane_limits.h"
#include "shared/sync/atoms.h"

#include <algorithm>

namespace film::server {

using std::chrono::milliseconds;

bool LaneQueue::add(LaneBatch &batch, Instant now)
{
    Q_ASSERT(!batch.submissions.empty());
    if (isHeld(batch, now))
        return false;
    m_holds.erase(batch.from);
    std::deque<Waiting> &waiting = m_waiting[batch.from];
    if (waiting.empty())
        m_turns.push_back(batch.from);
    waiting.push_back({std::move(batch)});
    return true;
}

bool LaneQueue::isHeld(const LaneBatch &batch, Instant now)
{
    forgetHolds(now);
    const auto hold = m_holds.find(batch.from);
    return hold != m_holds.end()
        && batch.submissions.front().envelope.mutation != hold->second.first;
}

// Where the clock was set back, nobody waits for as long as it was.
void LaneQueue::followClock(Instant now)
{
    if (now < m_askedAt) {
        const auto back = m_askedAt - now;
        for (auto &[session, hold] : m_holds) {
            hold.until -= back;
            hold.comeAgain -= back;
        }
    }
    m_askedAt = now;
}

void LaneQueue::forgetHolds(Instant now)
{
    followClock(now);
    std::erase_if(m_holds, [now](const auto &hold) { return hold.second.until <= now; });
}

milliseconds LaneQueue::hold(const SessionAddress &session, MutationId first, Instant now,
                             milliseconds comeAgain)
{
    forgetHolds(now);
    // The first that was refused is the one to come back with. As often as it does in vain, it is
    // waited for anew.
    Hold &hold = m_holds.try_emplace(session, Hold{first, {}, {}}).first->second;
    if (hold.first == first) {
        hold.until = now + lane_limits::holdMax;
        hold.comeAgain = now + comeAgain;
    }
    const auto wait = std::chrono::ceil<milliseconds>(hold.comeAgain - now);
    return std::max(comeAgain, wait);
}

LaneQueue::Take LaneQueue::take(size_t mutationsMax, qsizetype bytesMax)
{
    Take take;
    // A submission is large to move: none is moved again because the list grew.
    size_t all = 0;
    for (auto &[session, batches] : m_waiting) {
        for (Waiting &batch : batches)
            all += batch.rest().size();
    }
    take.submissions.reserve(std::min(all, mutationsMax));
    m_takenBytes = 0;
    bool isFull = false;
    while (!isFull && !m_turns.empty()) {
        const SessionAddress session = m_turns.front();
        std::deque<Waiting> &waiting = m_waiting[session];
        size_t turn = lane_limits::turnMutations;
        while (!isFull && turn > 0 && !waiting.empty()) {
            const size_t most = std::min(turn, mutationsMax - take.submissions.size());
            turn -= std::min(turn, takeFrom(waiting.front(), most, bytesMax, take));
            if (waiting.front().rest().empty())
                waiting.pop_front();
            else
                isFull = turn > 0;
            isFull = isFull || take.submissions.size() >= mutationsMax;
        }
        m_turns.pop_front();
        if (waiting.empty())
            m_waiting.erase(session);
        else
            m_turns.push_back(session);
    }
    return take;
}

size_t LaneQueue::takeFrom(Waiting &waiting, size_t mutationsMax, qsizetype bytesMax, Take &take)
{
    const std::span<sync::Submission> rest = waiting.rest();
    size_t count = 0;
    while (count < std::min(mutationsMax, rest.size())) {
        // Whole units; where one is more than a turn, it is a turn.
        const size_t unit = sync::unitEnd(rest, count);
        qsizetype bytes = 0;
        for (size_t i = count; i < unit; ++i)
            bytes += rest[i].bytes.size();
        const bool isTooMuch = m_takenBytes + bytes > bytesMax || unit > mutationsMax;
        if (m_takenBytes > 0 && isTooMuch)
            break;
        m_takenBytes += bytes;
        count = unit;
    }
    if (count == 0)
        return 0;
    std::ranges::move(rest.first(count), std::back_inserter(take.submissions));
    const LaneBatch &batch = waiting.batch;
    take.parts.push_back(
        {batch.from, batch.batch, count, batch.context, batch.arrived, waiting.taken == 0});
    waiting.taken += count;
    return count;
}

std::vector<LaneBatch> LaneQueue::remove(const SessionAddress &session)
{
    std::vector<LaneBatch> batches;
    const auto waiting = m_waiting.find(session);
    if (waiting == m_waiting.end())
        return batches;
    for (Waiting &each : waiting->second) {
        std::vector<sync::Submission> &submissions = each.batch.submissions;
        submissions.erase(submissions.begin(),
                          submissions.begin() + static_cast<std::ptrdiff_t>(each.taken));
        batches.push_back(std::move(each.batch));
    }
    m_waiting.erase(waiting);
    std::erase(m_turns, session);
    return batches;
}

} // namespace film::server
