#include "server/net/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimerEvent>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace film::server {

namespace {

constexpr int eventsPerWait = 256;

qint64 dispatcherClockMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

constexpr std::array<quint32, 3> eventsOfType{EPOLLIN, EPOLLOUT, EPOLLPRI};

} // namespace

quint32 EpollDispatcher::Watch::events() const
{
    quint32 events = 0;
    for (size_t type = 0; type < notifiers.size(); ++type) {
        if (notifiers[type])
            events |= eventsOfType[type];
    }
    return events;
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUp(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (m_epoll < 0 || m_wakeUp < 0)
        qFatal("no descriptors left for an event loop");
    watch(m_wakeUp, EPOLLIN, true);
}

EpollDispatcher::~EpollDispatcher()
{
    close(m_wakeUp);
    close(m_epoll);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_isInterrupted = false;
    emit awake();
    QCoreApplication::sendPostedEvents();

    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_isInterrupted;
    if (mayWait)
        emit aboutToBlock();
    const int ready = waitForEvents(flags, mayWait ? msToNextTimer() : 0);
    if (mayWait)
        emit awake();
    return runTimers() || ready > 0;
}

int EpollDispatcher::waitForEvents(QEventLoop::ProcessEventsFlags flags, int timeoutMs)
{
    if (flags.testFlag(QEventLoop::ExcludeSocketNotifiers)) {
        pollfd wakeUp{m_wakeUp, POLLIN, 0};
        const int ready = poll(&wakeUp, 1, timeoutMs);
        if (ready > 0)
            drainWakeUp();
        return ready;
    }
    std::array<epoll_event, eventsPerWait> events;
    const int ready = epoll_wait(m_epoll, events.data(), eventsPerWait, timeoutMs);
    for (int i = 0; i < ready; ++i) {
        const epoll_event &event = events[static_cast<size_t>(i)];
        if (event.data.fd == m_wakeUp)
            drainWakeUp();
        else
            dispatch(event.data.fd, event.events);
    }
    return ready;
}

void EpollDispatcher::dispatch(int descriptor, quint32 events)
{
    // An error wakes whoever is there: the read or write that follows finds out what it is.
    const bool everybody = events & (EPOLLERR | EPOLLHUP);
    for (size_t type = 0; type < eventsOfType.size(); ++type) {
        if (!everybody && !(events & eventsOfType[type]))
            continue;
        // Looked up again each time: what ran before may have taken it away.
        const auto watch = m_watches.constFind(descriptor);
        if (watch == m_watches.constEnd())
            return;
        if (QSocketNotifier *notifier = watch->notifiers[type]) {
            QEvent activated(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &activated);
        }
    }
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    const bool isNew = !m_watches.contains(descriptor);
    Watch &entry = m_watches[descriptor];
    entry.notifiers[static_cast<size_t>(notifier->type())] = notifier;
    watch(descriptor, entry.events(), isNew);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    const auto entry = m_watches.find(descriptor);
    if (entry == m_watches.end())
        return;
    QSocketNotifier *&registered = entry->notifiers[static_cast<size_t>(notifier->type())];
    if (registered != notifier)
        return;
    registered = nullptr;
    if (entry->events() != 0)
        return watch(descriptor, entry->events(), false);
    m_watches.erase(entry);
    // Fails where the descriptor was closed already, and then the kernel has forgotten it.
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
}

void EpollDispatcher::watch(int descriptor, quint32 events, bool isNew) const
{
    epoll_event event{};
    event.events = events;
    event.data.fd = descriptor;
    const int first = isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
    const int second = isNew ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    // The kernel may know otherwise than we do: numbers of closed descriptors come back.
    if (epoll_ctl(m_epoll, first, descriptor, &event) != 0
        && epoll_ctl(m_epoll, second, descriptor, &event) != 0)
        qWarning("descriptor %d cannot be watched", descriptor);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType type,
                                    QObject *object)
{
    unregisterTimer(timerId);
    const Milliseconds deadline = dispatcherClockMs() + interval;
    m_timers.insert(timerId, {object, interval, deadline, type, false});
    m_deadlines.emplace(deadline, timerId);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    const auto timer = m_timers.constFind(timerId);
    if (timer == m_timers.constEnd())
        return false;
    m_deadlines.erase({timer->deadline, timerId});
    m_timers.erase(timer);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    const QList<TimerInfo> timers = registeredTimers(object);
    for (const TimerInfo &timer : timers)
        unregisterTimer(timer.timerId);
    return !timers.isEmpty();
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> timers;
    for (auto timer = m_timers.begin(); timer != m_timers.end(); ++timer) {
        if (timer->object == object)
            timers.emplaceBack(timer.key(), static_cast<int>(timer->interval), timer->type);
    }
    return timers;
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto timer = m_timers.constFind(timerId);
    if (timer == m_timers.constEnd())
        return -1;
    return static_cast<int>(std::max<Milliseconds>(timer->deadline - dispatcherClockMs(), 0));
}

int EpollDispatcher::msToNextTimer() const
{
    if (m_deadlines.empty())
        return -1;
    const Milliseconds left = m_deadlines.begin()->first - dispatcherClockMs();
    return static_cast<int>(std::clamp<Milliseconds>(left, 0, std::numeric_limits<int>::max()));
}

bool EpollDispatcher::runTimers()
{
    // Those that are due now and no others, or timers of 0 ms would keep the sockets waiting.
    const Milliseconds now = dispatcherClockMs();
    std::vector<int> due;
    for (const auto &[deadline, id] : m_deadlines) {
        if (deadline > now)
            break;
        due.push_back(id);
    }
    bool hasRun = false;
    for (const int id : due) {
        const auto timer = m_timers.find(id);
        if (timer == m_timers.end() || timer->deadline > now)
            continue;
        m_deadlines.erase({timer->deadline, id});
        timer->deadline = std::max(timer->deadline + timer->interval, now);
        m_deadlines.emplace(timer->deadline, id);
        if (timer->isRunning)
            continue;
        timer->isRunning = true;
        hasRun = true;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer->object, &event);
        if (const auto same = m_timers.find(id); same != m_timers.end())
            same->isRunning = false;
    }
    return hasRun;
}

void EpollDispatcher::wakeUp()
{
    if (m_isWakeUpWritten.exchange(true))
        return;
    const quint64 one = 1;
    // Can only fail when the counter is full, and then the loop is awake anyway.
    [[maybe_unused]] const ssize_t written = write(m_wakeUp, &one, sizeof one);
}

void EpollDispatcher::drainWakeUp()
{
    quint64 count = 0;
    [[maybe_unused]] const ssize_t got = read(m_wakeUp, &count, sizeof count);
    // In this order: a wake-up in between isn't written, but what it is for is in the queue
    // already and is looked at before the next wait.
    m_isWakeUpWritten = false;
}

void EpollDispatcher::interrupt()
{
    m_isInterrupted = true;
    wakeUp();
}

} // namespace film::server
