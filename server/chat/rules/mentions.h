#pragma once

#include "chat/rules/standing.h"

#include <QString>
#include <QStringList>

namespace chat {

/// Whom a text mentions, as a reader sees it: `@name`, `@"two words"`, and `@room` or `@all` for everybody.
///
/// An `@` counts at the start and after anything but a letter, digit or `_`, so that mail addresses do not. Names
/// compare as everywhere (rules/name.h); without quotes a name ends at white space, and punctuation behind it is left
/// out unless it belongs to the name. Only members of the room are found; everybody only where the writer's role allows
/// it. Returns user ids in the order of their first mention, `*` for everybody. Thread: chat thread.
[[nodiscard]] QStringList mentionsIn(const Context &context, const Standing &writer, const QString &text);

} // namespace chat
