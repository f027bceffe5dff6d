#pragma once

#include "protocol/chat/presencestate.h"

#include <QString>

namespace session {

/// What somebody shows of themselves.
/// Thread: any (a value type).
struct Presence
{
    protocol::chat::PresenceState state = protocol::chat::PresenceState::Offline;
    QString status; ///< a few words; may be empty
    qint64 lastSeenAt = 0; ///< UTC milliseconds, for those who are offline; 0 if not known

    friend bool operator==(const Presence &, const Presence &) = default;
};

} // namespace session
