#pragma once

#include "protocol/socketio/errorcode.h"

#include <QByteArrayView>

#include <optional>

namespace protocol::socketio {

/// The deepest nesting that checkJsonGrammar() and readJson() can be told to allow.
inline constexpr int MaxJsonDepth = 512;

/// Whether the text is one JSON array or object by RFC 8259, nested at most `maxDepth` deep (1 to MaxJsonDepth), and
/// nothing but white space behind it. It must start with the first byte. Builds nothing, and takes one pass.
///
/// QJsonDocument alone would let unknown escapes, raw control characters and numbers such as `.5` pass. Left to it:
/// that strings are valid UTF-8 and that numbers fit a double. Errors: BadJson, JsonTooDeep; nullopt if the text is
/// right.
[[nodiscard]] std::optional<ErrorCode> checkJsonGrammar(QByteArrayView text, int maxDepth) noexcept;

} // namespace protocol::socketio
