#pragma once

#include <cstdint>

namespace loadgen {

/// The same numbers in every run and on every machine: SplitMix64.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    [[nodiscard]] std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t value = m_state;
        value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
        value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
        return value ^ (value >> 31U);
    }
    /// From 0 to `count` - 1; `count` is at least 1 and far below 2^64.
    [[nodiscard]] std::uint64_t below(std::uint64_t count) { return next() % count; }
    /// From 0 up to and without 1.
    [[nodiscard]] double share() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

private:
    std::uint64_t m_state;
};

} // namespace loadgen
