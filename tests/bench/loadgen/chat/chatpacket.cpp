#include "chat/chatpacket.h"

#include "chat/json.h"
#include "failure.h"

namespace loadgen {

ChatPacket readChatPacket(std::string_view packet)
{
    const std::size_t array = packet.find('[');
    const std::string_view head = packet.substr(0, array);
    if (array == std::string_view::npos || head.empty())
        throw Failure("an unexpected packet: " + std::string(packet.substr(0, 80)));
    const std::vector<std::string_view> values = jsonElements(packet.substr(array));
    const auto valueAt = [&values](std::size_t i) { return i < values.size() ? values[i] : std::string_view(); };
    if (head == "2" && !values.empty())
        return {ChatPacket::Kind::Event, 0, jsonString(values[0]), valueAt(1)};
    if (head.front() == '3')
        return {
            ChatPacket::Kind::Acknowledgement, static_cast<std::uint32_t>(jsonNumber(head.substr(1))), {}, valueAt(0)};
    throw Failure("an unexpected packet: " + std::string(packet.substr(0, 80)));
}

std::string requestPacket(std::uint32_t id, std::string_view event, std::string_view value)
{
    std::string packet = "42" + std::to_string(id) + "[\"";
    packet.append(event).append("\",").append(value).append("]");
    return packet;
}

} // namespace loadgen
