#include "chat/actions/sendmessage.h"

#include "chat/ports/clock.h"
#include "chat/rules/mentions.h"
#include "chat/rules/text.h"
#include "chat/settings.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

#include "protocol/chat/message.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::Message;
using protocol::chat::refusal;
using protocol::chat::SendMessage;

namespace {

/// The message replied to must be one of the same room. Whether it is still there is for the store to say, in the
/// transaction that adds the reply.
bool isInRoom(const QString &messageId, const QString &room)
{
    const auto position = protocol::chat::messagePositionFrom(messageId);
    return position && position->room == room;
}

protocol::chat::Result<Standing> checkSendMessage(const Context &context, const Actor &actor,
                                                  const SendMessage &request)
{
    const auto standing = checkMayPost(context, actor.user, request.room);
    if (!standing)
        return standing;
    const protocol::chat::Limits &limits = context.settings.limits;
    if (const auto nonce = checkNonce(request.nonce, limits.maxNonceBytes); !nonce)
        return protocol::failure(nonce.error());
    if (const auto text = checkText(request.text, limits.maxMessageCharacters); !text)
        return protocol::failure(text.error());
    if (!request.replyTo.isEmpty() && !isInRoom(request.replyTo, request.room))
        return refusal(ErrorCode::NotFound, {}, QStringLiteral("replyTo"));
    if (!request.attachments.isEmpty()) {
        return refusal(ErrorCode::BadRequest, QStringLiteral("This server takes no attachments."),
                       QStringLiteral("attachments"));
    }
    return standing;
}

bool isSlowedDown(const Standing &standing)
{
    return standing.room->room.slowMode.count() > 0
        && !isAllowed(Permission::PostWithoutSlowMode, standing.role, standing.room->room.kind);
}

/// The only thing a posted message can lack in the store is the one it replies to.
PostReply namingReplyTo(const PostReply &reply)
{
    return [reply](protocol::chat::Result<Posted> result) {
        if (result || result.error().code != ErrorCode::NotFound) {
            reply(std::move(result));
            return;
        }
        protocol::chat::Error error = result.error();
        error.field = QStringLiteral("replyTo");
        reply(protocol::failure(std::move(error)));
    };
}

PostReply endingPost(Context &context, const QString &room, const QString &user, const PostReply &reply)
{
    return [&context, room, user, reply](protocol::chat::Result<Posted> result) {
        context.reservations.endPost(room, user);
        reply(std::move(result));
    };
}

void noteForSlowMode(Context &context, const AppendedEvent &posted)
{
    const RoomState *room = context.state.room(posted.event.room);
    if (posted.isNew && room && room->room.slowMode.count() > 0)
        context.state.notePost(posted.event.room, posted.event.by, posted.event.at);
}

void doSendMessage(Context &context, Message message, const QString &nonce, const PostReply &reply)
{
    Change change;
    change.operations.emplace_back(posting(std::move(message), nonce));
    const auto refuse = [reply](protocol::chat::Error error) { reply(protocol::failure(std::move(error))); };
    commitOrRefuse(context, std::move(change), refuse, [&context, reply](const Committed &committed) {
        const AppendedEvent &posted = committed.events.front();
        noteForSlowMode(context, posted);
        reply(postedBy(posted.event));
    });
}

} // namespace

void sendMessage(Context &context, const Actor &actor, const SendMessage &request, const PostReply &reply)
{
    const auto standing = checkSendMessage(context, actor, request);
    if (!standing) {
        reply(protocol::failure(standing.error()));
        return;
    }
    const bool isSlow = isSlowedDown(*standing);
    if (isSlow && !context.reservations.beginPost(request.room, actor.user)) {
        reply(refusal(ErrorCode::SlowMode, standing->room->room.slowMode));
        return;
    }
    Message message;
    message.room = request.room;
    message.at = context.clock.now();
    message.by = actor.user;
    message.text = request.text;
    message.replyTo = request.replyTo;
    message.mentions = mentionsIn(context, *standing, request.text);
    PostReply finish = request.replyTo.isEmpty() ? reply : namingReplyTo(reply);
    if (isSlow)
        finish = endingPost(context, request.room, actor.user, finish);
    doSendMessage(context, std::move(message), request.nonce, finish);
}

} // namespace chat
