#include "server/telemetry/work_context.h"

#include <QStringBuilder>

#include <algorithm>
#include <utility>

namespace film::server {

namespace {

thread_local WorkContext threadContext;

template<size_t N>
QByteArray hexOf(const std::array<quint8, N> &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(N)).toHex();
}

template<size_t N>
bool isZero(const std::array<quint8, N> &bytes)
{
    return std::ranges::all_of(bytes, [](quint8 byte) { return byte == 0; });
}

bool isLowerHex(QByteArrayView text)
{
    return std::ranges::all_of(
        text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

template<size_t N>
void readHex(QByteArrayView text, std::array<quint8, N> &bytes)
{
    const QByteArray read = QByteArray::fromHex(text.toByteArray());
    std::copy_n(read.begin(), std::min<size_t>(N, size_t(read.size())), bytes.begin());
}

constexpr qsizetype parentSize = 55; // of version 00, and the least of a later one

} // namespace

bool SpanContext::isValid() const
{
    return !isZero(trace) && !isZero(span);
}

QByteArray SpanContext::traceText() const
{
    return hexOf(trace);
}

QByteArray SpanContext::spanText() const
{
    return hexOf(span);
}

std::optional<SpanContext> readTraceParent(QByteArrayView header)
{
    if (header.size() < parentSize || header[2] != '-' || header[35] != '-' || header[52] != '-')
        return std::nullopt;
    const QByteArrayView version = header.first(2);
    // A later version may have more behind another dash; ff is none.
    const bool isLong = header.size() > parentSize;
    if (!isLowerHex(version) || version == "ff" || (version == "00" && isLong)
        || (isLong && header[parentSize] != '-'))
        return std::nullopt;
    const QByteArrayView trace = header.sliced(3, 32);
    const QByteArrayView span = header.sliced(36, 16);
    const QByteArrayView flags = header.sliced(53, 2);
    if (!isLowerHex(trace) || !isLowerHex(span) || !isLowerHex(flags))
        return std::nullopt;
    SpanContext context;
    readHex(trace, context.trace);
    readHex(span, context.span);
    context.isSampled = (flags.toByteArray().toInt(nullptr, 16) & 1) != 0;
    return context.isValid() ? std::optional(context) : std::nullopt;
}

QByteArray traceParentOf(const SpanContext &context)
{
    return "00-" + context.traceText() + '-' + context.spanText()
        + (context.isSampled ? "-01" : "-00");
}

ContextScope::ContextScope(WorkContext context)
    : m_before(std::exchange(threadContext, std::move(context)))
{}

ContextScope::~ContextScope()
{
    threadContext = std::move(m_before);
}

const WorkContext &ContextScope::current()
{
    return threadContext;
}

} // namespace film::server
