#pragma once

#include "server/http/web_message.h"
#include "server/telemetry/spans.h"

#include <chrono>

namespace film::server {

// What a request is called here, in the log and to its caller: as the caller says (X-Request-Id),
// as its trace is called, or as nothing was before.
[[nodiscard]] QByteArray requestIdOf(const WebRequest &request);

// The answering of one request in one thread: what that logs and asks of the database is done on
// behalf of the caller's X-Request-Id, of the trace in its traceparent, or of an id made here where
// neither may be believed.
class RequestScope
{
public:
    // `spans` takes what is traced; null: nothing is.
    explicit RequestScope(const WebRequest &request, SpanSink *spans = nullptr);
    Q_DISABLE_COPY_MOVE(RequestScope)

    // Tells the caller what the request is called here; a refusal is told to the log.
    void finish(WebResponse &response);

private:
    const WebRequest &m_request;
    const std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    Span m_span;
    ContextScope m_scope;
};

} // namespace film::server
