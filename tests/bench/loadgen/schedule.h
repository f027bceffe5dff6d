#pragma once

#include "clock.h"
#include "sessionpool.h"

#include <cstdint>
#include <functional>

namespace loadgen {

/// Does something at a fixed rate, whatever the server does.
class Schedule
{
public:
    /// Called when the thing with the number `index` is done; it was due at `due`.
    using Step = std::function<void(std::uint32_t index, TimePoint due)>;

    /// `rate` per second. The pool must outlive the schedule.
    Schedule(SessionPool &pool, std::uint32_t rate, Step step);
    /// Serves the pool's sessions meanwhile. What falls due between two calls is done by the later one.
    void runUntil(TimePoint end);

private:
    SessionPool &m_pool;
    Step m_step;
    Nanoseconds m_interval;
    TimePoint m_next;
    std::uint32_t m_count = 0;
};

} // namespace loadgen
