#include "cache/pagereader.h"

#include "cache/messagerow.h"

#include <algorithm>
#include <limits>

namespace cache {

using protocol::chat::Message;

namespace {

constexpr qint64 pastTheEnd = std::numeric_limits<qint64>::max();

} // namespace

PageReader::PageReader(Database &database)
    : m_findRoom(database, QStringLiteral("SELECT key, seq FROM rooms WHERE id = ?")),
      m_findSpan(database,
                 QStringLiteral("SELECT first, last FROM spans WHERE room = ? AND first <= ?"
                                " ORDER BY first DESC LIMIT 1")),
      m_spans(database, QStringLiteral("SELECT first, last FROM spans WHERE room = ? ORDER BY first")),
      m_before(database,
               QStringLiteral("SELECT %1 FROM messages m CROSS JOIN authors a ON a.key = m.author"
                              " WHERE m.room = ? AND m.seq < ? AND m.seq >= ? ORDER BY m.seq DESC LIMIT ?")
                   .arg(messageColumns)),
      m_after(database,
              QStringLiteral("SELECT %1 FROM messages m CROSS JOIN authors a ON a.key = m.author"
                             " WHERE m.room = ? AND m.seq >= ? AND m.seq <= ? ORDER BY m.seq LIMIT ?")
                  .arg(messageColumns)),
      m_firstAt(database,
                QStringLiteral("SELECT seq FROM messages WHERE room = ? AND at >= ? ORDER BY at, seq LIMIT 1")),
      m_bySeq(database,
              QStringLiteral("SELECT %1 FROM messages m CROSS JOIN authors a ON a.key = m.author"
                             " WHERE m.room = (SELECT key FROM rooms WHERE id = ?) AND m.seq = ?")
                  .arg(messageColumns)),
      m_byId(database,
             QStringLiteral("SELECT %1, r.id FROM messages m JOIN rooms r ON r.key = m.room"
                            " JOIN authors a ON a.key = m.author WHERE m.id = ? AND r.id IS NOT NULL")
                 .arg(messageColumns))
{
}

CachedPage PageReader::latest(const QString &roomId, int limit)
{
    const auto room = findRoom(roomId);
    if (!room)
        return {};
    return read(*room, newestSpan(*room), {pastTheEnd, std::max(limit, 1), 0});
}

CachedPage PageReader::before(const QString &roomId, qint64 seq, int limit)
{
    const auto room = findRoom(roomId);
    if (!room)
        return {};
    CachedPage page = read(*room, spanWith(*room, seq - 1), {seq, std::max(limit, 1), 0});
    page.isComplete = page.isComplete || seq <= 1;
    return page;
}

CachedPage PageReader::after(const QString &roomId, qint64 seq, int limit)
{
    const auto room = findRoom(roomId);
    if (!room || seq == pastTheEnd)
        return {};
    CachedPage page = read(*room, spanWith(*room, seq + 1), {seq + 1, 0, std::max(limit, 1)});
    page.isComplete = page.isComplete || seq >= room->seq;
    return page;
}

CachedPage PageReader::around(const QString &roomId, qint64 seq, int limit)
{
    const auto room = findRoom(roomId);
    if (!room)
        return {};
    const int before = std::max(limit, 1) / 2;
    return read(*room, spanWith(*room, seq), {seq, before, std::max(limit, 1) - before});
}

CachedPage PageReader::fromDate(const QString &roomId, qint64 at, int limit)
{
    const auto room = findRoom(roomId);
    if (!room)
        return {};
    const bool isThere = m_firstAt.first(room->key, at);
    const qint64 seq = isThere ? m_firstAt.number(0) : pastTheEnd;
    m_firstAt.finish();
    if (!isThere)
        return latest(roomId, limit);
    CachedPage page = read(*room, spanWith(*room, seq), {seq, 0, std::max(limit, 1)});
    // Only an older message in the same span shows that none is missing that would come first.
    page.isComplete = page.isComplete && (page.hasBefore || page.span.first <= 1);
    return page;
}

std::optional<Message> PageReader::message(const QString &id)
{
    if (const auto position = protocol::chat::messagePositionFrom(id)) {
        if (m_bySeq.first(position->room, position->seq)) {
            Message message = messageFrom(m_bySeq, position->room);
            m_bySeq.finish();
            if (message.id == id)
                return message;
        }
    }
    if (!m_byId.first(id))
        return std::nullopt;
    Message message = messageFrom(m_byId, m_byId.text(messageColumnCount));
    m_byId.finish();
    return message;
}

QList<Span> PageReader::spans(const QString &roomId)
{
    QList<Span> spans;
    const auto room = findRoom(roomId);
    if (!room)
        return spans;
    m_spans.run(room->key);
    while (m_spans.next())
        spans.append({m_spans.number(0), m_spans.number(1)});
    return spans;
}

std::optional<PageReader::Room> PageReader::findRoom(const QString &id)
{
    if (!m_findRoom.first(id))
        return std::nullopt;
    const Room room{m_findRoom.number(0), m_findRoom.number(1), id};
    m_findRoom.finish();
    return room;
}

Span PageReader::spanWith(const Room &room, qint64 seq)
{
    Span span;
    if (m_findSpan.first(room.key, seq))
        span = {m_findSpan.number(0), m_findSpan.number(1)};
    m_findSpan.finish();
    return span.contains(seq) ? span : Span();
}

Span PageReader::newestSpan(const Room &room)
{
    Span span;
    if (m_findSpan.first(room.key, pastTheEnd))
        span = {m_findSpan.number(0), m_findSpan.number(1)};
    m_findSpan.finish();
    return span;
}

CachedPage PageReader::read(const Room &room, const Span &span, const Slice &slice)
{
    CachedPage page;
    if (span.isEmpty())
        return page;
    page.span = span;
    // One more on each side tells whether there is more.
    m_before.run(room.key, slice.from, span.first, slice.before + 1);
    QList<Message> before = take(m_before, room);
    page.hasBefore = before.size() > slice.before;
    if (page.hasBefore)
        before.removeLast();
    m_after.run(room.key, slice.from, span.last, slice.after + 1);
    QList<Message> after = take(m_after, room);
    page.hasAfter = after.size() > slice.after;
    if (page.hasAfter)
        after.removeLast();
    const bool isWholeBefore = before.size() == slice.before || span.first <= 1;
    const bool isWholeAfter = after.size() == slice.after && slice.from != pastTheEnd;
    page.isComplete = isWholeBefore && (isWholeAfter || span.last >= room.seq);
    std::reverse(before.begin(), before.end());
    page.messages = before + after;
    return page;
}

QList<Message> PageReader::take(Statement &statement, const Room &room)
{
    QList<Message> messages;
    while (statement.next())
        messages.append(messageFrom(statement, room.id));
    return messages;
}

} // namespace cache
