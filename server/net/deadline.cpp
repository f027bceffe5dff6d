#include "net/deadline.h"

#include <QTimerEvent>

#include <algorithm>
#include <bit>

namespace net {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds longDelay = 1s;
constexpr std::chrono::milliseconds mostEarly = 128ms;
constexpr int shareEarly = 16; ///< one part in so many
/// Then the sockets have their turn: what these deadlines sent may have been answered, and is still in the caches.
constexpr int mostAtOnce = 64;
constexpr std::chrono::milliseconds timerGrain = 1ms; ///< a timer may be late by as much
constexpr int shareMadeUpFor = 10; ///< one part in so many

/// Powers of two, so that delays of different lengths meet as well.
std::chrono::milliseconds grainOf(std::chrono::milliseconds delay)
{
    const auto grain = std::bit_floor(quint64((delay / shareEarly).count()));
    return std::min(std::chrono::milliseconds(grain), mostEarly);
}

} // namespace

DeadlineQueue::DeadlineQueue(QObject *parent) : QObject(parent) {}

DeadlineQueue::~DeadlineQueue()
{
    for (const Entry &entry : m_heap)
        entry.deadline->m_index = Deadline::notQueued;
}

void DeadlineQueue::stop()
{
    m_isStopped = true;
    m_timer.stop();
}

void DeadlineQueue::insert(Deadline *deadline, Clock::time_point due)
{
    m_heap.push_back({due, m_nextNumber++, deadline});
    deadline->m_index = m_heap.size() - 1;
    siftUp(m_heap.size() - 1);
    armTimer();
}

void DeadlineQueue::remove(Deadline *deadline)
{
    const size_t index = deadline->m_index;
    deadline->m_index = Deadline::notQueued;
    const Entry last = m_heap.back();
    m_heap.pop_back();
    if (last.deadline == deadline)
        return;
    place(index, last);
    siftUp(index);
    siftDown(last.deadline->m_index);
}

void DeadlineQueue::place(size_t index, const Entry &entry)
{
    m_heap[index] = entry;
    entry.deadline->m_index = index;
}

void DeadlineQueue::siftUp(size_t index)
{
    const Entry entry = m_heap[index];
    while (index > 0) {
        const size_t parent = (index - 1) / 2;
        if (m_heap[parent] < entry)
            break;
        place(index, m_heap[parent]);
        index = parent;
    }
    place(index, entry);
}

void DeadlineQueue::siftDown(size_t index)
{
    const Entry entry = m_heap[index];
    for (size_t child = 2 * index + 1; child < m_heap.size(); child = 2 * index + 1) {
        if (child + 1 < m_heap.size() && m_heap[child + 1] < m_heap[child])
            ++child;
        if (entry < m_heap[child])
            break;
        place(index, m_heap[child]);
        index = child;
    }
    place(index, entry);
}

void DeadlineQueue::armTimer()
{
    // A timer that fires too early only looks and is set again; that is rarer than deadlines being put off.
    if (m_isStopped || m_heap.empty() || m_heap.front().due >= m_timerDue)
        return;
    m_timerDue = m_heap.front().due;
    const auto delay = std::chrono::ceil<std::chrono::milliseconds>(m_timerDue - Clock::now());
    m_timer.start(int(std::max(delay, 0ms).count()), Qt::PreciseTimer, this);
}

void DeadlineQueue::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_timer.stop();
    m_timerDue = Clock::time_point::max();
    const auto now = Clock::now();
    for (int i = 0; i < mostAtOnce && !m_heap.empty() && m_heap.front().due <= now; ++i) {
        Deadline *deadline = m_heap.front().deadline;
        remove(deadline);
        // The callback may destroy the deadline it belongs to, so it runs from a copy.
        const auto onExpired = deadline->m_onExpired;
        onExpired();
    }
    armTimer();
}

Deadline::Deadline(std::function<void()> onExpired) : m_onExpired(std::move(onExpired)) {}

Deadline::~Deadline()
{
    cancel();
}

void Deadline::expireIn(DeadlineQueue &queue, std::chrono::milliseconds delay)
{
    expireAt(queue, DeadlineQueue::Clock::now() + delay);
}

void Deadline::expireTogether(DeadlineQueue &queue, std::chrono::milliseconds delay)
{
    auto due = DeadlineQueue::Clock::now() + delay;
    if (delay >= longDelay)
        due -= due.time_since_epoch() % grainOf(delay);
    expireAt(queue, due);
}

void Deadline::expireNext(DeadlineQueue &queue, std::chrono::milliseconds delay)
{
    const auto due = m_due + delay - timerGrain;
    expireAt(queue, std::max(due, DeadlineQueue::Clock::now() + delay - delay / shareMadeUpFor));
}

void Deadline::expireAt(DeadlineQueue &queue, DeadlineQueue::Clock::time_point due)
{
    cancel();
    m_queue = &queue;
    m_due = due;
    queue.insert(this, due);
}

void Deadline::cancel()
{
    if (isPending())
        m_queue->remove(this);
}

} // namespace net
