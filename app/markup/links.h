#pragma once

#include <QStringView>

namespace markup {

/// How many UTF-16 units of the link that begins at @p at belong to it; 0 if none begins there. Punctuation behind a
/// link, and a bracket that was opened before it, are not its own. Thread: any.
[[nodiscard]] qsizetype linkLengthAt(QStringView text, qsizetype at);

} // namespace markup
