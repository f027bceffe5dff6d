#include "cache/messagetable.h"

#include "cache/messagerow.h"

#include <algorithm>
#include <vector>

namespace cache {

using protocol::chat::Message;

namespace {

constexpr qint64 numbersPerMillisecond = 64;
/// The end of the year 9999: later times count as this one.
constexpr qint64 latestTime = 253'402'300'799'999;
/// Following milliseconds whose numbers are tried when there are too many messages of one.
constexpr int spareMilliseconds = 16;
/// Messages removed at once: so few that a reader hardly waits for them.
constexpr int removedAtOnce = 500;

/// Whether what a page of the server says of a message is newer than what is there, or as new.
bool isUpToDate(const Message &told, const Message &known)
{
    return told.isDeleted || (!known.isDeleted && told.editedAt >= known.editedAt);
}

} // namespace

MessageTable::MessageTable(Database &database, SearchIndex &index)
    : m_index(index), m_findSeq(database,
                                QStringLiteral("SELECT %1, m.number FROM messages m JOIN authors a ON a.key = m.author"
                                               " WHERE m.room = ? AND m.seq = ?")
                                    .arg(messageColumns)),
      m_findId(database,
               QStringLiteral("SELECT %1, m.number FROM messages m JOIN authors a ON a.key = m.author"
                              " WHERE m.id = ? AND m.room = ?")
                   .arg(messageColumns)),
      m_addAuthor(database, QStringLiteral("INSERT OR IGNORE INTO authors (id) VALUES (?)")),
      m_readAuthor(database, QStringLiteral("SELECT key FROM authors WHERE id = ?")),
      m_readNumber(database, QStringLiteral("SELECT max(number) FROM messages WHERE number >= ? AND number < ?")),
      m_readLastNumber(database, QStringLiteral("SELECT max(number) FROM messages")),
      m_insert(database,
               QStringLiteral("INSERT INTO messages (number, room, seq, author, at, text, id, reply_to, edited_at,"
                              " deleted, pinned, extras) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      m_update(database,
               QStringLiteral("UPDATE messages SET text = ?, edited_at = ?, deleted = ?, pinned = ?, extras = ?"
                              " WHERE number = ?")),
      m_readSome(database, QStringLiteral("SELECT number FROM messages WHERE room = ? ORDER BY seq LIMIT ?")),
      m_remove(database, QStringLiteral("DELETE FROM messages WHERE number = ?"))
{
}

std::optional<MessageTable::Row> MessageTable::rowOf(Statement &statement, const RoomKey &room)
{
    if (!statement.next())
        return std::nullopt;
    const Row row{statement.number(messageColumnCount), messageFrom(statement, room.id)};
    statement.finish();
    return row;
}

std::optional<MessageTable::Row> MessageTable::findAt(const RoomKey &room, qint64 seq)
{
    m_findSeq.run(room.key, seq);
    return rowOf(m_findSeq, room);
}

std::optional<MessageTable::Row> MessageTable::find(const RoomKey &room, const QString &messageId)
{
    const auto position = protocol::chat::messagePositionFrom(messageId);
    if (position && position->room == room.id) {
        if (auto row = findAt(room, position->seq); row && row->message.id == messageId)
            return row;
    }
    m_findId.run(messageId, room.key);
    return rowOf(m_findId, room);
}

void MessageTable::store(const RoomKey &room, const Message &message)
{
    const auto known = findAt(room, message.seq);
    if (!known)
        insert(room, message);
    else if (known->message != message && isUpToDate(message, known->message))
        update({known->number, message}, known->message);
}

void MessageTable::insert(const RoomKey &room, const Message &message)
{
    const qint64 number = freeNumber(message.at);
    const bool hasUsualId = message.id == protocol::chat::messageId(room.id, message.seq);
    m_insert.run(number, room.key, message.seq, authorKey(message.by), message.at, message.text,
                 hasUsualId ? QVariant() : textOrNull(message.id), textOrNull(message.replyTo), message.editedAt,
                 message.isDeleted, message.isPinned, extrasOf(message));
    if (!message.isDeleted)
        m_index.add(number);
}

void MessageTable::update(const Row &row, const Message &before)
{
    const Message &message = row.message;
    const bool isOtherText = message.text != before.text || message.isDeleted != before.isDeleted;
    if (isOtherText && !before.isDeleted)
        m_index.forget(row.number);
    m_update.run(message.text, message.editedAt, message.isDeleted, message.isPinned, extrasOf(message), row.number);
    if (isOtherText && !message.isDeleted)
        m_index.add(row.number);
}

bool MessageTable::removeSome(qint64 room)
{
    std::vector<qint64> numbers;
    m_readSome.run(room, removedAtOnce);
    while (m_readSome.next())
        numbers.push_back(m_readSome.number(0));
    for (const qint64 number : numbers) {
        m_index.forget(number);
        m_remove.run(number);
    }
    return numbers.size() == removedAtOnce;
}

qint64 MessageTable::freeNumber(qint64 at)
{
    const qint64 first = std::clamp<qint64>(at, 0, latestTime) * numbersPerMillisecond;
    for (int i = 0; i < spareMilliseconds; ++i) {
        const qint64 from = first + i * numbersPerMillisecond;
        const qint64 to = from + numbersPerMillisecond;
        if (!m_readNumber.first(from, to))
            return first; // the statement that wants to use it will fail as well
        const qint64 number = m_readNumber.isNull(0) ? from : m_readNumber.number(0) + 1;
        m_readNumber.finish();
        if (number < to)
            return number;
    }
    const qint64 last = m_readLastNumber.first() ? m_readLastNumber.number(0) : first;
    m_readLastNumber.finish();
    return last + 1;
}

qint64 MessageTable::authorKey(const QString &id)
{
    const auto read = [&]() -> qint64 {
        const qint64 key = m_readAuthor.first(id) ? m_readAuthor.number(0) : 0;
        m_readAuthor.finish();
        return key;
    };
    if (const qint64 key = read(); key != 0)
        return key;
    m_addAuthor.run(id);
    return read();
}

} // namespace cache
