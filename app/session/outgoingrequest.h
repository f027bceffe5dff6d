#pragma once

#include "cache/outgoingchange.h"

#include <QCborMap>
#include <QString>

namespace session {

/// The event that asks the server for a change, such as `message:send`.
[[nodiscard]] QString eventFor(cache::OutgoingChange::Kind kind);
/// What it says.
[[nodiscard]] QCborMap fieldsFor(const cache::OutgoingChange &change);

} // namespace session
