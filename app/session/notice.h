#pragma once

#include "session/requesterror.h"

#include <QString>

#include <optional>

namespace session {

/// Something for oneself that is no message.
/// Thread: any (a value type).
struct Notice
{
    enum class Kind {
        Reminder, ///< one of ours is due: id, room, message, text, at
        Announcement, ///< to everybody: by, room, message, text, at
        Muted, ///< we may only read in a room: room, by, until, reason
        Unmuted, ///< no longer so: room, by
        ScheduledFailed, ///< one of our scheduled messages could not be posted: id, room, text, at, error
    };

    Kind kind = Kind::Reminder;
    QString id; ///< of what was scheduled
    QString room;
    QString message; ///< id; empty if none
    QString by; ///< user id
    QString text;
    QString reason;
    qint64 at = 0; ///< UTC milliseconds
    qint64 until = 0; ///< UTC milliseconds
    std::optional<RequestError> error;
};

} // namespace session
