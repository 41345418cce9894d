#include "server/telemetry/sql_watch.h"

namespace film::server {

void SqlWatch::ran(const QString &, Moment begun, const Result<> &outcome)
{
    m_metrics.sqlRan(std::chrono::steady_clock::now() - begun,
                     outcome ? std::nullopt : std::optional(outcome.error().code));
}

} // namespace film::server
