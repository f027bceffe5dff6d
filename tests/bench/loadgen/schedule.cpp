#include "schedule.h"

#include <utility>

namespace loadgen {

Schedule::Schedule(SessionPool &pool, std::uint32_t rate, Step step)
    : m_pool(pool), m_step(std::move(step)), m_interval(Nanoseconds(std::chrono::seconds(1)) / rate),
      m_next(Clock::now() + m_interval)
{
}

void Schedule::runUntil(TimePoint end)
{
    while (Clock::now() < end) {
        for (; m_next <= Clock::now(); m_next += m_interval)
            m_step(m_count++, m_next);
        m_pool.poll(m_next);
    }
}

} // namespace loadgen
