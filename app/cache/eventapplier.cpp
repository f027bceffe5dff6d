#include "cache/eventapplier.h"

#include <QCborArray>

#include <algorithm>

namespace cache {

using protocol::chat::Message;
using protocol::chat::Reaction;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

namespace {

QStringList stringsIn(const QCborArray &array)
{
    QStringList strings;
    for (const auto &value : array)
        strings.append(value.toString());
    return strings;
}

QList<Reaction>::iterator reactionWith(QList<Reaction> &reactions, const QString &emoji)
{
    return std::find_if(reactions.begin(), reactions.end(),
                        [&](const Reaction &reaction) { return reaction.emoji == emoji; });
}

void editText(Message &message, const RoomEvent &event)
{
    if (message.isDeleted || event.at < message.editedAt)
        return;
    message.text = event.text(QLatin1String("text"));
    message.mentions = stringsIn(event.detail.value(QLatin1String("mentions")).toArray());
    message.editedAt = event.at;
}

void takeBack(Message &message, const RoomEvent &)
{
    Message bare;
    bare.id = message.id;
    bare.room = message.room;
    bare.seq = message.seq;
    bare.at = message.at;
    bare.by = message.by;
    bare.replyTo = message.replyTo;
    bare.isDeleted = true;
    message = bare;
}

void pin(Message &message, const RoomEvent &)
{
    message.isPinned = !message.isDeleted;
}

void unpin(Message &message, const RoomEvent &)
{
    message.isPinned = false;
}

void addReaction(Message &message, const RoomEvent &event)
{
    const QString emoji = event.text(QLatin1String("emoji"));
    if (message.isDeleted || emoji.isEmpty())
        return;
    const auto reaction = reactionWith(message.reactions, emoji);
    if (reaction == message.reactions.end())
        message.reactions.append({emoji, {event.by}});
    else if (!reaction->users.contains(event.by))
        reaction->users.append(event.by);
}

void removeReaction(Message &message, const RoomEvent &event)
{
    const auto reaction = reactionWith(message.reactions, event.text(QLatin1String("emoji")));
    if (reaction == message.reactions.end())
        return;
    reaction->users.removeAll(event.by);
    if (reaction->users.isEmpty())
        message.reactions.erase(reaction);
}

} // namespace

EventApplier::Edit EventApplier::editFor(RoomEventType type)
{
    switch (type) {
    case RoomEventType::MessageEdited:
        return editText;
    case RoomEventType::MessageDeleted:
        return takeBack;
    case RoomEventType::MessagePinned:
        return pin;
    case RoomEventType::MessageUnpinned:
        return unpin;
    case RoomEventType::ReactionAdded:
        return addReaction;
    case RoomEventType::ReactionRemoved:
        return removeReaction;
    default:
        return nullptr;
    }
}

void EventApplier::apply(const RoomKey &room, const RoomEvent &event)
{
    if (event.type == RoomEventType::MessagePosted) {
        post(room, event);
        return;
    }
    const Edit edit = editFor(event.type);
    if (!edit)
        return;
    const auto row = m_messages.find(room, event.text(QLatin1String("id")));
    if (!row)
        return;
    MessageTable::Row edited = *row;
    edit(edited.message, event);
    if (edited.message != row->message)
        m_messages.update(edited, row->message);
}

void EventApplier::post(const RoomKey &room, const RoomEvent &event)
{
    auto message = Message::fromMap(event.detail.value(QLatin1String("message")).toMap());
    if (!message)
        return;
    message->room = event.room;
    message->seq = event.seq;
    m_messages.store(room, *message);
}

} // namespace cache
