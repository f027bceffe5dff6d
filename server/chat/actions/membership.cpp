#include "chat/actions/membership.h"

#include "chat/actions/action.h"
#include "chat/actions/personalroom.h"
#include "chat/settings.h"
#include "chat/state/serverstate.h"

#include <algorithm>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Role;

AppendEvent joining(const Context &context, const QString &room, const QString &user, const QString &by)
{
    const UserRecord *record = context.state.user(user);
    const Role role = record && record->user.role == Role::Guest ? Role::Guest : Role::Member;
    const QCborMap detail{
        {QStringLiteral("user"), user},
        {QStringLiteral("role"), protocol::chat::wireName(role)},
    };
    return newEvent(context, room, protocol::chat::RoomEventType::MemberJoined, by, detail);
}

protocol::chat::Result<std::monostate> checkHasSpace(const Context &context, const QString &user)
{
    if (context.state.roomsOf(user).size() >= context.settings.limits.maxRoomsPerUser)
        return refusal(ErrorCode::TooMany, QStringLiteral("Nobody can be in more rooms than that."));
    return std::monostate();
}

void replyWithRoom(Context &context, const QString &room, const QString &user, const Reply &reply)
{
    const RoomState *state = context.state.visibleRoom(room, user);
    if (!state) {
        reply(refusal(ErrorCode::NotFound));
        return;
    }
    const qint64 read = state->readPosition(user);
    context.store.readUnread(
        user, {{room, read}}, [&context, room, user, read, reply](const StoreResult<std::vector<UnreadCount>> &counts) {
            const RoomState *now = context.state.visibleRoom(room, user);
            if (!now)
                reply(refusal(ErrorCode::NotFound));
            else if (!counts || counts->empty())
                reply(protocol::failure(errorFrom(counts ? StoreError::Failed : counts.error())));
            else
                reply(QCborMap{{QStringLiteral("room"), personalRoom(*now, user, read, counts->front())}});
        });
}

std::optional<std::vector<Reservations::Hold>> holdForDeparture(Context &context, const RoomState &room,
                                                                const QString &user)
{
    const QString &id = room.room.id;
    std::vector<Reservations::Hold> holds;
    holds.push_back(context.reservations.holdPlace(id, user));
    holds.push_back(context.reservations.holdExpulsion(id, user));
    const Member *member = room.member(user);
    if (member && member->role == Role::Owner)
        holds.push_back(context.reservations.holdOwners(id));
    const bool isComplete = std::all_of(holds.begin(), holds.end(), [](const auto &hold) { return hold != nullptr; });
    return isComplete ? std::make_optional(std::move(holds)) : std::nullopt;
}

} // namespace chat
