#include "net/epolleventdispatcher.h"

#include "net/logging.h"

#include <QCoreApplication>

#include <cerrno>
#include <sys/eventfd.h>
#include <unistd.h>

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
    quint32 result = 0;
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
    m_ready.resize(readyEventsPerTurn);
}

EpollEventDispatcher::~EpollEventDispatcher()
{
    ::close(m_wakeUpEvent);
    ::close(m_epoll);
}

bool EpollEventDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_isInterrupted.store(false);
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    if (m_isInterrupted.load())
        return false;

    const int timeout = waitTimeout(flags);
    if (timeout != 0)
        Q_EMIT aboutToBlock();
    const int readyCount = waitForEvents(timeout);

    int handled = 0;
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers))
        handled += m_timers.activateDue();
    if (!flags.testFlag(QEventLoop::ExcludeSocketNotifiers))
        handled += activateNotifiers(readyCount);
    return handled > 0;
}

int EpollEventDispatcher::waitTimeout(QEventLoop::ProcessEventsFlags flags) const
{
    if (!flags.testFlag(QEventLoop::WaitForMoreEvents) || m_isInterrupted.load())
        return 0;
    const auto untilFirst = m_timers.untilFirst();
    return untilFirst ? int(std::min<qint64>(untilFirst->count(), std::numeric_limits<int>::max())) : -1;
}

int EpollEventDispatcher::waitForEvents(int timeoutMs)
{
    // wakeUp() first marks the wake-up as pending and then looks whether we wait; we first say that we wait and then
    // look for a pending wake-up. Both are sequentially consistent, so at least one of us sees the other.
    m_isWaiting.store(true);
    if (m_isWakeUpPending.exchange(false))
        timeoutMs = 0;
    int count;
    do {
        count = ::epoll_wait(m_epoll, m_ready.data(), int(m_ready.size()), timeoutMs);
    } while (count == -1 && errno == EINTR);
    m_isWaiting.store(false);
    return std::max(count, 0);
}

int EpollEventDispatcher::activateNotifiers(int count)
{
    int activated = 0;
    for (int i = 0; i < count; ++i) {
        const quint64 tag = m_ready[size_t(i)].data.u64;
        const int descriptor = int(quint32(tag));
        const quint32 events = m_ready[size_t(i)].events;
        if (descriptor == m_wakeUpEvent) {
            drainWakeUp();
            continue;
        }
        // What ran before in this turn may have closed the descriptor, and a new socket may have got its number.
        if (m_watches[size_t(descriptor)].generation != quint32(tag >> 32))
            continue;
        // A hang-up or an error shows itself to whoever reads or writes next.
        if (events & (EPOLLIN | EPOLLHUP | EPOLLERR | EPOLLRDHUP))
            activated += activate(descriptor, QSocketNotifier::Read);
        if (events & (EPOLLOUT | EPOLLHUP | EPOLLERR))
            activated += activate(descriptor, QSocketNotifier::Write);
        if (events & EPOLLPRI)
            activated += activate(descriptor, QSocketNotifier::Exception);
    }
    return activated;
}

int EpollEventDispatcher::activate(int descriptor, QSocketNotifier::Type type)
{
    // Looked up anew each time: whatever ran before may have closed the descriptor or removed its notifiers.
    if (size_t(descriptor) >= m_watches.size())
        return 0;
    QSocketNotifier *notifier = m_watches[size_t(descriptor)].notifiers[type];
    if (!notifier)
        return 0;
    QEvent event(QEvent::SockAct);
    QCoreApplication::sendEvent(notifier, &event);
    return 1;
}

void EpollEventDispatcher::drainWakeUp()
{
    eventfd_t value;
    ::eventfd_read(m_wakeUpEvent, &value);
    m_isWakeUpPending.store(false);
}

void EpollEventDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = size_t(notifier->socket());
    if (descriptor >= m_watches.size())
        m_watches.resize(std::max(descriptor + 1, m_watches.size() * 2));
    QSocketNotifier *&slot = m_watches[descriptor].notifiers[notifier->type()];
    if (slot && slot != notifier)
        qCWarning(lcNet, "Two notifiers of one type watch descriptor %d.", int(descriptor));
    slot = notifier;
    updateWatch(int(descriptor));
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
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, &event);
        watch.isAdded = false;
        ++watch.generation;
        return;
    }
    int result = ::epoll_ctl(m_epoll, watch.isAdded ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, descriptor, &event);
    if (result == -1 && errno == ENOENT)
        result = ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
    else if (result == -1 && errno == EEXIST)
        result = ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
    watch.isAdded = result == 0;
    if (result == -1)
        qCWarning(lcNet, "Cannot watch descriptor %d: %s", descriptor, qPrintable(qt_error_string(errno)));
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
