#include "chat/actions/messagechange.h"

#include "chat/ports/clock.h"
#include "chat/state/serverstate.h"

#include <utility>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::Message;
using protocol::chat::refusal;
using protocol::chat::RoomEvent;

namespace {

protocol::chat::Result<Standing> checkTarget(const Context &context, const Actor &actor, const MessageTarget &target)
{
    const auto standing = checkRoomPermission(context, actor.user, target.room, target.permission);
    if (!standing)
        return standing;
    if (target.permission == Permission::ReadRoom)
        return standing;
    if (const auto mayPost = checkMayPost(context, actor.user, target.room);
        !mayPost && mayPost.error().code == ErrorCode::Muted)
        return mayPost;
    return standing;
}

qint64 seqAfter(const Context &context, const QString &room, const Committed &committed)
{
    if (!committed.events.empty())
        return committed.events.front().event.seq;
    const RoomState *state = context.state.room(room);
    return state ? state->room.seq : 0;
}

} // namespace

void withMessage(Context &context, const Actor &actor, const MessageTarget &target, const Reply &reply,
                 std::function<void(const Standing &, const Message &)> then)
{
    if (const auto check = checkTarget(context, actor, target); !check) {
        reply(protocol::failure(check.error()));
        return;
    }
    const auto position = protocol::chat::messagePositionFrom(target.id);
    if (!position || position->room != target.room) {
        reply(refusal(ErrorCode::NotFound, {}, QStringLiteral("id")));
        return;
    }
    context.store.readMessage(
        *position, [&context, actor, target, reply, then = std::move(then)](const StoreResult<Message> &message) {
            const auto standing = checkTarget(context, actor, target);
            if (!standing)
                reply(protocol::failure(standing.error()));
            else if (!message && message.error() != StoreError::NotFound)
                reply(protocol::failure(errorFrom(message.error())));
            else if (!message || message->isDeleted)
                reply(refusal(ErrorCode::NotFound, {}, QStringLiteral("id")));
            else
                then(*standing, *message);
        });
}

RoomEvent messageEvent(const Context &context, const Actor &actor, const MessageTarget &target,
                       protocol::chat::RoomEventType type)
{
    RoomEvent event;
    event.room = target.room;
    event.type = type;
    event.by = actor.user;
    event.at = context.clock.now();
    event.detail.insert(QStringLiteral("id"), target.id);
    return event;
}

void commitMessageEvent(Context &context, RoomEvent event, std::vector<Operation> along, const Reply &reply)
{
    const QString room = event.room;
    Change change;
    change.operations.emplace_back(AppendEvent{std::move(event), {}});
    change.operations.insert(change.operations.end(), std::make_move_iterator(along.begin()),
                             std::make_move_iterator(along.end()));
    commitAndPublish(context, std::move(change), reply, [&context, room, reply](const Committed &committed) {
        reply(QCborMap{{QStringLiteral("seq"), seqAfter(context, room, committed)}});
    });
}

} // namespace chat
