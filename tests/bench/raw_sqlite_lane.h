#pragma once

#include "shared/base/uuid_source.h"
#include "tests/bench/raw_lane.h"
#include "tests/bench/raw_sqlite.h"

namespace film::bench {

// The lane on SQLite: prepared statements of the C API, one row each, into a file of its own.
class RawSqliteLane final : public RawLane
{
public:
    [[nodiscard]] static Result<std::unique_ptr<RawSqliteLane>> open(const QString &path);
    [[nodiscard]] Result<> commit(int entries) override;

private:
    RawSqliteLane() = default;
    [[nodiscard]] Result<> prepare();

    std::unique_ptr<RawSqlite> m_file;
    SystemRandom m_random;
    UuidSource m_ids{m_random};
    SystemClock m_clock;
    qint64 m_sequence = 0;
};

} // namespace film::bench
