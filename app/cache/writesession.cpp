#include "cache/writesession.h"

#include "cache/namekey.h"

namespace cache {

using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::chat::User;

WriteSession::WriteSession(Database &database)
    : m_index(database), m_messages(database, m_index), m_events(m_messages), m_spans(database), m_rooms(database),
      m_setFact(database,
                QStringLiteral("INSERT INTO facts (name, value) VALUES (?, ?)"
                               " ON CONFLICT (name) DO UPDATE SET value = excluded.value")),
      m_storeUser(database,
                  QStringLiteral("INSERT INTO users (id, name_key, user) VALUES (?, ?, ?)"
                                 " ON CONFLICT (id) DO UPDATE SET name_key = excluded.name_key, user = excluded.user"
                                 " WHERE user <> excluded.user")),
      m_insertOutgoing(
          database,
          QStringLiteral("INSERT INTO outgoing (room, kind, message, text, reply_to, emoji, created_at,"
                         " state, problem, problem_code, nonce) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      m_updateOutgoing(database,
                       QStringLiteral("UPDATE outgoing SET room = ?, kind = ?, message = ?, text = ?, reply_to = ?,"
                                      " emoji = ?, created_at = ?, state = ?, problem = ?, problem_code = ?"
                                      " WHERE nonce = ?")),
      m_removeOutgoing(database, QStringLiteral("DELETE FROM outgoing WHERE nonce = ?")),
      m_setDraft(
          database,
          QStringLiteral("INSERT INTO drafts (room, text, reply_to) VALUES (?, ?, ?)"
                         " ON CONFLICT (room) DO UPDATE SET text = excluded.text, reply_to = excluded.reply_to")),
      m_removeDraft(database, QStringLiteral("DELETE FROM drafts WHERE room = ?"))
{
}

void WriteSession::setFact(const QString &name, const QByteArray &value)
{
    m_setFact.run(name, value);
}

void WriteSession::storeUsers(const QList<User> &users)
{
    for (const User &user : users)
        m_storeUser.run(user.id, nameKey(user.name), user.toMap().toCborValue().toCbor());
}

void WriteSession::storeRoom(const CachedRoom &room)
{
    m_rooms.store(room);
    if (room.last)
        storePage(room.room.id, {*room.last}, {});
}

void WriteSession::removeRoom(const QString &id)
{
    m_rooms.abandon(id);
    m_removeDraft.run(id);
}

void WriteSession::apply(const RoomEvent &event)
{
    const auto room = m_rooms.find(event.room);
    if (!room || room->mustReset || event.seq != room->seq + 1)
        return;
    m_events.apply(room->key, event);
    m_spans.add(room->key.key, {event.seq, event.seq});
    m_rooms.setSeq(room->key, event.seq);
}

void WriteSession::storePage(const QString &roomId, const QList<Message> &messages, Span known)
{
    const auto room = m_rooms.find(roomId);
    if (!room)
        return;
    known.first = qMax<qint64>(known.first, 1);
    if (!known.isEmpty() && known.first <= known.last)
        m_spans.add(room->key.key, known);
    for (const Message &message : messages) {
        m_messages.store(room->key, message);
        if (!known.contains(message.seq))
            m_spans.add(room->key.key, {message.seq, message.seq});
    }
}

void WriteSession::storeOutgoing(const OutgoingChange &change)
{
    const auto run = [&change](Statement &statement) {
        statement.run(change.room, int(change.kind), change.messageId, change.text, change.replyTo, change.emoji,
                      change.createdAt, int(change.state), change.problem, change.problemCode, change.nonce);
        return statement.changedRows() > 0;
    };
    if (!run(m_updateOutgoing))
        run(m_insertOutgoing);
}

void WriteSession::removeOutgoing(const QString &nonce)
{
    m_removeOutgoing.run(nonce);
}

void WriteSession::setDraft(const QString &room, const Draft &draft)
{
    if (draft.isEmpty())
        m_removeDraft.run(room);
    else
        m_setDraft.run(room, draft.text, draft.replyTo);
}

bool WriteSession::clearSome()
{
    const qint64 room = m_rooms.abandonedRoom();
    if (room == 0)
        return false;
    if (!m_messages.removeSome(room)) {
        m_spans.removeAll(room);
        m_rooms.remove(room);
    }
    return true;
}

} // namespace cache
