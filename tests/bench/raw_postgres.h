#pragma once

#include "shared/base/result.h"
#include "shared/base/uuid_source.h"
#include "tests/bench/raw_lane.h"

#include <QByteArray>

#include <memory>

struct pg_conn;
struct pg_result;

namespace film::bench {

// The limit for durable entries on PostgreSQL: what bare libpq gets through one connection when
// nothing is checked, decided or signed. Each commit locks the production's head, inserts the
// entries (22 columns) and as many rows of a log with binary arrays, and commits: two round
// trips, the second one pipelined. It has a schema of its own and drops it in the end.
class RawPostgresLane final : public RawLane
{
public:
    [[nodiscard]] static Result<std::unique_ptr<RawPostgresLane>> open(const QString &url);
    ~RawPostgresLane() override;
    Q_DISABLE_COPY_MOVE(RawPostgresLane)

    [[nodiscard]] Result<> commit(int entries) override;

private:
    explicit RawPostgresLane(pg_conn *connection);
    [[nodiscard]] Result<> prepare();
    [[nodiscard]] Result<> execute(const char *sql);
    [[nodiscard]] Result<qint64> lockHead(int entries);
    [[nodiscard]] Result<> insert(int entries, qint64 lastSequence);
    [[nodiscard]] Result<> finishPipeline();
    [[nodiscard]] Result<> problem(const char *what) const;

    pg_conn *m_connection;
    SystemRandom m_random;
    UuidSource m_ids{m_random};
};

// COPY (SELECT … ) TO STDOUT in binary: how fast PostgreSQL gives bytes away that it has stored.
// Gives rows a second; `select` is a whole query.
[[nodiscard]] Result<double> copyRate(const QString &url, const QByteArray &select);

} // namespace film::bench
