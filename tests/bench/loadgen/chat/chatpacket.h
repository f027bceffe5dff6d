#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loadgen {

/// One Socket.IO packet of the namespace `/` as the chat uses them: an event or an acknowledgement with one value.
struct ChatPacket
{
    enum class Kind { Event, Acknowledgement };

    Kind kind = Kind::Event;
    std::uint32_t id = 0; ///< of an acknowledgement
    std::string_view name; ///< of an event
    std::string_view value; ///< JSON; empty if there is none
};

/// Reads what PacketListener::handlePacket() gets. Throws Failure for any other packet.
[[nodiscard]] ChatPacket readChatPacket(std::string_view packet);

/// The Engine.IO packet of an event that wants to be acknowledged under `id`.
[[nodiscard]] std::string requestPacket(std::uint32_t id, std::string_view event, std::string_view value);

} // namespace loadgen
