#include "websocketframe.h"

#include "failure.h"

#include <array>
#include <cstring>

namespace loadgen {

namespace {

constexpr std::uint8_t FinalBit = 0x80;
constexpr std::uint8_t MaskBit = 0x80;
constexpr std::uint8_t OpcodeBits = 0x0f;
constexpr std::uint8_t Length16 = 126;
constexpr std::uint8_t Length64 = 127;
constexpr std::size_t LongestPayloadSent = 0xffff;

std::uint8_t byteAt(std::string_view bytes, std::size_t index)
{
    return static_cast<std::uint8_t>(bytes[index]);
}

std::uint64_t bigEndian(std::string_view bytes, std::size_t offset, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8U | byteAt(bytes, offset + i);
    return value;
}

} // namespace

FrameStatus readServerFrame(std::string_view bytes, ServerFrame &frame)
{
    if (bytes.size() < 2)
        return FrameStatus::Incomplete;
    const std::uint8_t first = byteAt(bytes, 0);
    const std::uint8_t second = byteAt(bytes, 1);
    if ((first & ~OpcodeBits) != FinalBit || (second & MaskBit) != 0)
        throw Failure("a frame is masked, fragmented or has an extension bit");

    const std::size_t lengthBytes = second == Length64 ? 8 : second == Length16 ? 2 : 0;
    const std::size_t header = 2 + lengthBytes;
    if (bytes.size() < header)
        return FrameStatus::Incomplete;
    const std::uint64_t length = lengthBytes == 0 ? second : bigEndian(bytes, 2, lengthBytes);
    if (bytes.size() - header < length)
        return FrameStatus::Incomplete;

    frame.opcode = static_cast<Opcode>(first & OpcodeBits);
    frame.payload = bytes.substr(header, length);
    frame.size = header + length;
    return FrameStatus::Complete;
}

void appendClientFrame(std::string &out, Opcode opcode, std::string_view payload, std::uint32_t maskingKey)
{
    if (payload.size() > LongestPayloadSent)
        throw Failure("a message to send is longer than 65,535 bytes");
    out.push_back(static_cast<char>(FinalBit | static_cast<std::uint8_t>(opcode)));
    if (payload.size() < Length16) {
        out.push_back(static_cast<char>(MaskBit | payload.size()));
    } else {
        out.push_back(static_cast<char>(MaskBit | Length16));
        out.push_back(static_cast<char>(payload.size() >> 8U));
        out.push_back(static_cast<char>(payload.size() & 0xffU));
    }
    std::array<char, sizeof maskingKey> key{};
    std::memcpy(key.data(), &maskingKey, sizeof maskingKey);
    out.append(key.data(), key.size());
    for (std::size_t i = 0; i < payload.size(); ++i)
        out.push_back(static_cast<char>(payload[i] ^ key[i % key.size()]));
}

} // namespace loadgen
