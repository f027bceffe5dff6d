#pragma once

#include "protocol/result.h"

namespace http {

/// Why a request was refused before anyone looked at what it asks for.
enum class ErrorCode {
    BadRequest, ///< 400: not HTTP/1.1 as RFC 9112 has it, or ambiguous
    TargetTooLong, ///< 414
    HeadTooLarge, ///< 431: too many bytes or fields
    BodyTooLarge, ///< 413
    TooSlow, ///< 408
    VersionNotSupported, ///< 505
};

template <typename T>
using Result = protocol::Expected<T, ErrorCode>;

/// The status code to answer with.
[[nodiscard]] int statusOf(ErrorCode code);

} // namespace http
