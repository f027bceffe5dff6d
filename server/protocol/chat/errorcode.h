#pragma once

#include <QLatin1String>

#include <optional>

namespace protocol::chat {

/// Why the server refuses a request. The codes are stable: programs decide by them, people read the message beside
/// them. docs/protocol.md lists each with its meaning.
enum class ErrorCode {
    BadRequest, ///< a field is missing or of the wrong type; `field` names it
    UnknownEvent,
    NotFound, ///< no such room, user or message, or none that the asker may know of
    Forbidden,
    NotMember,
    NameTaken,
    BadName,
    BadPassword,
    BadToken,
    ServerPasswordRequired,
    Banned,
    Muted,
    ServerFull,
    ProtocolVersion,
    RateLimited, ///< `retryAfterMs` says when it is worth trying again
    SlowMode, ///< the same, for one room
    TooLong,
    TooMany, ///< a limit on how many of something there may be is reached
    AlreadyExists,
    LastOwner, ///< a room or server would be left without an owner
    StorageFull,
    StorageFailed,
    ShuttingDown,
    Internal,
};

/// The name on the wire, such as `rate_limited`.
[[nodiscard]] QLatin1String wireName(ErrorCode code) noexcept;
[[nodiscard]] std::optional<ErrorCode> errorCodeFrom(QStringView wireName) noexcept;
/// A sentence for people that fits where nothing more exact is known.
[[nodiscard]] QLatin1String defaultMessage(ErrorCode code) noexcept;

} // namespace protocol::chat
