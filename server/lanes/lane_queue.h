#pragma once

#include "server/lanes/session_outlet.h"
#include "server/telemetry/work_context.h"
#include "shared/base/clock.h"
#include "shared/sync/submission.h"

#include <chrono>
#include <deque>
#include <map>
#include <span>
#include <vector>

namespace film::server {

// What a device pushed as one batch.
struct LaneBatch {
    SessionAddress from;
    quint64 batch = 0;
    std::vector<sync::Submission> submissions;
    WorkContext context{}; // of whoever handed it in
    std::chrono::steady_clock::time_point arrived{};
};

// What waits for one production's writer. Devices take turns, so that one that comes back with a
// week of work does not keep the others waiting; what one device wrote stays in its order.
class LaneQueue
{
public:
    // A run of `count` submissions of a take that belong to one batch.
    struct Part {
        SessionAddress from;
        quint64 batch = 0;
        size_t count = 0;
        WorkContext context{};
        std::chrono::steady_clock::time_point arrived{};
        bool isFirst = true; // of its batch
    };
    struct Take {
        std::vector<sync::Submission> submissions;
        std::vector<Part> parts; // in their order
    };

    // False, with the batch untouched, if the session has to come with an earlier one first: that
    // was refused, and what was written later must not overtake it.
    [[nodiscard]] bool add(LaneBatch &batch, Instant now);
    [[nodiscard]] bool isHeld(const LaneBatch &batch, Instant now);
    // Remembers that a batch of the session was refused, the mutation it begins with, and how long
    // the session was asked to wait. Gives how long it has to wait for the one to come with first.
    std::chrono::milliseconds hold(const SessionAddress &session, MutationId first, Instant now,
                                   std::chrono::milliseconds comeAgain = {});
    // At least one submission if anything waits.
    [[nodiscard]] Take take(size_t mutationsMax, qsizetype bytesMax);
    // Takes out all that waits from the session, in its order.
    [[nodiscard]] std::vector<LaneBatch> remove(const SessionAddress &session);
    [[nodiscard]] bool isEmpty() const { return m_turns.empty(); }
    // Whose turn is next.
    [[nodiscard]] const SessionAddress &next() const { return m_turns.front(); }

private:
    struct Waiting {
        LaneBatch batch;
        size_t taken = 0; // of its submissions; what is left of those is empty

        [[nodiscard]] std::span<sync::Submission> rest()
        {
            return std::span(batch.submissions).subspan(taken);
        }
    };

    struct Hold {
        MutationId first;
        Instant until{};
        Instant comeAgain{};
    };

    void forgetHolds(Instant now);
    void followClock(Instant now);
    // Moves submissions of one batch; returns their number.
    size_t takeFrom(Waiting &waiting, size_t mutationsMax, qsizetype bytesMax, Take &take);

    std::map<SessionAddress, std::deque<Waiting>> m_waiting;
    std::deque<SessionAddress> m_turns; // each session of m_waiting once
    std::map<SessionAddress, Hold> m_holds;
    Instant m_askedAt{};
    qsizetype m_takenBytes = 0;
};

} // namespace film::server
