#include "net/timerlist.h"

#include <QCoreApplication>

namespace net {

using namespace std::chrono_literals;

void TimerList::add(int timerId, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object)
{
    Timer &timer = m_timers[timerId];
    timer = Timer{interval, type, object, {}};
    schedule(timerId, timer, Clock::now() + interval);
}

bool TimerList::remove(int timerId)
{
    const auto it = m_timers.find(timerId);
    if (it == m_timers.end())
        return false;
    unschedule(timerId, *it);
    m_timers.erase(it);
    return true;
}

bool TimerList::removeAll(const QObject *object)
{
    std::vector<int> ids;
    for (auto it = m_timers.cbegin(); it != m_timers.cend(); ++it) {
        if (it->object == object)
            ids.push_back(it.key());
    }
    for (const int id : ids)
        remove(id);
    return !ids.empty();
}

QList<QAbstractEventDispatcher::TimerInfo> TimerList::timersOf(const QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> result;
    for (auto it = m_timers.cbegin(); it != m_timers.cend(); ++it) {
        if (it->object == object)
            result.append({it.key(), int(it->interval.count()), it->type});
    }
    return result;
}

std::optional<std::chrono::milliseconds> TimerList::remaining(int timerId) const
{
    const auto it = m_timers.constFind(timerId);
    if (it == m_timers.cend())
        return std::nullopt;
    return std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(it->due - Clock::now()));
}

std::optional<std::chrono::milliseconds> TimerList::untilFirst() const
{
    if (m_byDue.empty())
        return std::nullopt;
    return std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(m_byDue.begin()->first - Clock::now()));
}

int TimerList::activateDue()
{
    const auto now = Clock::now();
    std::vector<int> dueIds;
    for (auto it = m_byDue.cbegin(); it != m_byDue.cend() && it->first <= now; ++it)
        dueIds.push_back(it->second);

    int activated = 0;
    for (const int id : dueIds) {
        const auto it = m_timers.find(id);
        if (it == m_timers.end() || it->due > now)
            continue; // an earlier one of this round stopped or restarted it
        unschedule(id, *it);
        // At least a millisecond ahead, so that timers of zero do not starve the sockets.
        schedule(id, *it, now + std::max(it->interval, 1ms));
        QTimerEvent event(id);
        QCoreApplication::sendEvent(it->object, &event);
        ++activated;
    }
    return activated;
}

void TimerList::schedule(int timerId, Timer &timer, Clock::time_point due)
{
    timer.due = due;
    m_byDue.emplace(due, timerId);
}

void TimerList::unschedule(int timerId, const Timer &timer)
{
    const auto [first, last] = m_byDue.equal_range(timer.due);
    for (auto it = first; it != last; ++it) {
        if (it->second == timerId) {
            m_byDue.erase(it);
            return;
        }
    }
}

} // namespace net
