#pragma once

#include "net/timerlist.h"

#include <QAbstractEventDispatcher>
#include <QSocketNotifier>

#include <atomic>
#include <sys/epoll.h>
#include <vector>

namespace net {

/// A Qt event dispatcher on Linux's epoll. Qt's own one hands every descriptor to poll() in each turn, which costs time
/// in proportion to the connections that are open; this one costs time only for those that have something to say.
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

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    /// The notifiers of one descriptor, in the order of QSocketNotifier::Type: read, write, exception.
    struct Watch
    {
        QSocketNotifier *notifiers[3] = {nullptr, nullptr, nullptr};
        bool isAdded = false; ///< whether epoll knows the descriptor
        quint32 generation = 0; ///< grows when the last notifier goes, so that events on their way are known as stale

        [[nodiscard]] quint32 events() const;
    };

    void updateWatch(int descriptor);
    [[nodiscard]] int waitTimeout(QEventLoop::ProcessEventsFlags flags) const;
    int waitForEvents(int timeoutMs);
    int activateNotifiers(int count);
    int activate(int descriptor, QSocketNotifier::Type type);
    void drainWakeUp();

    int m_epoll = -1;
    int m_wakeUpEvent = -1;
    std::vector<Watch> m_watches; ///< indexed by descriptor: the kernel hands out the lowest free number
    std::vector<epoll_event> m_ready;
    TimerList m_timers;
    std::atomic<bool> m_isInterrupted = false;
    /// A wake-up was asked for and no turn has begun since.
    std::atomic<bool> m_isWakeUpPending = false;
    /// The thread is in epoll_wait or about to enter it, so that a wake-up needs the descriptor.
    std::atomic<bool> m_isWaiting = false;
};

} // namespace net
