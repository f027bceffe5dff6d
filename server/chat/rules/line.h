#pragma once

#include "protocol/chat/error.h"

#include <QString>

namespace chat {

/// A short text on one line, such as a topic, a status or a reason, as it is kept: NFC, without white space around it.
/// May be empty. Errors, naming @p field: TooLong; BadRequest for control characters, for those that turn the direction
/// of the text around them, and for what is not valid Unicode.
/// Thread: any.
[[nodiscard]] protocol::chat::Result<QString> checkedLine(const QString &text, int maxCharacters, const QString &field);

} // namespace chat
