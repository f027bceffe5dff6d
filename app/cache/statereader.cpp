#include "cache/statereader.h"

#include "cache/messagerow.h"

#include <QCborValue>

namespace cache {

using protocol::chat::Message;
using protocol::chat::Room;
using protocol::chat::User;

namespace {

NotifyLevel notifyLevelFrom(qint64 value)
{
    const bool isKnown = value >= qint64(NotifyLevel::Default) && value <= qint64(NotifyLevel::Nothing);
    return isKnown ? NotifyLevel(value) : NotifyLevel::Default;
}

std::optional<CachedRoom> roomFrom(const Statement &row)
{
    auto room = Room::fromMap(QCborValue::fromCbor(row.bytes(2)).toMap());
    if (!room)
        return std::nullopt;
    CachedRoom cached;
    cached.room = std::move(*room);
    cached.room.seq = row.number(1);
    cached.role = protocol::chat::roleFrom(row.text(3)).value_or(protocol::chat::Role::Member);
    cached.mutedUntil = row.number(4);
    cached.read = row.number(5);
    cached.unread = int(row.number(6));
    cached.mentions = int(row.number(7));
    cached.notifyLevel = notifyLevelFrom(row.number(8));
    cached.isFavourite = row.flag(9);
    return cached;
}

OutgoingChange outgoingFrom(const Statement &row)
{
    OutgoingChange change;
    change.nonce = row.text(0);
    change.room = row.text(1);
    change.kind = OutgoingChange::Kind(row.number(2));
    change.messageId = row.text(3);
    change.text = row.text(4);
    change.replyTo = row.text(5);
    change.emoji = row.text(6);
    change.createdAt = row.number(7);
    change.state = OutgoingChange::State(row.number(8));
    change.problem = row.text(9);
    change.problemCode = row.text(10);
    return change;
}

} // namespace

StateReader::StateReader(Database &database)
    : m_fact(database, QStringLiteral("SELECT value FROM facts WHERE name = ?")),
      m_users(database, QStringLiteral("SELECT user FROM users")),
      m_rooms(database,
              QStringLiteral("SELECT key, seq, room, role, muted_until, read, unread, mentions, notify_level, favourite"
                             " FROM rooms WHERE id IS NOT NULL")),
      m_last(database,
             QStringLiteral("SELECT %1 FROM messages m CROSS JOIN authors a ON a.key = m.author"
                            " WHERE m.room = ? AND m.deleted = 0 ORDER BY m.seq DESC LIMIT 1")
                 .arg(messageColumns)),
      m_outgoing(database,
                 QStringLiteral("SELECT nonce, room, kind, message, text, reply_to, emoji, created_at, state, problem,"
                                " problem_code FROM outgoing ORDER BY number")),
      m_draft(database, QStringLiteral("SELECT text, reply_to FROM drafts WHERE room = ?")),
      m_roomsWithDraft(database, QStringLiteral("SELECT room FROM drafts ORDER BY room"))
{
}

QByteArray StateReader::fact(const QString &name)
{
    const QByteArray value = m_fact.first(name) ? m_fact.bytes(0) : QByteArray();
    m_fact.finish();
    return value;
}

QList<User> StateReader::users()
{
    QList<User> users;
    m_users.run();
    while (m_users.next()) {
        if (auto user = User::fromMap(QCborValue::fromCbor(m_users.bytes(0)).toMap()))
            users.append(std::move(*user));
    }
    return users;
}

QList<CachedRoom> StateReader::rooms()
{
    QList<CachedRoom> rooms;
    m_rooms.run();
    while (m_rooms.next()) {
        auto room = roomFrom(m_rooms);
        if (!room)
            continue;
        room->last = lastMessage(m_rooms.number(0), room->room.id);
        rooms.append(std::move(*room));
    }
    return rooms;
}

std::optional<Message> StateReader::lastMessage(qint64 room, const QString &id)
{
    if (!m_last.first(room))
        return std::nullopt;
    auto message = messageFrom(m_last, id);
    m_last.finish();
    return message;
}

QList<OutgoingChange> StateReader::outgoing()
{
    QList<OutgoingChange> changes;
    m_outgoing.run();
    while (m_outgoing.next())
        changes.append(outgoingFrom(m_outgoing));
    return changes;
}

Draft StateReader::draft(const QString &room)
{
    Draft draft;
    if (m_draft.first(room))
        draft = {m_draft.text(0), m_draft.text(1)};
    m_draft.finish();
    return draft;
}

QStringList StateReader::roomsWithDraft()
{
    QStringList rooms;
    m_roomsWithDraft.run();
    while (m_roomsWithDraft.next())
        rooms.append(m_roomsWithDraft.text(0));
    return rooms;
}

} // namespace cache
