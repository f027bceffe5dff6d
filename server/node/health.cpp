#include "node/health.h"

namespace node {

Health::Health() : m_startedAt(Clock::now()), m_latestTick(Clock::now()) {}

void Health::noteTick()
{
    m_latestTick = Clock::now();
}

Health::State Health::state() const
{
    if (m_isShuttingDown)
        return State::ShuttingDown;
    if (Clock::now() - m_latestTick.load() > stalledAfter)
        return State::Stalled;
    return m_storage;
}

std::chrono::milliseconds Health::uptime() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_startedAt);
}

} // namespace node
