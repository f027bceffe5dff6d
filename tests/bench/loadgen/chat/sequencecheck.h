#pragma once

#include <cstdint>

namespace loadgen {

/// Sees to it that each number of an unbroken sequence comes once: in order, or at most 63 places early.
class SequenceCheck
{
public:
    /// `first` is the number the sequence starts with.
    void start(std::uint64_t first) { m_next = first; }

    enum class Outcome { InOrder, Early, Late, Wrong };
    /// Late: it fills a gap. Wrong: it came before, or is too early to be told from a wrong one.
    [[nodiscard]] Outcome accept(std::uint64_t number)
    {
        const std::uint64_t distance = number - m_next;
        if (number < m_next || distance >= 64 || (m_arrived >> distance & 1U) != 0)
            return Outcome::Wrong;
        const bool hasGap = m_arrived != 0;
        m_arrived |= std::uint64_t{1} << distance;
        for (; (m_arrived & 1U) != 0; m_arrived >>= 1U)
            ++m_next;
        return distance > 0 ? Outcome::Early : hasGap ? Outcome::Late : Outcome::InOrder;
    }

    /// The first number that has not come.
    [[nodiscard]] std::uint64_t next() const { return m_next; }

private:
    std::uint64_t m_next = 0;
    std::uint64_t m_arrived = 0; // bit i: m_next + i has come
};

} // namespace loadgen
