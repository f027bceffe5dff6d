#pragma once

#include "clock.h"

#include <array>
#include <cstdint>

namespace loadgen {

/// Counts latencies in buckets 1/32 of their value wide, so that a quantile is at most about 3 % too high. Covers 1 µs
/// resolution at the low end (everything below 64 µs is exact to 1 µs) and about an hour at the high end.
class LatencyHistogram
{
public:
    void add(Nanoseconds latency);
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] std::uint64_t maxMicroseconds() const { return m_max; }
    /// The latency in microseconds which the share `quantile` (0 to 1) of the samples does not exceed; 0 if empty.
    [[nodiscard]] std::uint64_t quantileMicroseconds(double quantile) const;

private:
    static constexpr unsigned SubBucketBits = 5;
    static constexpr unsigned HighestBit = 31;
    static constexpr std::size_t BucketCount = std::size_t{HighestBit - SubBucketBits + 2} << SubBucketBits;

    std::array<std::uint64_t, BucketCount> m_buckets{};
    std::uint64_t m_count = 0;
    std::uint64_t m_max = 0;
};

} // namespace loadgen
