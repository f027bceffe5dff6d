#pragma once

#include <QtGlobal>

#include <chrono>

namespace net {

/// A token bucket: allows a burst, then a steady rate.
/// Thread: that of its owner.
class TokenBucket final
{
public:
    using Clock = std::chrono::steady_clock;

    /// @p perSecond tokens flow in each second, up to @p burst of them; it starts full. A rate of 0 or less lifts the
    /// limit.
    TokenBucket(double perSecond, double burst, Clock::time_point now);

    /// Takes a token if there is one.
    [[nodiscard]] bool tryTake(Clock::time_point now);
    /// How long until tryTake() can succeed again; 0 when it can now.
    [[nodiscard]] std::chrono::milliseconds untilNext(Clock::time_point now);
    [[nodiscard]] bool isFull(Clock::time_point now);

private:
    void refill(Clock::time_point now);

    double m_perSecond;
    double m_burst;
    double m_tokens;
    Clock::time_point m_refilledAt;
};

} // namespace net
