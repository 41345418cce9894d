#include "tests/sync/step_coverage.h"

#include "shared/protocol/messages.h"

#include <array>

namespace film::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr int messagesFrom = 100; // numbers of message types stand above those of events

constexpr std::array deviceEvents{
    "Start",           "Stop",       "NetworkUp",  "SocketOpened",    "SocketClosed", "message",
    "TransactionDone", "LocalSaved", "TokenReady", "RemovalAccepted", "Tick"};
constexpr std::array serverEvents{
    "Opened",       "message",           "HelloChecked",   "JoinChecked",
    "BatchDecided", "BatchRefused",      "HeadMoved",      "RowsArrived",
    "PageArrived",  "CheckpointArrived", "BucketsArrived", "ScopeArrived",
    "ReadFailed",   "WriteBufferHigh",   "WriteBufferLow", "EpochBegun",
    "ShuttingDown", "TakenOver",         "Tick",           "SocketClosed",
    "Renewed",      "ScopeMoved"};
constexpr std::array devicePhases{"Off",      "Backoff",   "Connecting",      "Greeting",
                                  "Snapshot", "Live",      "Draining",        "Revoked",
                                  "Review",   "NeedLogin", "UpgradeRequired", "Halted"};
constexpr std::array serverPhases{"Accepted", "Verifying", "Snapshot", "Live",
                                  "Draining", "Closing",   "Closed"};
static_assert(deviceEvents.size() == std::variant_size_v<sync::ClientSession::Event>);
static_assert(serverEvents.size() == std::variant_size_v<sync::ServerSession::Event>);

// docs/protocol.md, "Messages".
const std::map<int, QString> messageNames{
    {1, u"HELLO"_s},       {2, u"PUSH"_s},       {3, u"CREDIT"_s},    {4, u"PING"_s},
    {5, u"AUTH"_s},        {6, u"DIGEST_REQ"_s}, {7, u"FETCH"_s},     {8, u"SNAP_NEXT"_s},
    {9, u"BYE"_s},         {10, u"INCIDENT"_s},  {32, u"HELLO_OK"_s}, {33, u"HELLO_NO"_s},
    {34, u"ACK"_s},        {35, u"NACK"_s},      {36, u"DELTA"_s},    {37, u"CHECKPOINT"_s},
    {38, u"SNAP_BEGIN"_s}, {39, u"SNAP_PAGE"_s}, {40, u"SNAP_END"_s}, {41, u"SCOPE"_s},
    {42, u"PONG"_s},       {43, u"AUTH_NEED"_s}, {44, u"GOAWAY"_s},   {45, u"DIGEST"_s},
    {46, u"PURGE"_s}};

// A frame is an array that begins with the number of its type; what does not is "senseless".
int messageType(const QByteArray &frame)
{
    constexpr quint8 arrayOfFour = 0x84;
    constexpr quint8 oneByteFollows = 0x18;
    if (frame.size() < 3 || static_cast<quint8>(frame[0]) != arrayOfFour)
        return messagesFrom;
    const auto first = static_cast<quint8>(frame[1]);
    const int type = first < oneByteFollows ? first
        : first == oneByteFollows           ? static_cast<quint8>(frame[2])
                                            : 0;
    return messagesFrom + (messageNames.contains(type) ? type : 0);
}

template<typename Received, typename Event>
int kindOf(const Event &event)
{
    const auto *frame = std::get_if<Received>(&event);
    return frame ? messageType(frame->bytes) : static_cast<int>(event.index());
}

template<typename Names>
QString eventName(const Names &names, int kind)
{
    if (kind < messagesFrom)
        return QString::fromLatin1(names[size_t(kind)]);
    return messageNames.contains(kind - messagesFrom) ? messageNames.at(kind - messagesFrom)
                                                      : u"senseless"_s;
}

} // namespace

void StepCoverage::count(DevicePhase phase, const sync::ClientSession::Event &event)
{
    ++m_device[{int(phase), kindOf<sync::ClientSession::FrameReceived>(event)}];
}

void StepCoverage::count(ServerPhase phase, const sync::ServerSession::Event &event)
{
    ++m_server[{int(phase), kindOf<sync::ServerSession::FrameReceived>(event)}];
}

void StepCoverage::add(const StepCoverage &other)
{
    for (const auto &[key, times] : other.m_device)
        m_device[key] += times;
    for (const auto &[key, times] : other.m_server)
        m_server[key] += times;
}

std::map<QString, quint64> StepCoverage::counts() const
{
    std::map<QString, quint64> counts;
    for (const auto &[key, times] : m_device)
        counts[u"device %1: %2"_s.arg(QString::fromLatin1(devicePhases[size_t(key.first)]),
                                      eventName(deviceEvents, key.second))] = times;
    for (const auto &[key, times] : m_server)
        counts[u"server %1: %2"_s.arg(QString::fromLatin1(serverPhases[size_t(key.first)]),
                                      eventName(serverEvents, key.second))] = times;
    return counts;
}

// Left out are pairs that come about by a rare race only (a message that was under way when the
// device gave up, a timer that rings in the step of an answer): tst_session_tables tries them all.
QStringList stepsThatMustHappen()
{
    const std::map<QString, QString> events{
        {u"device Backoff"_s, u"LocalSaved NetworkUp SocketClosed Tick TransactionDone"_s},
        {u"device Connecting"_s, u"LocalSaved SocketClosed SocketOpened"_s},
        {u"device Draining"_s,
         u"ACK GOAWAY LocalSaved NACK PONG PURGE SocketClosed Tick TransactionDone"_s},
        {u"device Greeting"_s, u"HELLO_NO HELLO_OK LocalSaved SocketClosed Tick TransactionDone"_s},
        {u"device Halted"_s, u"LocalSaved Tick TransactionDone"_s},
        {u"device Live"_s,
         u"ACK AUTH_NEED CHECKPOINT DELTA DIGEST GOAWAY LocalSaved NACK PONG PURGE SCOPE SNAP_BEGIN SocketClosed Tick TransactionDone senseless"_s},
        {u"device NeedLogin"_s, u"LocalSaved TokenReady"_s},
        {u"device Off"_s, u"Start"_s},
        {u"device Review"_s, u"LocalSaved RemovalAccepted TransactionDone"_s},
        {u"device Revoked"_s, u"LocalSaved Start Tick TransactionDone"_s},
        {u"device Snapshot"_s,
         u"ACK AUTH_NEED GOAWAY LocalSaved NACK PONG SNAP_BEGIN SNAP_END SNAP_PAGE SocketClosed Tick TransactionDone"_s},
        {u"device UpgradeRequired"_s, u"LocalSaved Start"_s},
        {u"server Accepted"_s,
         u"EpochBegun HELLO HeadMoved Opened ShuttingDown SocketClosed Tick"_s},
        {u"server Closing"_s, u"BatchDecided HeadMoved"_s},
        {u"server Draining"_s,
         u"BatchDecided BatchRefused CREDIT EpochBegun HeadMoved PING PUSH ShuttingDown SocketClosed"_s},
        {u"server Live"_s,
         u"AUTH BatchDecided BatchRefused BucketsArrived CREDIT CheckpointArrived DIGEST_REQ EpochBegun FETCH HeadMoved INCIDENT PING PUSH ReadFailed Renewed RowsArrived ScopeArrived ScopeMoved ShuttingDown SocketClosed TakenOver Tick WriteBufferHigh WriteBufferLow senseless"_s},
        {u"server Snapshot"_s,
         u"AUTH BatchDecided BatchRefused CREDIT EpochBegun HeadMoved PING PUSH PageArrived ReadFailed Renewed ShuttingDown SocketClosed WriteBufferHigh WriteBufferLow"_s},
        {u"server Verifying"_s, u"HELLO HeadMoved HelloChecked"_s},
    };
    QStringList steps;
    for (const auto &[phase, names] : events) {
        for (const QString &name : names.split(u' '))
            steps.append(phase + u": "_s + name);
    }
    return steps;
}

} // namespace film::simulation
