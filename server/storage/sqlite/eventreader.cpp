#include "storage/sqlite/eventreader.h"

#include "storage/sqlite/messagerow.h"

#include <QCborArray>

#include <algorithm>
#include <iterator>

namespace storage::sqlite {

using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

EventReader::EventReader(Connection &connection, PersonNames &names, RoomKeys &rooms)
    : m_names(names), m_rooms(rooms),
      m_readMessages(connection,
                     QStringLiteral("SELECT %1 FROM messages m WHERE m.room = ? AND m.seq > ?"
                                    " AND m.seq <= ? ORDER BY m.seq")
                         .arg(messageColumns)),
      m_readOthers(connection,
                   QStringLiteral("SELECT e.seq, e.type, e.actor, e.at, e.detail, m.text, m.mentions FROM events e"
                                  " LEFT JOIN messages m ON e.type = 'message.edited' AND m.room = e.room"
                                  " AND m.seq = e.message"
                                  " WHERE e.room = ? AND e.seq > ? AND e.seq <= ? ORDER BY e.seq"))
{
}

protocol::Expected<EventReader::Events, Fault> EventReader::read(const chat::EventsQuery &query)
{
    const auto room = m_rooms.key(query.room);
    if (!room)
        return protocol::failure(room.error());
    // There are no gaps, so the last seq of the page is known.
    const qint64 last = query.after + std::max(query.limit, 1);
    if (const auto fault = m_readMessages.run(*room, query.after, last))
        return protocol::failure(*fault);
    auto messages = readMessages(query.room);
    if (!messages)
        return messages;
    if (const auto fault = m_readOthers.run(*room, query.after, last))
        return protocol::failure(*fault);
    auto others = readOthers(query.room);
    if (!others || others->empty())
        return others ? std::move(messages) : std::move(others);
    Events events;
    events.reserve(messages->size() + others->size());
    std::merge(std::make_move_iterator(messages->begin()), std::make_move_iterator(messages->end()),
               std::make_move_iterator(others->begin()), std::make_move_iterator(others->end()),
               std::back_inserter(events),
               [](const RoomEvent &left, const RoomEvent &right) { return left.seq < right.seq; });
    return events;
}

protocol::Expected<EventReader::Events, Fault> EventReader::readMessages(const QString &roomId)
{
    Events events;
    while (m_readMessages.next())
        events.push_back(postedEvent(messageFrom(m_readMessages, roomId, m_names)));
    if (const auto fault = m_readMessages.fault())
        return protocol::failure(*fault);
    return events;
}

protocol::Expected<EventReader::Events, Fault> EventReader::readOthers(const QString &roomId)
{
    Events events;
    while (m_readOthers.next())
        events.push_back(eventInRow(roomId));
    if (const auto fault = m_readOthers.fault())
        return protocol::failure(*fault);
    return events;
}

RoomEvent EventReader::eventInRow(const QString &roomId)
{
    RoomEvent event;
    event.room = roomId;
    event.seq = m_readOthers.number(0);
    event.type = protocol::chat::roomEventTypeFrom(m_readOthers.text(1)).value_or(RoomEventType::RoomUpdated);
    event.by = m_names.id(m_readOthers.number(2));
    event.at = m_readOthers.number(3);
    event.detail = QCborValue::fromCbor(m_readOthers.bytes(4)).toMap();
    if (event.type == RoomEventType::MessageEdited) {
        event.detail.insert(QLatin1String("text"), m_readOthers.text(5));
        event.detail.insert(QLatin1String("mentions"), QCborArray::fromStringList(m_names.ids(m_readOthers.text(6))));
    }
    return event;
}

} // namespace storage::sqlite
