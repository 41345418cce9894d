#include "server/http/request_scope.h"

#include "server/telemetry/logging.h"
#include "server/telemetry/server_metrics.h"
#include "shared/base/random.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype idLengthMin = 16; // shorter ones would meet
constexpr qsizetype idLengthMax = 64;

// Hexadecimal digits and dashes, as of a UUID or of nginx's $request_id: words would end in the
// log.
bool isIdentifier(const QByteArray &text)
{
    return text.size() >= idLengthMin && text.size() <= idLengthMax
        && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')
                   || c == '-';
           });
}

QByteArray newIdentifier(RandomSource &random)
{
    const auto bytes = random.bytes<16>();
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))
        .toHex();
}

WorkContext contextOf(const WebRequest &request)
{
    WorkContext context;
    context.span = readTraceParent(request.header("traceparent")).value_or(SpanContext());
    context.correlation = requestIdOf(request);
    return context;
}

WorkContext within(const Span &span, WorkContext context)
{
    if (span.isRecorded()) {
        const WorkContext own = span.context();
        context.span = own.span;
        context.sink = own.sink;
    } else if (context.span.isValid()) {
        SystemRandom random;
        random.fill(context.span.span); // what is done here is another part of the trace
    }
    return context;
}

} // namespace

QByteArray requestIdOf(const WebRequest &request)
{
    const QByteArray id = request.header("x-request-id");
    if (isIdentifier(id))
        return id;
    const auto span = readTraceParent(request.header("traceparent"));
    if (span && span->isValid())
        return span->traceText();
    SystemRandom random;
    return newIdentifier(random);
}

RequestScope::RequestScope(const WebRequest &request, SpanSink *spans)
    : m_request(request)
    , m_span(Span::first(spans, u"HTTP"_s, SpanRecord::Kind::Server,
                         readTraceParent(request.header("traceparent"))))
    , m_scope(within(m_span, contextOf(request)))
{}

// The path stays out of the log, whatever somebody wrote there. What went well is for whoever looks
// for something: a busy API would fill the log with it.
void RequestScope::finish(WebResponse &response)
{
    if (m_span.isRecorded()) {
        m_span.setName(QString::fromLatin1(ServerMetrics::methodName(m_request.method)) + u' '
                       + (response.route.isEmpty() ? u"unmatched"_s : response.route));
        m_span.set(u"http.response.status_code"_s, qint64(response.status));
        if (response.status >= 500)
            m_span.fail();
    }
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    const WorkContext &context = ContextScope::current();
    response.headers.emplace_back("X-Request-Id", context.correlation);
    if (context.span.isValid())
        response.headers.emplace_back("traceparent", traceParentOf(context.span));
    const auto time = std::chrono::steady_clock::now() - m_begun;
    logEvent(httpLog(), response.status < 400 ? QtDebugMsg : QtInfoMsg, u"answered"_s,
             {{u"method"_s, QString::fromLatin1(ServerMetrics::methodName(m_request.method))},
              {u"route"_s, response.route},
              {u"status"_s, response.status},
              {u"milliseconds"_s, qint64(duration_cast<milliseconds>(time).count())}});
}

} // namespace film::server
