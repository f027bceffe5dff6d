#include "models/roomrights.h"

#include <algorithm>

namespace models {

using protocol::chat::Role;
using protocol::chat::RoomKind;

RoomRights RoomRights::of(const session::RoomState &state, const protocol::chat::User &me, qint64 now)
{
    const bool isDirect = state.room.kind == RoomKind::Direct;
    RoomRights rights;
    rights.role = !isDirect && me.role >= Role::Admin ? std::max(state.role, me.role) : state.role;
    rights.isMuted = state.mutedUntil > now;
    const bool isModerator = rights.role >= Role::Moderator;
    rights.canPost = !rights.isMuted && (isDirect || !state.room.isAnnouncementOnly || isModerator);
    rights.canDeleteOthers = !isDirect && isModerator;
    rights.canPin = isDirect || isModerator;
    rights.canInvite = !isDirect && rights.role >= Role::Member;
    rights.canUpdate = !isDirect && rights.role >= Role::Admin;
    rights.canModerate = !isDirect && isModerator;
    rights.canSetRoles = !isDirect && rights.role >= Role::Admin;
    rights.canLeave = !isDirect && state.room.id != QLatin1String("general");
    rights.canMentionEverybody = rights.role >= Role::Member;
    return rights;
}

} // namespace models
