#pragma once

#include "chat/ports/records.h"
#include "protocol/chat/message.h"

#include <QCborArray>

// The changes that tests make, in few words.
namespace change {

using namespace Qt::StringLiterals;

using protocol::chat::Message;
using protocol::chat::RoomEventType;

inline chat::AppendEvent event(const QString &room, RoomEventType type, const QString &by, QCborMap detail,
                               qint64 at = 1'700'000'000'000)
{
    chat::AppendEvent append;
    append.event.room = room;
    append.event.type = type;
    append.event.by = by;
    append.event.at = at;
    append.event.detail = std::move(detail);
    return append;
}

inline chat::AppendEvent createRoom(const QString &room, const QString &by = u"ann"_s,
                                    const QString &kind = u"public"_s)
{
    return event(room, RoomEventType::RoomCreated, by,
                 {{u"name"_s, room.toUpper()}, {u"kind"_s, kind}, {u"topic"_s, QString()}});
}

inline chat::AppendEvent join(const QString &room, const QString &user, const QString &role = u"member"_s)
{
    return event(room, RoomEventType::MemberJoined, user, {{u"user"_s, user}, {u"role"_s, role}});
}

inline chat::AppendEvent about(RoomEventType type, const QString &room, const QString &by, const QString &user,
                               QCborMap more = {})
{
    more.insert(u"user"_s, user);
    return event(room, type, by, more);
}

inline chat::AppendEvent post(const Message &message, const QString &nonce = {})
{
    chat::AppendEvent append = event(message.room, RoomEventType::MessagePosted, message.by, {}, message.at);
    append.event.message = message;
    append.nonce = nonce;
    return append;
}

inline Message message(const QString &room, const QString &by, const QString &text)
{
    Message message;
    message.room = room;
    message.by = by;
    message.text = text;
    message.at = 1'700'000'000'000;
    return message;
}

inline chat::AppendEvent post(const QString &room, const QString &by, const QString &text, const QString &nonce = {})
{
    return post(message(room, by, text), nonce);
}

inline chat::AppendEvent on(RoomEventType type, const QString &room, qint64 seq, const QString &by, QCborMap more = {},
                            qint64 at = 1'700'000'001'000)
{
    more.insert(u"id"_s, protocol::chat::messageId(room, seq));
    return event(room, type, by, more, at);
}

inline chat::AppendEvent edit(const QString &room, qint64 seq, const QString &by, const QString &text,
                              const QStringList &mentions = {}, qint64 at = 1'700'000'001'000)
{
    return on(RoomEventType::MessageEdited, room, seq, by,
              {{u"text"_s, text}, {u"mentions"_s, QCborArray::fromStringList(mentions)}}, at);
}

inline chat::AppendEvent remove(const QString &room, qint64 seq, const QString &by)
{
    return on(RoomEventType::MessageDeleted, room, seq, by);
}

inline chat::AppendEvent react(const QString &room, qint64 seq, const QString &by, const QString &emoji)
{
    return on(RoomEventType::ReactionAdded, room, seq, by, {{u"emoji"_s, emoji}});
}

inline chat::AppendEvent unreact(const QString &room, qint64 seq, const QString &by, const QString &emoji)
{
    return on(RoomEventType::ReactionRemoved, room, seq, by, {{u"emoji"_s, emoji}});
}

} // namespace change
