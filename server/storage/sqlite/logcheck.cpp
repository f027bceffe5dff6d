#include "storage/sqlite/logcheck.h"

#include "storage/sqlite/replay.h"

#include <QCborValue>

#include <vector>

namespace storage::sqlite {

LogCheck::LogCheck(Connection &connection, Findings &findings)
    : m_findings(findings), m_names(connection), m_tables(connection, m_names),
      m_readRooms(connection, QStringLiteral("SELECT key, id FROM rooms ORDER BY key")),
      m_readSeqs(connection,
                 QStringLiteral("SELECT count(*), count(DISTINCT seq), ifnull(min(seq), 0), ifnull(max(seq), 0),"
                                " ifnull(sum(is_message), 0)"
                                " FROM (SELECT seq, 1 AS is_message FROM messages WHERE room = ?"
                                " UNION ALL SELECT seq, 0 FROM events WHERE room = ?)")),
      m_readEvents(connection,
                   QStringLiteral("SELECT seq, type, actor, at, message, detail FROM events WHERE room = ?"
                                  " ORDER BY seq")),
      m_readAhead(connection, QStringLiteral("SELECT person, seq FROM reads WHERE room = ? AND seq > ?"))
{
}

MaybeFault LogCheck::run(CheckReport &report)
{
    std::vector<Room> rooms;
    if (const auto fault = m_readRooms.run())
        return fault;
    while (m_readRooms.next())
        rooms.push_back({m_readRooms.number(0), m_readRooms.text(1)});
    if (const auto fault = m_readRooms.fault())
        return fault;
    report.rooms = qint64(rooms.size());
    for (const Room &room : rooms) {
        if (m_findings.isFull())
            break;
        const auto last = checkSeqs(room, report);
        if (!last)
            return last.error();
        if (const auto fault = checkTables(room))
            return fault;
        if (const auto fault = checkReads(room, *last))
            return fault;
    }
    return std::nullopt;
}

protocol::Expected<qint64, Fault> LogCheck::checkSeqs(const Room &room, CheckReport &report)
{
    if (const auto fault = m_readSeqs.run(room.key, room.key))
        return protocol::failure(*fault);
    if (!m_readSeqs.next())
        return protocol::failure(m_readSeqs.fault().value_or(Fault::Broken));
    const qint64 count = m_readSeqs.number(0);
    const qint64 different = m_readSeqs.number(1);
    const qint64 last = m_readSeqs.number(3);
    if (count != different)
        m_findings.add(
            QStringLiteral("room %1: %2 events have the seq of another").arg(room.id).arg(count - different));
    if (m_readSeqs.number(2) != 1 || different != last) {
        m_findings.add(QStringLiteral("room %1: the log ends at seq %2 but has only %3 events")
                           .arg(room.id)
                           .arg(last)
                           .arg(different));
    }
    report.events += count;
    report.messages += m_readSeqs.number(4);
    m_readSeqs.finish();
    return last;
}

MaybeFault LogCheck::checkTables(const Room &room)
{
    Replay replay;
    if (const auto fault = m_readEvents.run(room.key))
        return fault;
    while (m_readEvents.next()) {
        protocol::chat::RoomEvent event;
        event.room = room.id;
        event.seq = m_readEvents.number(0);
        const auto type = protocol::chat::roomEventTypeFrom(m_readEvents.text(1));
        if (!type) {
            m_findings.add(QStringLiteral("room %1, event %2: it is of no known kind").arg(room.id).arg(event.seq));
            continue;
        }
        event.type = *type;
        event.by = m_names.id(m_readEvents.number(2));
        event.at = m_readEvents.number(3);
        event.detail = QCborValue::fromCbor(m_readEvents.bytes(5)).toMap();
        replay.apply(event);
    }
    if (const auto fault = m_readEvents.fault())
        return fault;
    const auto tables = m_tables.read(room.key);
    if (!tables)
        return tables.error();
    m_findings.add(differences(room.id, replay.facts(), *tables));
    return std::nullopt;
}

MaybeFault LogCheck::checkReads(const Room &room, qint64 lastSeq)
{
    if (const auto fault = m_readAhead.run(room.key, lastSeq))
        return fault;
    while (m_readAhead.next()) {
        m_findings.add(QStringLiteral("room %1: %2 has read up to seq %3, which is not there yet")
                           .arg(room.id, m_names.id(m_readAhead.number(0)))
                           .arg(m_readAhead.number(1)));
    }
    return m_readAhead.fault();
}

} // namespace storage::sqlite
