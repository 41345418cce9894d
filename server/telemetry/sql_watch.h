#pragma once

#include "server/telemetry/server_metrics.h"
#include "shared/store/statement_watch.h"

namespace film::server {

// Times statements, counts those that fail, and makes a span of each where somebody traces. One for
// all connections.
class SqlWatch final : public store::StatementWatch
{
public:
    explicit SqlWatch(ServerMetrics &metrics)
        : m_metrics(metrics)
    {}
    void ran(const QString &name, Moment begun, const Result<> &outcome) override;

private:
    ServerMetrics &m_metrics;
};

} // namespace film::server
