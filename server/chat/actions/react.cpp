#include "chat/actions/react.h"

#include "chat/actions/messagechange.h"
#include "chat/rules/emoji.h"
#include "chat/settings.h"
#include "chat/state/reservations.h"

#include <algorithm>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::Message;
using protocol::chat::Reaction;
using protocol::chat::ReactionRequest;
using protocol::chat::refusal;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

namespace {

MessageTarget targetOf(const ReactionRequest &request)
{
    return {request.room, request.id, Permission::React};
}

protocol::chat::Result<std::monostate> checkEmoji(const Context &context, const QString &emoji)
{
    if (emoji.toUtf8().size() > context.settings.limits.maxEmojiBytes)
        return refusal(ErrorCode::TooLong, {}, QStringLiteral("emoji"));
    if (!isEmoji(emoji))
        return refusal(ErrorCode::BadRequest, QStringLiteral("That is not one emoji."), QStringLiteral("emoji"));
    return std::monostate();
}

/// @p others: how many different emoji were on their way to the message before it was read.
protocol::chat::Result<std::monostate> checkAddReaction(const Context &context, const Message &message,
                                                        const QString &emoji, int others)
{
    const auto has = [&emoji](const Reaction &reaction) { return reaction.emoji == emoji; };
    if (std::any_of(message.reactions.begin(), message.reactions.end(), has))
        return std::monostate(); // not another one
    if (int(message.reactions.size()) + others >= context.settings.limits.maxReactionsPerMessage)
        return refusal(ErrorCode::TooMany, QStringLiteral("This message has enough different reactions."));
    return std::monostate();
}

void doReact(Context &context, const Actor &actor, const ReactionRequest &request, RoomEventType type,
             const Reply &reply)
{
    RoomEvent event = messageEvent(context, actor, targetOf(request), type);
    event.detail.insert(QStringLiteral("emoji"), request.emoji);
    commitMessageEvent(context, std::move(event), {}, reply);
}

} // namespace

void addReaction(Context &context, const Actor &actor, const ReactionRequest &request, const Reply &reply)
{
    context.reservations.beginAddition(request.id, request.emoji);
    const int others = context.reservations.additions(request.id) - 1;
    const Reply finish
        = [&context, id = request.id, emoji = request.emoji, reply](protocol::chat::Result<QCborMap> result) {
              context.reservations.endAddition(id, emoji);
              reply(std::move(result));
          };
    withMessage(context, actor, targetOf(request), finish,
                [&context, actor, request, others, finish](const Standing &, const Message &message) {
                    if (const auto emoji = checkEmoji(context, request.emoji); !emoji)
                        finish(protocol::failure(emoji.error()));
                    else if (const auto check = checkAddReaction(context, message, request.emoji, others); !check)
                        finish(protocol::failure(check.error()));
                    else
                        doReact(context, actor, request, RoomEventType::ReactionAdded, finish);
                });
}

void removeReaction(Context &context, const Actor &actor, const ReactionRequest &request, const Reply &reply)
{
    withMessage(context, actor, targetOf(request), reply,
                [&context, actor, request, reply](const Standing &, const Message &) {
                    if (const auto emoji = checkEmoji(context, request.emoji); !emoji)
                        reply(protocol::failure(emoji.error()));
                    else
                        doReact(context, actor, request, RoomEventType::ReactionRemoved, reply);
                });
}

} // namespace chat
