#pragma once

#include <atomic>
#include <memory>

namespace film::server {

// How many devices may be given all of their records at the same time: each keeps the database and
// a few pages of memory busy, and a thousand new devices must not keep everybody else waiting.
// May be asked from any thread; has to outlive the seats it gives.
class SnapshotSeats
{
public:
    explicit SnapshotSeats(int seats)
        : m_free(seats)
    {}

    // Free again when it is destroyed.
    struct Release {
        void operator()(std::atomic<int> *seats) const { ++*seats; }
    };
    using Seat = std::unique_ptr<std::atomic<int>, Release>;

    // Null when all are taken.
    [[nodiscard]] Seat take()
    {
        if (--m_free >= 0)
            return Seat(&m_free);
        ++m_free;
        return nullptr;
    }

private:
    std::atomic<int> m_free;
};

} // namespace film::server
