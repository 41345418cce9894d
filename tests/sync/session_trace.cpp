#include "tests/sync/session_trace.h"

#include "shared/protocol/limits.h"

#include <algorithm>

namespace film::simulation {

using namespace Qt::StringLiterals;
using protocol::Sender;

namespace {

constexpr std::array words{"connected", "device", "server", "saved", "logged", "waited", "lost"};

template<typename Message>
void leaveOutTheMoment(Message &)
{}

void leaveOutTheMoment(protocol::Hello &hello)
{
    hello.wallMs = 0;
    hello.app.clear();
}

void leaveOutTheMoment(protocol::HelloOk &ok)
{
    ok.session = {};
    ok.serverMs = 0;
}

void leaveOutTheMoment(protocol::SnapshotBegin &begin)
{
    begin.token.clear();
}

void leaveOutTheMoment(protocol::Ping &ping)
{
    ping.wallMs = 0;
}

void leaveOutTheMoment(protocol::Pong &pong)
{
    pong = {pong.number, 0, 0, 0, pong.head};
}

} // namespace

QByteArray textOf(const Trace &trace)
{
    QByteArray text;
    for (const TraceStep &step : trace) {
        text += QByteArray(words[size_t(step.kind)]) + ' ' + QByteArray::number(step.atMs);
        if (!step.bytes.isEmpty())
            text += ' ' + step.bytes.toHex();
        text += '\n';
    }
    return text;
}

std::optional<Trace> traceIn(const QByteArray &text)
{
    Trace trace;
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty())
            continue;
        const QList<QByteArray> parts = line.split(' ');
        const auto word = std::ranges::find(words, parts[0]);
        bool isNumber = false;
        TraceStep step;
        step.atMs = parts.value(1).toLongLong(&isNumber);
        if (word == words.end() || !isNumber)
            return std::nullopt;
        step.kind = static_cast<TraceStep::Kind>(word - words.begin());
        step.bytes = QByteArray::fromHex(parts.value(2));
        trace.push_back(step);
    }
    return trace;
}

QByteArray essenceOf(QByteArrayView bytes, Sender sender)
{
    auto frame = protocol::decodeFrame(bytes, sender, protocol::limits::frameBytesMax);
    if (!frame)
        return "refused: " + frame.error().message.toUtf8();
    std::visit([](auto &message) { leaveOutTheMoment(message); }, frame->message);
    return messageName(frame->message).toUtf8() + ' '
        + protocol::encodeFrame({0, frame->message}).toHex();
}

QStringList essencesOf(const Trace &trace, Sender sender)
{
    const auto kind = sender == Sender::Client ? TraceStep::Kind::Device : TraceStep::Kind::Server;
    QStringList essences;
    for (const TraceStep &step : trace) {
        if (step.kind == kind)
            essences << QString::fromUtf8(essenceOf(step.bytes, sender));
    }
    return essences;
}

} // namespace film::simulation
