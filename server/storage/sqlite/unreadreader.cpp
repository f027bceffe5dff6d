#include "storage/sqlite/unreadreader.h"

namespace storage::sqlite {

using chat::UnreadCount;
using chat::UnreadQuery;

UnreadReader::UnreadReader(Connection &connection, PersonNames &names, RoomKeys &rooms, MessageReader &messages)
    : m_names(names), m_rooms(rooms), m_messages(messages),
      // People number 1 is everybody in the room. CROSS JOIN: there are fewer mentions than messages.
      m_count(
          connection,
          QStringLiteral("SELECT max((SELECT ifnull(max(seq), 0) FROM events WHERE room = q.room),"
                         " (SELECT ifnull(max(seq), 0) FROM messages WHERE room = q.room)),"
                         " (SELECT count(*) FROM (SELECT 1 FROM messages WHERE room = q.room AND seq > q.read"
                         " AND author <> q.person AND deleted = 0 LIMIT 1000)),"
                         " (SELECT count(DISTINCT n.message) FROM mentions n CROSS JOIN messages m ON m.room = n.room"
                         " AND m.seq = n.message WHERE n.room = q.room AND n.person IN (q.person, 1)"
                         " AND n.message > q.read AND m.author <> q.person)"
                         " FROM (SELECT ? AS room, ? AS read, ? AS person) q"))
{
}

protocol::Expected<std::vector<UnreadCount>, Fault> UnreadReader::read(const QString &user,
                                                                       const std::vector<UnreadQuery> &queries)
{
    const qint64 person = m_names.key(user);
    std::vector<UnreadCount> counts;
    counts.reserve(queries.size());
    for (const UnreadQuery &query : queries) {
        UnreadCount &entry = counts.emplace_back();
        entry.room = query.room;
        const auto room = m_rooms.key(query.room);
        if (!room && endsTransaction(room.error()))
            return protocol::failure(room.error());
        if (!room)
            continue;
        if (const auto fault = count(*room, person, query, entry))
            return protocol::failure(*fault);
    }
    return counts;
}

MaybeFault UnreadReader::count(qint64 room, qint64 person, const UnreadQuery &query, UnreadCount &count)
{
    if (const auto fault = m_count.run(room, query.read, person))
        return fault;
    if (!m_count.next())
        return m_count.fault().value_or(Fault::Broken);
    count.seq = m_count.number(0);
    count.unread = int(m_count.number(1));
    count.mentions = int(m_count.number(2));
    m_count.finish();
    auto last = m_messages.readLast(room, query.room);
    if (!last)
        return last.error();
    count.last = std::move(last).value();
    return std::nullopt;
}

} // namespace storage::sqlite
