#include "gateway/ratebucket.h"

#include <algorithm>

namespace gateway {

using std::chrono::duration;
using std::chrono::duration_cast;
using std::chrono::nanoseconds;

Rate Rate::perSecond(double count, double burst)
{
    if (count <= 0)
        return {};
    const duration<double> interval(1 / count);
    return {std::max(duration_cast<nanoseconds>(interval), nanoseconds(1)),
            duration_cast<nanoseconds>(interval * (std::max(burst, 1.0) - 1))};
}

nanoseconds RateBucket::take(const Rate &rate, RateClock::time_point now)
{
    if (rate.interval.count() == 0)
        return nanoseconds(0);
    RateClock::time_point usedUntil = m_usedUntil.load(std::memory_order_relaxed);
    for (;;) {
        const RateClock::time_point from = std::max(usedUntil, now);
        if (from - now > rate.tolerance)
            return from - now - rate.tolerance;
        if (m_usedUntil.compare_exchange_weak(usedUntil, from + rate.interval, std::memory_order_relaxed))
            return nanoseconds(0);
    }
}

bool RateBucket::isFull(RateClock::time_point now) const
{
    return m_usedUntil.load(std::memory_order_relaxed) <= now;
}

} // namespace gateway
