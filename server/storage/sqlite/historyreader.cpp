#include "storage/sqlite/historyreader.h"

#include "storage/sqlite/messagerow.h"

#include <algorithm>
#include <limits>

namespace storage::sqlite {

using chat::HistoryPage;
using chat::HistoryQuery;
using Direction = protocol::chat::GetHistory::Direction;

namespace {

constexpr qint64 pastTheEnd = std::numeric_limits<qint64>::max();

} // namespace

HistoryReader::HistoryReader(Connection &connection, RoomKeys &rooms, MessageReader &messages)
    : m_rooms(rooms), m_messages(messages),
      m_readBefore(connection,
                   QStringLiteral("SELECT %1 FROM messages m WHERE m.room = ? AND m.seq < ?"
                                  " ORDER BY m.seq DESC LIMIT ?")
                       .arg(messageColumns)),
      m_readAfter(connection,
                  QStringLiteral("SELECT %1 FROM messages m WHERE m.room = ? AND m.seq >= ?"
                                 " ORDER BY m.seq LIMIT ?")
                      .arg(messageColumns)),
      m_readRange(connection,
                  QStringLiteral("SELECT (SELECT min(seq) FROM messages WHERE room = q.room),"
                                 " (SELECT max(seq) FROM messages WHERE room = q.room)"
                                 " FROM (SELECT ? AS room) q")),
      m_readTime(connection,
                 QStringLiteral("SELECT seq, at FROM messages WHERE room = ? AND seq >= ?"
                                " ORDER BY seq LIMIT 1"))
{
}

protocol::Expected<HistoryPage, Fault> HistoryReader::read(const HistoryQuery &query)
{
    const auto room = m_rooms.key(query.room);
    if (!room)
        return protocol::failure(room.error());
    const auto slice = sliceFor(query, *room);
    if (!slice)
        return protocol::failure(slice.error());
    return readSlice(*slice);
}

protocol::Expected<HistoryReader::Slice, Fault> HistoryReader::sliceFor(const HistoryQuery &query, qint64 room)
{
    const int limit = std::max(query.limit, 1);
    Slice slice{room, query.room};
    switch (query.direction) {
    case Direction::Before:
        slice.from = query.position;
        slice.before = limit;
        return slice;
    case Direction::After:
        slice.from = query.position == pastTheEnd ? pastTheEnd : query.position + 1;
        slice.after = limit;
        return slice;
    case Direction::Around:
        slice.from = query.position;
        slice.before = limit / 2;
        slice.after = limit - limit / 2;
        return slice;
    case Direction::Date: {
        const auto first = firstAt(room, query.position);
        if (!first)
            return protocol::failure(first.error());
        slice.from = first->value_or(pastTheEnd);
        (*first ? slice.after : slice.before) = limit;
        return slice;
    }
    case Direction::Latest:
        break;
    }
    slice.from = pastTheEnd;
    slice.before = limit;
    return slice;
}

protocol::Expected<HistoryPage, Fault> HistoryReader::readSlice(const Slice &slice)
{
    // One more on each side tells whether there is more.
    HistoryPage page;
    if (const auto fault = m_readBefore.run(slice.room, slice.from, slice.before + 1))
        return protocol::failure(*fault);
    auto before = m_messages.take(m_readBefore, slice.roomId);
    if (!before)
        return protocol::failure(before.error());
    page.hasBefore = int(before->size()) > slice.before;
    if (page.hasBefore)
        before->pop_back();
    if (const auto fault = m_readAfter.run(slice.room, slice.from, slice.after + 1))
        return protocol::failure(*fault);
    auto after = m_messages.take(m_readAfter, slice.roomId);
    if (!after)
        return protocol::failure(after.error());
    page.hasAfter = int(after->size()) > slice.after;
    if (page.hasAfter)
        after->pop_back();
    page.messages.assign(std::make_move_iterator(before->rbegin()), std::make_move_iterator(before->rend()));
    page.messages.insert(page.messages.end(), std::make_move_iterator(after->begin()),
                         std::make_move_iterator(after->end()));
    if (const auto fault = m_messages.addReactions(slice.room, page.messages))
        return protocol::failure(*fault);
    return page;
}

protocol::Expected<std::optional<qint64>, Fault> HistoryReader::firstAt(qint64 room, qint64 time)
{
    // The times of a room's messages rise with their seq, but for a clock that was set back: then the page is near.
    if (const auto fault = m_readRange.run(room))
        return protocol::failure(*fault);
    if (!m_readRange.next())
        return protocol::failure(m_readRange.fault().value_or(Fault::Broken));
    qint64 low = m_readRange.number(0);
    qint64 high = m_readRange.number(1) + 1;
    m_readRange.finish();
    std::optional<qint64> first;
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        if (const auto fault = m_readTime.run(room, middle))
            return protocol::failure(*fault);
        if (!m_readTime.next())
            break;
        const qint64 seq = m_readTime.number(0);
        const bool isLateEnough = m_readTime.number(1) >= time;
        m_readTime.finish();
        if (isLateEnough) {
            first = seq;
            high = middle;
        } else {
            low = seq + 1;
        }
    }
    if (const auto fault = m_readTime.fault())
        return protocol::failure(*fault);
    return first;
}

} // namespace storage::sqlite
