#pragma once

#include "protocol/chat/user.h"

#include <QString>

namespace models {

/// The first character of a name, in upper case, for where there is no picture; all of it, if it is made of several
/// code points. `?` for an empty name. Thread: any (a pure function).
[[nodiscard]] QString initialOf(const QString &name);

/// A colour for @p id, always the same, as `#rrggbb`. White text on it can be read. Thread: any (a pure function).
[[nodiscard]] QString colorFor(const QString &id);
/// The colour that somebody has chosen, if their avatar is one; otherwise colorFor() their id.
[[nodiscard]] QString colorOf(const protocol::chat::User &user);

} // namespace models
