#pragma once

#include "net/deadline.h"

namespace node {

/// Calls something again and again, from one interval after its construction until its destruction.
/// Thread: that of its queue.
class Ticker final
{
public:
    /// @p queue outlives the ticker.
    Ticker(net::DeadlineQueue &queue, std::chrono::milliseconds interval, std::function<void()> onTick);
    Q_DISABLE_COPY_MOVE(Ticker)

private:
    net::DeadlineQueue &m_queue;
    const std::chrono::milliseconds m_interval;
    const std::function<void()> m_onTick;
    net::Deadline m_deadline;
};

} // namespace node
