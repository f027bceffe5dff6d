#include "session/wirevalues.h"

#include "session/cleanline.h"

#include <QCborArray>

namespace session {

using protocol::chat::Message;
using protocol::chat::Room;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;
using protocol::chat::User;

namespace {

void cleanField(QCborMap &map, QLatin1String field, int mostCharacters)
{
    if (const QCborValue value = map.value(field); value.isString())
        map.insert(field, cleanLine(value.toString(), mostCharacters));
}

bool isInPlace(const Message &message)
{
    return message.seq > 0 && message.id == protocol::chat::messageId(message.room, message.seq);
}

bool isMessageOf(const QCborMap &map, const RoomEvent &event)
{
    return map.value(QLatin1String("seq")).toInteger() == event.seq
        && map.value(QLatin1String("room")).toString() == event.room
        && map.value(QLatin1String("id")).toString() == protocol::chat::messageId(event.room, event.seq);
}

} // namespace

std::optional<User> readUser(const QCborMap &map)
{
    std::optional<User> user = User::fromMap(map);
    if (user)
        user->name = cleanLine(user->name, mostNameCharacters);
    return user;
}

std::optional<Room> readRoom(const QCborMap &map)
{
    std::optional<Room> room = Room::fromMap(map);
    if (room) {
        room->name = cleanLine(room->name, mostNameCharacters);
        room->topic = cleanLine(room->topic, mostLineCharacters);
    }
    return room;
}

std::optional<Message> readMessage(const QCborMap &map)
{
    std::optional<Message> message = Message::fromMap(map);
    if (message && !isInPlace(*message))
        message.reset();
    return message;
}

QList<Message> readMessages(const QCborValue &list, const QString &room)
{
    QList<Message> messages;
    for (const QCborValue entry : list.toArray()) {
        std::optional<Message> message = readMessage(entry.toMap());
        const bool isNext
            = message && message->room == room && (messages.isEmpty() || messages.last().seq < message->seq);
        if (isNext)
            messages.append(std::move(*message));
    }
    return messages;
}

std::optional<RoomEvent> readEvent(const QCborMap &map)
{
    std::optional<RoomEvent> event = RoomEvent::fromMap(map);
    if (!event)
        return event;
    const QLatin1String messageField("message");
    if (event->type == RoomEventType::MessagePosted) {
        if (!isMessageOf(event->detail.value(messageField).toMap(), *event))
            event->detail.remove(messageField);
        return event;
    }
    cleanField(event->detail, QLatin1String("name"), mostNameCharacters);
    cleanField(event->detail, QLatin1String("topic"), mostLineCharacters);
    cleanField(event->detail, QLatin1String("reason"), mostLineCharacters);
    return event;
}

QString readLine(const QCborMap &map, QLatin1String field)
{
    return cleanLine(map.value(field).toString(), mostLineCharacters);
}

QString readName(const QCborMap &map, QLatin1String field)
{
    return cleanLine(map.value(field).toString(), mostNameCharacters);
}

} // namespace session
