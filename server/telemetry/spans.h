#pragma once

#include "server/telemetry/work_context.h"

#include <QString>

#include <chrono>
#include <variant>
#include <vector>

namespace film::server {

// What a span says beside its name: figures, ids, outcomes. Never a name, a time that was worked,
// an amount or a bound value.
struct SpanAttribute {
    QString key;
    std::variant<qint64, QString> value;
};

// A finished span, as it leaves the process.
struct SpanRecord {
    enum class Kind { Internal = 1, Server = 2, Client = 3 }; // the numbers of OTLP

    SpanContext context;
    std::array<quint8, 8> parent{}; // zeros: it is the first of its trace
    QString name;
    Kind kind = Kind::Internal;
    std::chrono::nanoseconds begun{}; // since 1970
    std::chrono::nanoseconds ended{};
    std::vector<SpanAttribute> attributes;
    std::vector<SpanContext> links;
    bool isFailed = false;
};

// Takes finished spans, from any thread, and returns at once.
class SpanSink
{
public:
    virtual ~SpanSink() = default;
    // Whether a trace that begins here is to be recorded.
    [[nodiscard]] virtual bool isSampled(const std::array<quint8, 16> &trace) const = 0;
    virtual void finished(SpanRecord span) = 0;
};

// A span that is open. Movable, for work that begins in one event and ends in another; what is
// recorded under the thread's context of the moment is its parent. Without a sink it is nothing.
class Span
{
public:
    Span() = default; // none
    // Under the thread's context.
    explicit Span(QString name, SpanRecord::Kind kind = SpanRecord::Kind::Internal);
    // The first one of a process: goes on with what a caller sent, if that is anything.
    [[nodiscard]] static Span first(SpanSink *sink, QString name, SpanRecord::Kind kind,
                                    const std::optional<SpanContext> &caller = {});
    ~Span();
    Span(Span &&other) noexcept;
    Span &operator=(Span &&other) noexcept;
    Q_DISABLE_COPY(Span)

    [[nodiscard]] bool isRecorded() const { return m_sink != nullptr; }
    // For what is done within it: the thread's context with this span as the open one.
    [[nodiscard]] WorkContext context() const;

    void setName(const QString &name);
    void set(const QString &key, qint64 value);
    void set(const QString &key, const QString &value);
    void link(const SpanContext &to); // at most 32
    void fail();
    void setBegun(std::chrono::steady_clock::time_point moment);
    void finish(); // as the end of its life does

private:
    Span(SpanSink *sink, const SpanContext &parent, QString name, SpanRecord::Kind kind);

    SpanSink *m_sink = nullptr;
    SpanRecord m_record;
    std::chrono::steady_clock::time_point m_begun;
};

} // namespace film::server
