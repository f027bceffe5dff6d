#pragma once

#include <QByteArrayView>

namespace protocol::engineio {

/// Whether the bytes are well-formed UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above
/// U+10FFFF, no cut sequence at the end. NUL is allowed. Reads eight bytes of ASCII at a time.
[[nodiscard]] bool isValidUtf8(QByteArrayView bytes) noexcept;

} // namespace protocol::engineio
