#pragma once

#include <atomic>
#include <chrono>

namespace gateway {

using RateClock = std::chrono::steady_clock;

/// A steady rate with a burst before it.
/// Thread: any (a value type).
struct Rate
{
    std::chrono::nanoseconds interval{0}; ///< between two of the steady rate; 0: no limit
    std::chrono::nanoseconds tolerance{0}; ///< by how much one may be ahead of it

    [[nodiscard]] static Rate perSecond(double count, double burst);
    [[nodiscard]] static Rate perMinute(double count, double burst) { return perSecond(count / 60, burst); }
};

/// Counts against a Rate. It is full at first. All it remembers is up to when the time has been used up, so that many
/// threads can share it without waiting for each other.
/// Thread: any.
class RateBucket final
{
public:
    /// Takes one and returns 0, or takes nothing and returns how long to wait.
    [[nodiscard]] std::chrono::nanoseconds take(const Rate &rate, RateClock::time_point now);
    /// Whether forgetting it would change nothing.
    [[nodiscard]] bool isFull(RateClock::time_point now) const;

private:
    std::atomic<RateClock::time_point> m_usedUntil{RateClock::time_point::min()};
    static_assert(std::atomic<RateClock::time_point>::is_always_lock_free);
};

} // namespace gateway
