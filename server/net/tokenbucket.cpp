#include "net/tokenbucket.h"

#include <algorithm>
#include <cmath>

namespace net {

TokenBucket::TokenBucket(double perSecond, double burst, Clock::time_point now)
    : m_perSecond(perSecond), m_burst(std::max(burst, 1.0)), m_tokens(m_burst), m_refilledAt(now)
{
}

bool TokenBucket::tryTake(Clock::time_point now)
{
    if (m_perSecond <= 0)
        return true;
    refill(now);
    if (m_tokens < 1)
        return false;
    m_tokens -= 1;
    return true;
}

std::chrono::milliseconds TokenBucket::untilNext(Clock::time_point now)
{
    if (m_perSecond <= 0)
        return std::chrono::milliseconds(0);
    refill(now);
    return std::chrono::milliseconds(qint64(std::ceil(std::max(0.0, 1 - m_tokens) / m_perSecond * 1000)));
}

bool TokenBucket::isFull(Clock::time_point now)
{
    refill(now);
    return m_perSecond <= 0 || m_tokens >= m_burst;
}

void TokenBucket::refill(Clock::time_point now)
{
    const double seconds = std::chrono::duration<double>(now - m_refilledAt).count();
    m_tokens = std::min(m_burst, m_tokens + seconds * m_perSecond);
    m_refilledAt = now;
}

} // namespace net
