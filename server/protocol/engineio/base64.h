#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace protocol::engineio {

/// Decodes base64 (RFC 4648, standard alphabet) strictly: padding is required, nothing else may be in between, and the
/// bits behind the last byte must be zero. Empty text gives no bytes. nullopt if the text is anything else.
[[nodiscard]] std::optional<QByteArray> decodeBase64(QByteArrayView text);

} // namespace protocol::engineio
