#pragma once

#include <QAbstractEventDispatcher>
#include <QHash>

#include <chrono>
#include <map>
#include <optional>
#include <vector>

namespace net {

/// The timers of one event dispatcher, ordered by when they are due.
/// Thread: the dispatcher's.
class TimerList
{
public:
    using Clock = std::chrono::steady_clock;

    void add(int timerId, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object);
    /// False when there is no such timer.
    bool remove(int timerId);
    /// Removes every timer of @p object; false when it had none.
    bool removeAll(const QObject *object);

    [[nodiscard]] QList<QAbstractEventDispatcher::TimerInfo> timersOf(const QObject *object) const;
    /// Time until the timer is due, never negative; nothing when there is no such timer.
    [[nodiscard]] std::optional<std::chrono::milliseconds> remaining(int timerId) const;
    /// Time until the first timer is due, rounded up to whole milliseconds; nothing when there are no timers.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilFirst() const;
    [[nodiscard]] bool isAnyDue() const { return !m_byDue.empty() && m_byDue.begin()->first <= Clock::now(); }

    /// Sends a QTimerEvent for each timer that is due now, once each. Returns how many were sent.
    int activateDue();

private:
    struct Timer
    {
        std::chrono::milliseconds interval;
        Qt::TimerType type;
        QObject *object;
        Clock::time_point due;
    };

    void schedule(int timerId, Timer &timer, Clock::time_point due);
    void unschedule(int timerId, const Timer &timer);

    QHash<int, Timer> m_timers;
    std::multimap<Clock::time_point, int> m_byDue;
};

} // namespace net
