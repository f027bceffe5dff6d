#include "storage/sqlite/messagereader.h"

#include "storage/sqlite/messagerow.h"

#include <QHash>

#include <algorithm>

namespace storage::sqlite {

using protocol::chat::Message;
using protocol::chat::Reaction;

namespace {

void addReaction(Message &message, const QString &emoji, const QString &user)
{
    for (Reaction &reaction : message.reactions) {
        if (reaction.emoji == emoji) {
            reaction.users.append(user);
            return;
        }
    }
    message.reactions.append({emoji, {user}});
}

} // namespace

MessageReader::MessageReader(Connection &connection, PersonNames &names, RoomKeys &rooms)
    : m_names(names), m_rooms(rooms),
      m_read(connection,
             QStringLiteral("SELECT %1 FROM messages m WHERE m.room = ? AND m.seq = ?").arg(messageColumns)),
      m_readPins(connection,
                 QStringLiteral("SELECT %1 FROM messages m WHERE m.room = ? AND m.pinned > 0"
                                " ORDER BY m.pinned")
                     .arg(messageColumns)),
      m_readLast(connection,
                 QStringLiteral("SELECT %1 FROM messages m WHERE m.room = ? AND m.deleted = 0"
                                " ORDER BY m.seq DESC LIMIT 1")
                     .arg(messageColumns)),
      m_readReactions(connection,
                      QStringLiteral("SELECT message, emoji, person FROM reactions WHERE room = ?"
                                     " AND message >= ? AND message <= ?"
                                     " ORDER BY message, emoji_since, added"))
{
}

protocol::Expected<Message, Fault> MessageReader::read(const protocol::chat::MessagePosition &position)
{
    const auto room = m_rooms.key(position.room);
    if (!room)
        return protocol::failure(room.error());
    if (const auto fault = m_read.run(*room, position.seq))
        return protocol::failure(*fault);
    if (!m_read.next())
        return protocol::failure(m_read.fault().value_or(Fault::NotFound));
    Message message = messageFrom(m_read, position.room, m_names);
    m_read.finish();
    if (const auto fault = addReactions(*room, message))
        return protocol::failure(*fault);
    return message;
}

protocol::Expected<MessageReader::Messages, Fault> MessageReader::readPins(const QString &roomId)
{
    const auto room = m_rooms.key(roomId);
    if (!room)
        return Messages();
    if (const auto fault = m_readPins.run(*room))
        return protocol::failure(*fault);
    auto pins = take(m_readPins, roomId);
    if (!pins)
        return pins;
    for (Message &message : *pins) {
        if (const auto fault = addReactions(*room, message))
            return protocol::failure(*fault);
    }
    return pins;
}

protocol::Expected<std::optional<Message>, Fault> MessageReader::readLast(qint64 roomKey, const QString &room)
{
    if (const auto fault = m_readLast.run(roomKey))
        return protocol::failure(*fault);
    if (!m_readLast.next()) {
        if (const auto fault = m_readLast.fault())
            return protocol::failure(*fault);
        return std::optional<Message>();
    }
    std::optional<Message> message = messageFrom(m_readLast, room, m_names);
    m_readLast.finish();
    if (const auto fault = addReactions(roomKey, *message))
        return protocol::failure(*fault);
    return message;
}

protocol::Expected<MessageReader::Messages, Fault> MessageReader::take(Statement &statement, const QString &room)
{
    Messages messages;
    while (statement.next())
        messages.push_back(messageFrom(statement, room, m_names));
    if (const auto fault = statement.fault())
        return protocol::failure(*fault);
    return messages;
}

MaybeFault MessageReader::addReactions(qint64 roomKey, Messages &messages)
{
    if (messages.empty())
        return std::nullopt;
    if (const auto fault = m_readReactions.run(roomKey, messages.front().seq, messages.back().seq))
        return fault;
    auto message = messages.begin();
    while (m_readReactions.next()) {
        const qint64 seq = m_readReactions.number(0);
        message = std::lower_bound(message, messages.end(), seq,
                                   [](const Message &entry, qint64 wanted) { return entry.seq < wanted; });
        if (message == messages.end())
            break;
        if (message->seq == seq)
            addReaction(*message, m_readReactions.text(1), m_names.id(m_readReactions.number(2)));
    }
    const auto fault = m_readReactions.fault();
    m_readReactions.finish();
    return fault;
}

MaybeFault MessageReader::addReactions(qint64 roomKey, Message &message)
{
    if (const auto fault = m_readReactions.run(roomKey, message.seq, message.seq))
        return fault;
    while (m_readReactions.next())
        addReaction(message, m_readReactions.text(1), m_names.id(m_readReactions.number(2)));
    return m_readReactions.fault();
}

} // namespace storage::sqlite
