#include "chat/rules/permissions.h"

#include <array>
#include <optional>

namespace chat {

using protocol::chat::Role;
using protocol::chat::RoomKind;

namespace {

/// The lowest role that may, for each kind of room; nothing: nobody may.
struct Row
{
    Permission permission;
    std::optional<Role> inPublic;
    std::optional<Role> inPrivate;
    std::optional<Role> inDirect;
};

constexpr std::nullopt_t nobody = std::nullopt;
constexpr Role guest = Role::Guest;
constexpr Role member = Role::Member;
constexpr Role moderator = Role::Moderator;
constexpr Role admin = Role::Admin;

// clang-format off: a table
constexpr std::array table{
    //                                              public     private    direct
    Row{Permission::ReadRoom, guest, guest, guest},
    Row{Permission::PostMessage, guest, guest, guest},
    Row{Permission::PostInAnnouncementRoom, moderator, moderator, guest},
    Row{Permission::PostWithoutSlowMode, moderator, moderator, guest},
    Row{Permission::EditOwnMessage, guest, guest, guest},
    Row{Permission::DeleteOwnMessage, guest, guest, guest},
    Row{Permission::DeleteOthersMessage, moderator, moderator, nobody},
    Row{Permission::PinMessage, moderator, moderator, guest},
    Row{Permission::React, guest, guest, guest},
    Row{Permission::MentionEverybody, member, member, member},
    Row{Permission::InviteToRoom, member, member, nobody},
    Row{Permission::UpdateRoom, admin, admin, nobody},
    Row{Permission::KickMember, moderator, moderator, nobody},
    Row{Permission::BanMember, moderator, moderator, nobody},
    Row{Permission::MuteMember, moderator, moderator, nobody},
    Row{Permission::SetMemberRole, admin, admin, nobody},
    Row{Permission::AnnounceInRoom, moderator, moderator, nobody},
    Row{Permission::ReadRoomAudit, moderator, moderator, nobody},
    // In the server the kind of room says nothing.
    Row{Permission::CreateRoom, member, member, member},
    Row{Permission::OpenDirect, guest, guest, guest},
    Row{Permission::AnnounceToEveryone, admin, admin, admin},
    Row{Permission::KickFromServer, moderator, moderator, moderator},
    Row{Permission::BanFromServer, moderator, moderator, moderator},
    Row{Permission::SetServerRole, admin, admin, admin},
    Row{Permission::ReadServerAudit, admin, admin, admin},
};
// clang-format on

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (std::size_t(table[i].permission) != i)
            return false;
    }
    return table.size() == std::size_t(Permission::ReadServerAudit) + 1;
}
static_assert(isInOrder(), "the table has one row for each permission, in the order of the enumeration");

} // namespace

bool isAllowed(Permission permission, Role role, RoomKind kind)
{
    const Row &row = table[std::size_t(permission)];
    const std::optional<Role> lowest = kind == RoomKind::Public ? row.inPublic
        : kind == RoomKind::Private                             ? row.inPrivate
                                                                : row.inDirect;
    return lowest && role >= *lowest;
}

bool outranks(Role actor, Role target)
{
    return actor > target || actor == Role::Owner;
}

} // namespace chat
