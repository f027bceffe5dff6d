#pragma once

#include "session/roomstate.h"

#include "protocol/chat/user.h"

namespace models {

/// What one may do in a room, as docs/protocol.md says under "Who may do what". Only for what is shown: the server
/// decides.
/// Thread: any (a value type).
struct RoomRights
{
    /// @p me is oneself, with the role in the server; @p now is UTC milliseconds.
    [[nodiscard]] static RoomRights of(const session::RoomState &state, const protocol::chat::User &me, qint64 now);

    protocol::chat::Role role = protocol::chat::Role::Guest; ///< the one that counts
    bool isMuted = false;
    bool canPost = false;
    bool canDeleteOthers = false;
    bool canPin = false;
    bool canInvite = false;
    bool canUpdate = false;
    bool canModerate = false;
    bool canSetRoles = false;
    bool canLeave = false;
    bool canMentionEverybody = false;
};

} // namespace models
