#pragma once

#include <chrono>

namespace loadgen {

using Clock = std::chrono::steady_clock;
using TimePoint = Clock::time_point;
using Nanoseconds = std::chrono::nanoseconds;

[[nodiscard]] inline double secondsIn(Nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace loadgen
