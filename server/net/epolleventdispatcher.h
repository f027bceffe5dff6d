#pragma once

#include "net/doorbell.h"
#include "net/readinesslistener.h"
#include "net/timerlist.h"

#include <QAbstractEventDispatcher>
#include <QSocketNotifier>

#include <atomic>
#include <memory>
#include <span>
#include <sys/epoll.h>
#include <vector>

namespace net {

/// A Qt event dispatcher on Linux's epoll. Qt's own one hands every descriptor to poll() in each turn, which costs time
/// in proportion to the connections that are open; this one costs time only for those that have something to say.
///
/// What is ready is handled before the timers that are due, as Qt does it: whoever waited for an answer with a deadline
/// gets an answer that has arrived, even when the thread was late for both.
///
/// Give it to a thread before the thread starts: `thread.setEventDispatcher(new EpollEventDispatcher)`; the thread owns
/// it from then on. Level-triggered, as QAbstractSocket expects.
/// Thread: the one it dispatches for; wakeUp() and interrupt() may be called from any.
class EpollEventDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollEventDispatcher(QObject *parent = nullptr);
    ~EpollEventDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    /// Calls @p listener, which must outlive this, when @p descriptor is ready: what a notifier does, without an event
    /// and an object for each. One listener for a descriptor; calling it again changes what it waits for.
    void watch(int descriptor, ReadinessListener &listener, Readiness interest);
    /// Call it before the descriptor is closed.
    void unwatch(int descriptor);

    /// Rings @p doorbell when what this thread is doing in this turn is done: before it waits, and after it has handled
    /// what was ready. Thread: its own.
    void ringAtTurnsEnd(std::shared_ptr<Doorbell> doorbell);

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    /// Who wants to know about one descriptor.
    struct Watch
    {
        ReadinessListener *listener = nullptr;
        Readiness listenerInterest;
        bool isAdded = false; ///< whether epoll knows the descriptor
        quint32 generation = 0; ///< grows when the last one goes, so that events on their way are known as stale
        QSocketNotifier *notifiers[3] = {nullptr, nullptr, nullptr}; ///< in the order of QSocketNotifier::Type

        [[nodiscard]] quint32 events() const;
    };

    [[nodiscard]] Watch &watchOf(int descriptor);
    void updateWatch(int descriptor);
    [[nodiscard]] int waitTimeout(QEventLoop::ProcessEventsFlags flags) const;
    [[nodiscard]] std::span<epoll_event> waitForEvents(std::span<epoll_event> ready, int timeoutMs);
    int handleReady(std::span<epoll_event> ready, bool includesSockets);
    int activate(const epoll_event &event);
    int notifyListener(const epoll_event &event);
    int activateNotifier(const epoll_event &event, QSocketNotifier::Type type);
    [[nodiscard]] Watch *currentWatch(const epoll_event &event);
    void drainWakeUp();

    void ringDoorbells();

    int m_epoll = -1;
    int m_wakeUpEvent = -1;
    std::vector<Watch> m_watches; ///< indexed by descriptor: the kernel hands out the lowest free number
    size_t m_watchCount = 0; ///< how many descriptors epoll knows
    TimerList m_timers;
    std::vector<std::shared_ptr<Doorbell>> m_doorbells; ///< to be rung
    std::atomic<bool> m_isInterrupted = false;
    /// A wake-up was asked for and no turn has begun since.
    std::atomic<bool> m_isWakeUpPending = false;
    /// The thread is in epoll_wait or about to enter it, so that a wake-up needs the descriptor.
    std::atomic<bool> m_isWaiting = false;
};

} // namespace net
