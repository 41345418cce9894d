#include "server/telemetry/spans.h"

#include "shared/base/random.h"

#include <utility>

namespace film::server {

namespace {

constexpr size_t linksMax = 32;

std::chrono::nanoseconds wallTime()
{
    return std::chrono::system_clock::now().time_since_epoch();
}

} // namespace

Span::Span(QString name, SpanRecord::Kind kind)
{
    const WorkContext &context = ContextScope::current();
    if (context.sink && context.span.isValid() && context.span.isSampled)
        *this = Span(context.sink, context.span, std::move(name), kind);
}

Span Span::first(SpanSink *sink, QString name, SpanRecord::Kind kind,
                 const std::optional<SpanContext> &caller)
{
    if (!sink)
        return {};
    SpanContext parent;
    if (caller) {
        parent = *caller;
    } else {
        SystemRandom random;
        random.fill(parent.trace);
        parent.isSampled = sink->isSampled(parent.trace);
    }
    return parent.isSampled ? Span(sink, parent, std::move(name), kind) : Span();
}

Span::Span(SpanSink *sink, const SpanContext &parent, QString name, SpanRecord::Kind kind)
    : m_sink(sink)
    , m_begun(std::chrono::steady_clock::now())
{
    m_record.context = parent;
    m_record.parent = parent.span;
    SystemRandom random;
    random.fill(m_record.context.span);
    m_record.name = std::move(name);
    m_record.kind = kind;
    m_record.begun = wallTime();
}

Span::~Span()
{
    finish();
}

Span::Span(Span &&other) noexcept
    : m_sink(std::exchange(other.m_sink, nullptr))
    , m_record(std::move(other.m_record))
    , m_begun(other.m_begun)
{}

Span &Span::operator=(Span &&other) noexcept
{
    if (this == &other)
        return *this;
    finish();
    m_sink = std::exchange(other.m_sink, nullptr);
    m_record = std::move(other.m_record);
    m_begun = other.m_begun;
    return *this;
}

WorkContext Span::context() const
{
    WorkContext context = ContextScope::current();
    if (m_sink) {
        context.sink = m_sink;
        context.span = m_record.context;
    }
    return context;
}

void Span::setName(const QString &name)
{
    m_record.name = name;
}

void Span::set(const QString &key, qint64 value)
{
    if (m_sink)
        m_record.attributes.push_back({key, value});
}

void Span::set(const QString &key, const QString &value)
{
    if (m_sink)
        m_record.attributes.push_back({key, value});
}

void Span::link(const SpanContext &to)
{
    if (m_sink && m_record.links.size() < linksMax)
        m_record.links.push_back(to);
}

void Span::fail()
{
    m_record.isFailed = true;
}

void Span::setBegun(std::chrono::steady_clock::time_point moment)
{
    m_record.begun -= m_begun - moment;
    m_begun = moment;
}

void Span::finish()
{
    SpanSink *const sink = std::exchange(m_sink, nullptr);
    if (!sink)
        return;
    // By the steady clock: the wall clock may be set while a span is open.
    m_record.ended = m_record.begun + (std::chrono::steady_clock::now() - m_begun);
    sink->finished(std::move(m_record));
}

} // namespace film::server
