#pragma once

#include "protocol/result.h"

namespace protocol::engineio {

/// Why an Engine.IO packet or payload was refused. The peer broke the protocol: its session is to be closed.
enum class ErrorCode {
    EmptyPayload, ///< a polling body without a single byte
    EmptyPacket, ///< a frame, or an entry between two separators, without a packet type
    UnknownType, ///< the first character is none of `0` to `6`
    TooManyPackets, ///< more packets in one payload than PayloadLimits::maxPackets
    BadBase64, ///< a `b` entry that is not strict, padded base64
    InvalidUtf8, ///< a payload that is not well-formed UTF-8
};

template <typename T>
using Result = Expected<T, ErrorCode>;

/// A short English text for logs. The pointer is valid forever.
[[nodiscard]] const char *describe(ErrorCode code) noexcept;

} // namespace protocol::engineio
