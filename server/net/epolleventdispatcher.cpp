#include "net/epolleventdispatcher.h"

#include "net/logging.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace net {

namespace {

constexpr size_t readyEventsPerTurn = 512;
constexpr quint32 epollEventOf[] = {EPOLLIN, EPOLLOUT, EPOLLPRI};

/// What epoll hands back with an event: which descriptor, and which of its successive users.
quint64 tagOf(int descriptor, quint32 generation)
{
    return quint64(generation) << 32 | quint32(descriptor);
}

} // namespace

quint32 EpollEventDispatcher::Watch::events() const
{
    quint32 result = (listenerInterest.isToRead ? EPOLLIN : 0u) | (listenerInterest.isToWrite ? EPOLLOUT : 0u);
    for (int type = 0; type < 3; ++type) {
        if (notifiers[type])
            result |= epollEventOf[type];
    }
    return result;
}

EpollEventDispatcher::EpollEventDispatcher(QObject *parent) : QAbstractEventDispatcher(parent)
{
    m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    m_wakeUpEvent = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (m_epoll == -1 || m_wakeUpEvent == -1)
        qFatal("Cannot create an event loop: %s", qPrintable(qt_error_string(errno)));

    epoll_event event = {};
    event.events = EPOLLIN;
    event.data.u64 = tagOf(m_wakeUpEvent, 0);
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUpEvent, &event);
}

EpollEventDispatcher::~EpollEventDispatcher()
{
    ringDoorbells(); // for what was posted after the last turn
    ::close(m_wakeUpEvent);
    ::close(m_epoll);
}

bool EpollEventDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_isInterrupted.store(false);
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    ringDoorbells();
    if (m_isInterrupted.load())
        return false;

    const int timeout = waitTimeout(flags);
    if (timeout != 0)
        Q_EMIT aboutToBlock();
    const bool includesSockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    // A list of this turn's own: what is called from here may run an event loop itself.
    std::array<epoll_event, readyEventsPerTurn> space;
    auto ready = waitForEvents(space, timeout);
    int handled = handleReady(ready, includesSockets);
    // Epoll goes round: after as many descriptors as there are, each has had its turn.
    for (size_t seen = ready.size(); ready.size() == space.size() && seen < m_watchCount && m_timers.isAnyDue();
         seen += ready.size()) {
        ready = waitForEvents(space, 0);
        handled += handleReady(ready, includesSockets);
    }
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers))
        handled += m_timers.activateDue();
    ringDoorbells();
    return handled > 0;
}

void EpollEventDispatcher::ringAtTurnsEnd(std::shared_ptr<Doorbell> doorbell)
{
    m_doorbells.push_back(std::move(doorbell));
}

void EpollEventDispatcher::ringDoorbells()
{
    for (const auto &doorbell : m_doorbells)
        doorbell->ring();
    m_doorbells.clear();
}

int EpollEventDispatcher::waitTimeout(QEventLoop::ProcessEventsFlags flags) const
{
    if (!flags.testFlag(QEventLoop::WaitForMoreEvents) || m_isInterrupted.load())
        return 0;
    const auto untilFirst = m_timers.untilFirst();
    return untilFirst ? int(std::min<qint64>(untilFirst->count(), std::numeric_limits<int>::max())) : -1;
}

std::span<epoll_event> EpollEventDispatcher::waitForEvents(std::span<epoll_event> ready, int timeoutMs)
{
    // wakeUp() first marks the wake-up as pending and then looks whether we wait; we first say that we wait and then
    // look for a pending wake-up. Both are sequentially consistent, so at least one of us sees the other.
    m_isWaiting.store(true);
    if (m_isWakeUpPending.exchange(false))
        timeoutMs = 0;
    int count;
    do {
        count = ::epoll_wait(m_epoll, ready.data(), int(ready.size()), timeoutMs);
    } while (count == -1 && errno == EINTR);
    m_isWaiting.store(false);
    return ready.first(size_t(std::max(count, 0)));
}

int EpollEventDispatcher::handleReady(std::span<epoll_event> ready, bool includesSockets)
{
    int activated = 0;
    for (const epoll_event &event : ready) {
        if (event.data.u64 == tagOf(m_wakeUpEvent, 0))
            drainWakeUp();
        else if (includesSockets)
            activated += activate(event);
    }
    return activated;
}

int EpollEventDispatcher::activate(const epoll_event &event)
{
    // A hang-up or an error shows itself to whoever reads or writes next.
    constexpr quint32 readEvents = EPOLLIN | EPOLLHUP | EPOLLERR | EPOLLRDHUP;
    constexpr quint32 writeEvents = EPOLLOUT | EPOLLHUP | EPOLLERR;
    int activated = notifyListener(event);
    if (event.events & readEvents)
        activated += activateNotifier(event, QSocketNotifier::Read);
    if (event.events & writeEvents)
        activated += activateNotifier(event, QSocketNotifier::Write);
    if (event.events & EPOLLPRI)
        activated += activateNotifier(event, QSocketNotifier::Exception);
    return activated;
}

EpollEventDispatcher::Watch *EpollEventDispatcher::currentWatch(const epoll_event &event)
{
    // Looked up anew each time: what ran before may have closed the descriptor, and a new socket got its number.
    Watch &watch = m_watches[quint32(event.data.u64)];
    return watch.generation == quint32(event.data.u64 >> 32) ? &watch : nullptr;
}

int EpollEventDispatcher::notifyListener(const epoll_event &event)
{
    constexpr quint32 trouble = EPOLLHUP | EPOLLERR;
    int notified = 0;
    const Watch *watch = currentWatch(event);
    if (watch && watch->listenerInterest.isToRead && event.events & (EPOLLIN | EPOLLRDHUP | trouble)) {
        watch->listener->handleReadable();
        ++notified;
        watch = currentWatch(event);
    }
    if (watch && watch->listenerInterest.isToWrite && event.events & (EPOLLOUT | trouble)) {
        watch->listener->handleWritable();
        ++notified;
    }
    return notified;
}

int EpollEventDispatcher::activateNotifier(const epoll_event &event, QSocketNotifier::Type type)
{
    const Watch *watch = currentWatch(event);
    if (!watch || !watch->notifiers[type])
        return 0;
    QEvent activation(QEvent::SockAct);
    QCoreApplication::sendEvent(watch->notifiers[type], &activation);
    return 1;
}

void EpollEventDispatcher::drainWakeUp()
{
    eventfd_t value;
    ::eventfd_read(m_wakeUpEvent, &value);
    m_isWakeUpPending.store(false);
}

EpollEventDispatcher::Watch &EpollEventDispatcher::watchOf(int descriptor)
{
    const auto index = size_t(descriptor);
    if (index >= m_watches.size())
        m_watches.resize(std::max(index + 1, m_watches.size() * 2));
    return m_watches[index];
}

void EpollEventDispatcher::watch(int descriptor, ReadinessListener &listener, Readiness interest)
{
    Watch &watch = watchOf(descriptor);
    watch.listener = &listener;
    watch.listenerInterest = interest;
    updateWatch(descriptor);
}

void EpollEventDispatcher::unwatch(int descriptor)
{
    Watch &watch = watchOf(descriptor);
    if (!std::exchange(watch.listener, nullptr))
        return;
    watch.listenerInterest = {};
    updateWatch(descriptor);
}

void EpollEventDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = int(notifier->socket());
    QSocketNotifier *&slot = watchOf(descriptor).notifiers[notifier->type()];
    if (slot && slot != notifier)
        qCWarning(lcNet, "Two notifiers of one type watch descriptor %d.", descriptor);
    slot = notifier;
    updateWatch(descriptor);
}

void EpollEventDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = size_t(notifier->socket());
    if (descriptor >= m_watches.size())
        return;
    QSocketNotifier *&slot = m_watches[descriptor].notifiers[notifier->type()];
    if (slot != notifier)
        return;
    slot = nullptr;
    updateWatch(int(descriptor));
}

void EpollEventDispatcher::updateWatch(int descriptor)
{
    Watch &watch = m_watches[size_t(descriptor)];
    epoll_event event = {};
    event.events = watch.events();
    event.data.u64 = tagOf(descriptor, watch.generation);
    if (event.events == 0) {
        // Fails without harm where the descriptor has been closed before.
        if (std::exchange(watch.isAdded, false)) {
            ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, &event);
            --m_watchCount;
        }
        ++watch.generation;
        return;
    }
    int result = ::epoll_ctl(m_epoll, watch.isAdded ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, descriptor, &event);
    if (result == -1 && errno == ENOENT)
        result = ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
    else if (result == -1 && errno == EEXIST)
        result = ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
    if (result == -1)
        qCWarning(lcNet, "Cannot watch descriptor %d: %s", descriptor, qPrintable(qt_error_string(errno)));
    m_watchCount += size_t(result == 0) - size_t(watch.isAdded);
    watch.isAdded = result == 0;
}

void EpollEventDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    m_timers.add(timerId, std::chrono::milliseconds(interval), timerType, object);
}

bool EpollEventDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollEventDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollEventDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.timersOf(object);
}

int EpollEventDispatcher::remainingTime(int timerId)
{
    const auto remaining = m_timers.remaining(timerId);
    return remaining ? int(remaining->count()) : -1;
}

void EpollEventDispatcher::wakeUp()
{
    if (m_isWakeUpPending.exchange(true))
        return;
    if (m_isWaiting.load())
        ::eventfd_write(m_wakeUpEvent, 1);
}

void EpollEventDispatcher::interrupt()
{
    m_isInterrupted.store(true);
    wakeUp();
}

} // namespace net
