#pragma once

#include "chat/context.h"

#include <QCborMap>

namespace chat {

/// What others are told of somebody's presence: `{user, state, status?, lastSeenAt?}`.
[[nodiscard]] QCborMap presenceMap(const Context &context, const QString &user);

/// What others are told of who somebody is; empty for nobody.
[[nodiscard]] QCborMap userMap(const Context &context, const QString &user);

} // namespace chat
