#pragma once

#include <QByteArray>
#include <QString>

namespace cli {

/// Text from others for a terminal: characters that would move the cursor, change colours, turn the direction of
/// writing or be seen by nobody are replaced by visible ones. Line breaks stay, with @p indent after each.
[[nodiscard]] QString harmless(const QString &text, const QString &indent = {});

/// The same for text that must stay on one line.
[[nodiscard]] QString harmlessLine(const QString &text);

/// JSON that means the same, with those characters written as escapes. @p json is in UTF-8.
[[nodiscard]] QByteArray harmlessJson(const QByteArray &json);

} // namespace cli
