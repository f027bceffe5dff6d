#pragma once

#include "clock.h"

#include <cstdint>
#include <vector>

namespace loadgen {

/// The messages which are on their way, by number: how many deliveries each still misses and when it was due to be
/// sent.
class MessageBoard
{
public:
    /// A number is this many hexadecimal digits at the start of a message's text.
    static constexpr std::uint32_t IdDigits = 8;

    struct Message
    {
        std::uint32_t id = 0;
        std::uint32_t room = 0;
        std::uint32_t missing = 0; ///< deliveries to come
        TimePoint due;
    };

    /// Returns the new message's number. Throws Failure if the message of 65,536 numbers ago has not arrived yet.
    [[nodiscard]] std::uint32_t post(std::uint32_t room, std::uint32_t receivers, TimePoint due);
    /// Counts one delivery and returns the message. Throws Failure for a number not on its way in that room.
    const Message &receive(std::uint32_t id, std::uint32_t room);

    [[nodiscard]] std::uint64_t missingDeliveries() const { return m_missing; }

private:
    static constexpr std::uint32_t Capacity = 1U << 16U;

    std::vector<Message> m_messages = std::vector<Message>(Capacity);
    std::uint32_t m_nextId = 0;
    std::uint64_t m_missing = 0;
};

} // namespace loadgen
