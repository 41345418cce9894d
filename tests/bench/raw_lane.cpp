#include "tests/bench/raw_lane.h"

#include "tests/bench/raw_postgres.h"
#include "tests/bench/raw_sqlite_lane.h"

namespace film::bench {

Result<RawLane::Run> RawLane::run(int entries, Seconds length)
{
    std::vector<double> commitMs;
    const Stopwatch whole;
    do {
        const Stopwatch one;
        if (const Result<> done = commit(entries); !done)
            return fail(done.error());
        commitMs.push_back(one.elapsed().count() * 1000);
    } while (whole.elapsed() < length);
    const double seconds = whole.elapsed().count();
    return Run{double(entries) * double(commitMs.size()) / seconds, median(commitMs)};
}

Result<std::unique_ptr<RawLane>> openRawLane(const QString &postgres, const QString &sqliteFile)
{
    if (postgres.isEmpty()) {
        auto lane = RawSqliteLane::open(sqliteFile);
        if (!lane)
            return fail(lane.error());
        return std::move(*lane);
    }
    auto lane = RawPostgresLane::open(postgres);
    if (!lane)
        return fail(lane.error());
    return std::move(*lane);
}

} // namespace film::bench
