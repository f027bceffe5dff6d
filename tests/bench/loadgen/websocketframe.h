#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace loadgen {

/// Frame opcodes of RFC 6455, section 5.2.
enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// One frame as a server sends it: never masked. The payload points into the bytes it was read from.
struct ServerFrame
{
    Opcode opcode = Opcode::Text;
    std::string_view payload;
    std::size_t size = 0; ///< bytes of the whole frame, header included
};

enum class FrameStatus { Complete, Incomplete };

/// Reads the frame at the start of `bytes`. Throws Failure for a masked frame, a fragment or an extension bit, none of
/// which the servers measured here send.
[[nodiscard]] FrameStatus readServerFrame(std::string_view bytes, ServerFrame &frame);

/// Appends one whole masked frame. `payload` holds at most 65,535 bytes.
void appendClientFrame(std::string &out, Opcode opcode, std::string_view payload, std::uint32_t maskingKey);

} // namespace loadgen
