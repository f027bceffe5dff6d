#pragma once

#include <QBasicTimer>
#include <QObject>

#include <chrono>
#include <functional>
#include <limits>
#include <vector>

namespace net {

class Deadline;

/// All deadlines of one worker, behind a single timer: tens of thousands of sessions each have one, and a QTimer each
/// would cost more than the sessions themselves.
/// Thread: the one it lives in.
class DeadlineQueue final : public QObject
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    explicit DeadlineQueue(QObject *parent = nullptr);
    ~DeadlineQueue() override;

    /// Stops the timer; deadlines set from now on never expire. Call it in the queue's thread before the thread ends.
    void stop();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    friend class Deadline;
    struct Entry
    {
        Clock::time_point due;
        quint64 number; ///< of those due at once the one that was set first expires first
        Deadline *deadline;

        bool operator<(const Entry &other) const { return due != other.due ? due < other.due : number < other.number; }
    };

    void insert(Deadline *deadline, Clock::time_point due);
    void remove(Deadline *deadline);
    void place(size_t index, const Entry &entry);
    void siftUp(size_t index);
    void siftDown(size_t index);
    void armTimer();

    std::vector<Entry> m_heap; ///< a binary heap; each deadline knows its index
    quint64 m_nextNumber = 0;
    QBasicTimer m_timer;
    Clock::time_point m_timerDue = Clock::time_point::max();
    bool m_isStopped = false;
};

/// One moment at which something has to happen unless it is cancelled or put off before.
///
/// Expires once each time it is set; the callback may set it again or destroy its owner. Neither copied nor moved.
/// Thread: that of its queue, which outlives it.
class Deadline final
{
public:
    explicit Deadline(std::function<void()> onExpired);
    ~Deadline();
    Q_DISABLE_COPY_MOVE(Deadline)

    /// Sets or moves the moment; never early. Moving it to another queue is allowed.
    void expireIn(DeadlineQueue &queue, std::chrono::milliseconds delay);
    /// The same for what many have and nobody times: one of a second or more comes up to a sixteenth and at most 128 ms
    /// early, together with others, so that one timer, one turn and one flush serve them all.
    void expireTogether(DeadlineQueue &queue, std::chrono::milliseconds delay);
    /// The same, counted from the moment that expired last rather than from now, so that being late does not add up
    /// from one to the next. At most a tenth of @p delay is made up for. A millisecond early, so that the timer is not
    /// late.
    void expireNext(DeadlineQueue &queue, std::chrono::milliseconds delay);
    void cancel();
    [[nodiscard]] bool isPending() const { return m_index != notQueued; }
    /// Its moment has come, and it is about to expire.
    [[nodiscard]] bool isDue() const { return isPending() && m_due <= DeadlineQueue::Clock::now(); }

private:
    friend class DeadlineQueue;
    void expireAt(DeadlineQueue &queue, DeadlineQueue::Clock::time_point due);

    static constexpr size_t notQueued = std::numeric_limits<size_t>::max();

    std::function<void()> m_onExpired;
    DeadlineQueue *m_queue = nullptr;
    size_t m_index = notQueued;
    DeadlineQueue::Clock::time_point m_due; ///< the last one that was set
};

} // namespace net
