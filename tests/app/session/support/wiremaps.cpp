#include "support/wiremaps.h"

#include "support/person.h"

namespace wire {

using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

Message message(qint64 seq, const QString &text)
{
    Message message;
    message.room = general;
    message.seq = seq;
    message.id = protocol::chat::messageId(general, seq);
    message.at = seq;
    message.by = QStringLiteral("u-bob");
    message.text = text;
    return message;
}

QCborMap event(RoomEventType type, qint64 seq, const QCborMap &detail)
{
    RoomEvent event;
    event.room = general;
    event.seq = seq;
    event.type = type;
    event.by = QStringLiteral("u-bob");
    event.at = seq;
    event.detail = detail;
    return event.toMap();
}

QCborMap posted(qint64 seq, const Message &message)
{
    return event(RoomEventType::MessagePosted, seq, {{QStringLiteral("message"), message.toMap()}});
}

QCborMap person(const QString &id, const QString &name)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), name},
            {QStringLiteral("role"), QStringLiteral("member")},
            {QStringLiteral("createdAt"), 1}};
}

QCborMap room(const QString &id, const QString &name, qint64 seq)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), name},
            {QStringLiteral("kind"), QStringLiteral("public")},
            {QStringLiteral("topic"), QString()},
            {QStringLiteral("members"), 2},
            {QStringLiteral("seq"), seq},
            {QStringLiteral("createdAt"), 1},
            {QStringLiteral("role"), QStringLiteral("member")},
            {QStringLiteral("read"), seq}};
}

} // namespace wire
