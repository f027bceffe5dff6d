#include "latencyhistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace loadgen {

void LatencyHistogram::add(Nanoseconds latency)
{
    constexpr std::uint64_t largest = (std::uint64_t{1} << (HighestBit + 1)) - 1;
    const auto nanoseconds = static_cast<std::uint64_t>(std::max<std::int64_t>(latency.count(), 0));
    const std::uint64_t value = std::min((nanoseconds + 999) / 1000, largest);
    m_max = std::max(m_max, value);
    ++m_count;
    // Values below two octaves of sub-buckets are their own bucket; above, the leading bits name the bucket.
    const unsigned width = static_cast<unsigned>(std::bit_width(value));
    const unsigned shift = width > SubBucketBits + 1 ? width - SubBucketBits - 1 : 0;
    ++m_buckets[(std::size_t{shift} << SubBucketBits) + (value >> shift)];
}

std::uint64_t LatencyHistogram::quantileMicroseconds(double quantile) const
{
    const auto wanted = static_cast<std::uint64_t>(std::ceil(quantile * static_cast<double>(m_count)));
    std::uint64_t seen = 0;
    for (std::size_t bucket = 0; bucket < m_buckets.size() && m_count > 0; ++bucket) {
        seen += m_buckets[bucket];
        if (seen < wanted || m_buckets[bucket] == 0)
            continue;
        const std::size_t octave = bucket >> SubBucketBits;
        const std::size_t shift = octave > 1 ? octave - 1 : 0;
        const std::uint64_t low = (bucket - (shift << SubBucketBits)) << shift;
        return std::min<std::uint64_t>(low + (std::uint64_t{1} << shift) - 1, m_max);
    }
    return m_max;
}

} // namespace loadgen
