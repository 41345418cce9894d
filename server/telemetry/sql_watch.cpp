#include "server/telemetry/sql_watch.h"

#include "server/telemetry/spans.h"

namespace film::server {

using namespace Qt::StringLiterals;

void SqlWatch::ran(const QString &name, Moment begun, const Result<> &outcome)
{
    m_metrics.sqlRan(std::chrono::steady_clock::now() - begun,
                     outcome ? std::nullopt : std::optional(outcome.error().code));
    if (!ContextScope::current().sink)
        return;
    Span span(u"sql "_s + name, SpanRecord::Kind::Client);
    span.setBegun(begun);
    if (outcome)
        return;
    span.set(u"error.type"_s, errorCodeName(outcome.error().code));
    span.fail();
}

} // namespace film::server
