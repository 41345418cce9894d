#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <array>
#include <optional>

namespace film::server {

class SpanSink;

// A trace and the span in it that is open, as W3C Trace Context names them. All zeros: none.
struct SpanContext {
    std::array<quint8, 16> trace{};
    std::array<quint8, 8> span{};
    bool isSampled = false;

    [[nodiscard]] bool isValid() const;
    [[nodiscard]] QByteArray traceText() const; // 32 hexadecimal digits
    [[nodiscard]] QByteArray spanText() const;  // 16

    friend bool operator==(const SpanContext &, const SpanContext &) = default;
};

// The header `traceparent` (https://www.w3.org/TR/trace-context/, 3.2). Nothing unless it is of a
// form that may be believed: what comes from outside ends in logs and in other systems.
[[nodiscard]] std::optional<SpanContext> readTraceParent(QByteArrayView header);
[[nodiscard]] QByteArray traceParentOf(const SpanContext &context);

// On whose behalf a thread works at the moment: goes along from a request to the read job and to
// the lane, so that a line about a failing statement names what asked for it.
struct WorkContext {
    QByteArray correlation;   // hexadecimal digits and dashes; of a request or a session
    SpanContext span{};       // what is being done, if it is part of a trace
    SpanSink *sink = nullptr; // where spans go; null: nothing is traced
};

// Sets the thread's context and puts the one before back. The context belongs to the thread and
// not to an object because the log's handler, which Qt calls, is told nothing else.
class ContextScope
{
public:
    explicit ContextScope(WorkContext context);
    ~ContextScope();
    Q_DISABLE_COPY_MOVE(ContextScope)

    [[nodiscard]] static const WorkContext &current();

private:
    WorkContext m_before;
};

} // namespace film::server
