#include "chat/actions/listmembers.h"

#include "chat/actions/action.h"
#include "chat/rules/cursor.h"
#include "chat/state/serverstate.h"

#include <QCborArray>

#include <algorithm>
#include <vector>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;

namespace {

struct Listed
{
    NamePosition position;
    const Member *member = nullptr;
};

/// The members from after @p start on, by name.
std::vector<Listed> membersAfter(const Context &context, const RoomState &room, const NamePosition &start)
{
    std::vector<Listed> members;
    for (const Member &member : room.members) {
        const UserRecord *record = context.state.user(member.user);
        NamePosition position{record ? record->user.name.toCaseFolded() : QString(), member.user};
        if (position > start)
            members.push_back({std::move(position), &member});
    }
    std::sort(members.begin(), members.end(), [](const Listed &a, const Listed &b) { return a.position < b.position; });
    return members;
}

QCborMap memberMap(const Member &member)
{
    QCborMap map{
        {QStringLiteral("user"), member.user},
        {QStringLiteral("role"), protocol::chat::wireName(member.role)},
    };
    if (member.mutedUntil > 0)
        map.insert(QStringLiteral("mutedUntil"), member.mutedUntil);
    return map;
}

} // namespace

void listMembers(Context &context, const Actor &actor, const protocol::chat::ListMembers &request, const Reply &reply)
{
    const auto standing = checkRoomPermission(context, actor.user, request.room, Permission::ReadRoom);
    if (!standing) {
        reply(protocol::failure(standing.error()));
        return;
    }
    const auto start = namePositionFrom(request.cursor);
    if (!start) {
        reply(refusal(ErrorCode::BadRequest, QStringLiteral("The cursor is none of this list."),
                      QStringLiteral("cursor")));
        return;
    }
    const std::vector<Listed> members = membersAfter(context, *standing->room, *start);
    const auto count = std::min(members.size(), std::size_t(std::max(1, request.limit)));
    QCborArray page;
    for (std::size_t i = 0; i < count; ++i)
        page.append(memberMap(*members[i].member));
    QCborMap fields{{QStringLiteral("members"), page}};
    if (count < members.size())
        fields.insert(QStringLiteral("cursor"), cursorFrom(members[count - 1].position));
    reply(fields);
}

} // namespace chat
