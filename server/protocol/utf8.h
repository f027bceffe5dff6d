#pragma once

#include <QByteArrayView>

#include <optional>

namespace protocol {

/// Whether the bytes are well-formed UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above
/// U+10FFFF, no cut sequence at the end. NUL is allowed. Reads eight bytes of ASCII at a time.
[[nodiscard]] bool isValidUtf8(QByteArrayView bytes) noexcept;

/// For text that comes in pieces: how many bytes its whole sequences take. What is left, three bytes at most, begins
/// one more that is cut at the end. Nothing when the bytes cannot be the beginning of well-formed UTF-8.
[[nodiscard]] std::optional<qsizetype> wholeUtf8Bytes(QByteArrayView bytes) noexcept;

} // namespace protocol
