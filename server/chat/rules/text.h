#pragma once

#include "protocol/chat/error.h"

#include <QString>

#include <variant>

namespace chat {

/// Whether @p text is well-formed: no NUL, no half of a surrogate pair.
/// Thread: any.
[[nodiscard]] bool isWellFormed(QStringView text) noexcept;

/// Whether there is something to see in @p text: more than white space, control and format characters.
/// Thread: any.
[[nodiscard]] bool isVisible(QStringView text) noexcept;

/// How many characters (Unicode code points) @p text has.
/// Thread: any.
[[nodiscard]] qsizetype characterCount(QStringView text) noexcept;

/// Whether @p text may be a message: well-formed, something to see in it, and at most @p maxCharacters long. Nothing
/// about it is changed. Errors: BadRequest or TooLong with the field `text`.
/// Thread: any.
[[nodiscard]] protocol::chat::Result<std::monostate> checkText(QStringView text, int maxCharacters);

/// Whether @p nonce is 1 to @p maxBytes of UTF-8. Errors: BadRequest or TooLong with the field `nonce`.
/// Thread: any.
[[nodiscard]] protocol::chat::Result<std::monostate> checkNonce(QStringView nonce, int maxBytes);

} // namespace chat
