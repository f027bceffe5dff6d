#pragma once

#include "protocol/chat/error.h"

#include <QString>

namespace chat {

/// A user's name as it is kept: NFC, without white space around it and with single spaces in it.
///
/// 1 to @p maxCharacters characters as people count them. Refused (BadName, field `name`) are characters that cannot be
/// seen or that turn the direction of text, piles of marks, letters of scripts that are not written together (Latin
/// with Cyrillic), `@` and `"`, names without letter, digit or symbol, and names that mean something else, such as
/// `room`.
/// Thread: any.
[[nodiscard]] protocol::chat::Result<QString> checkedUserName(const QString &name, int maxCharacters);

/// The same for a room's name, which may hold every visible character and mean anything.
/// Thread: any.
[[nodiscard]] protocol::chat::Result<QString> checkedRoomName(const QString &name, int maxCharacters);

/// A name as it is compared: names that people could take for one another have the same key. Case, marks, width and
/// look-alike letters and digits make no difference.
/// Thread: any.
[[nodiscard]] QString nameKeyOf(const QString &name);

} // namespace chat
