#include "session/messagechange.h"

#include <QCborArray>

#include <algorithm>

namespace session {

using protocol::chat::Message;
using protocol::chat::Reaction;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

namespace {

QStringList mentionsIn(const RoomEvent &event)
{
    QStringList users;
    for (const QCborValue user : event.detail.value(QLatin1String("mentions")).toArray())
        users.append(user.toString());
    return users;
}

} // namespace

EntryFields applyChange(Message &message, const RoomEvent &event)
{
    switch (event.type) {
    case RoomEventType::MessageEdited:
        return applyEdit(message, event.text(QLatin1String("text")), mentionsIn(event), event.at);
    case RoomEventType::MessageDeleted:
        return applyDeletion(message);
    case RoomEventType::MessagePinned:
    case RoomEventType::MessageUnpinned:
        return applyPin(message, event.type == RoomEventType::MessagePinned);
    case RoomEventType::ReactionAdded:
    case RoomEventType::ReactionRemoved:
        return applyReaction(message, event.text(QLatin1String("emoji")), event.by,
                             event.type == RoomEventType::ReactionAdded);
    default:
        return {};
    }
}

EntryFields applyEdit(Message &message, const QString &text, const QStringList &mentions, qint64 at)
{
    if (message.isDeleted)
        return {};
    message.text = text;
    message.mentions = mentions;
    message.editedAt = at;
    return EntryField::Text;
}

EntryFields applyDeletion(Message &message)
{
    if (message.isDeleted)
        return {};
    message.isDeleted = true;
    message.isPinned = false;
    message.text.clear();
    message.mentions.clear();
    message.editedAt = 0;
    message.reactions.clear();
    message.attachments = {};
    return EntryField::Text | EntryField::Reactions | EntryField::Pinned;
}

EntryFields applyPin(Message &message, bool isPinned)
{
    if (message.isDeleted || message.isPinned == isPinned)
        return {};
    message.isPinned = isPinned;
    return EntryField::Pinned;
}

EntryFields applyReaction(Message &message, const QString &emoji, const QString &user, bool isAdded)
{
    if (message.isDeleted)
        return {};
    const auto reaction = std::find_if(message.reactions.begin(), message.reactions.end(),
                                       [&emoji](const Reaction &known) { return known.emoji == emoji; });
    const bool isThere = reaction != message.reactions.end() && reaction->users.contains(user);
    if (isThere == isAdded)
        return {};
    if (!isAdded) {
        reaction->users.removeAll(user);
        if (reaction->users.isEmpty())
            message.reactions.erase(reaction);
    } else if (reaction != message.reactions.end()) {
        reaction->users.append(user);
    } else {
        message.reactions.append(Reaction{emoji, {user}});
    }
    return EntryField::Reactions;
}

} // namespace session
