#pragma once

#include <QByteArray>
#include <QString>

namespace chat {

/// A new id: @p kind (`u` user, `r` room…) and 80 random bits as 16 characters of lower case base32.
[[nodiscard]] QString newId(QChar kind);
/// The id of the conversation of two users, the same whoever asks; both may be the same one.
[[nodiscard]] QString directRoomId(const QString &user, const QString &other);

/// What a device proves with who its user is: 256 random bits in base64url.
[[nodiscard]] QString newToken();
/// Whether a text could be what newToken() makes: 43 characters of base64url.
[[nodiscard]] bool isToken(const QString &text);
/// What is stored of a token: SHA-256, 32 bytes.
[[nodiscard]] QByteArray tokenHashOf(const QString &token);

} // namespace chat
