#include "storage/sqlite/messagerow.h"

#include <QCborValue>

namespace storage::sqlite {

using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

namespace {

/// FNV-1a, 64 bits.
class Checksum
{
public:
    void add(quint64 value)
    {
        for (int shift = 0; shift < 64; shift += 8)
            addByte(quint8(value >> shift));
    }
    void add(QStringView text)
    {
        for (const QChar c : text)
            m_state = (m_state ^ c.unicode()) * prime;
    }
    [[nodiscard]] qint64 value() const { return qint64(m_state); }

private:
    static constexpr quint64 prime = 0x100000001b3;

    void addByte(quint8 byte) { m_state = (m_state ^ byte) * prime; }

    quint64 m_state = 0xcbf29ce484222325;
};

} // namespace

Message messageFrom(const Statement &statement, const QString &room, PersonNames &names)
{
    Message message;
    message.room = room;
    message.seq = statement.number(0);
    message.id = protocol::chat::messageId(room, message.seq);
    message.by = names.id(statement.number(1));
    message.at = statement.number(2);
    message.text = statement.text(3);
    if (!statement.isNull(4))
        message.replyTo = protocol::chat::messageId(room, statement.number(4));
    if (!statement.isNull(5))
        message.mentions = names.ids(statement.text(5));
    if (!statement.isNull(6))
        message.attachments = QCborValue::fromCbor(statement.bytes(6)).toArray();
    message.editedAt = statement.number(7);
    message.isDeleted = statement.flag(8);
    message.isPinned = statement.flag(9);
    return message;
}

RoomEvent postedEvent(Message message)
{
    message.editedAt = 0;
    message.isPinned = false;
    message.reactions.clear();
    RoomEvent event;
    event.room = message.room;
    event.seq = message.seq;
    event.type = RoomEventType::MessagePosted;
    event.by = message.by;
    event.at = message.at;
    event.message = std::move(message);
    return event;
}

qint64 messageChecksum(qint64 room, qint64 seq, qint64 author, qint64 at, QStringView text)
{
    Checksum sum;
    sum.add(quint64(room));
    sum.add(quint64(seq));
    sum.add(quint64(author));
    sum.add(quint64(at));
    sum.add(text);
    return sum.value();
}

} // namespace storage::sqlite
