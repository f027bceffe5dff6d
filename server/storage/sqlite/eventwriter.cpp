#include "storage/sqlite/eventwriter.h"

#include <QCborMap>

namespace storage::sqlite {

using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

namespace {

/// What the log keeps of an event's detail: the text of an edit is where the message is, so that nothing of a deleted
/// message is left behind.
QByteArray loggedDetail(const RoomEvent &event)
{
    if (event.type != RoomEventType::MessageEdited)
        return event.detail.toCborValue().toCbor();
    QCborMap detail = event.detail;
    detail.remove(QLatin1String("text"));
    detail.remove(QLatin1String("mentions"));
    return detail.toCborValue().toCbor();
}

} // namespace

EventWriter::EventWriter(Connection &connection, Catalogue &catalogue, SearchIndex &index)
    : m_catalogue(catalogue), m_finder(connection), m_messages(connection, catalogue, m_finder, index),
      m_pins(connection, m_finder), m_reactions(connection, m_finder), m_members(connection, catalogue),
      m_bans(connection, catalogue, m_members), m_rooms(connection, catalogue),
      m_log(connection,
            QStringLiteral("INSERT INTO events (room, seq, type, actor, at, message, detail)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?)"))
{
}

MaybeFault EventWriter::load()
{
    return m_messages.load();
}

protocol::Expected<chat::AppendedEvent, Fault> EventWriter::append(chat::AppendEvent &&append)
{
    chat::AppendedEvent result{std::move(append.event), true};
    auto event = place(result.event);
    if (!event)
        return protocol::failure(event.error());
    if (result.event.type == RoomEventType::MessagePosted) {
        const auto isNew = m_messages.post(*event, append.nonce);
        if (!isNew)
            return protocol::failure(isNew.error());
        result.isNew = *isNew;
    } else {
        if (const auto fault = project(*event))
            return protocol::failure(*fault);
        if (const auto fault = log(*event))
            return protocol::failure(*fault);
    }
    if (result.isNew)
        m_catalogue.advance(result.event.room);
    return result;
}

protocol::Expected<NewEvent, Fault> EventWriter::place(RoomEvent &event)
{
    const Catalogue::Room *room = m_catalogue.room(event.room);
    const bool isCreation = event.type == RoomEventType::RoomCreated;
    if (isCreation == (room != nullptr))
        return protocol::failure(isCreation ? Fault::Unchanged : Fault::NotFound);
    const auto actor = m_catalogue.person(event.by);
    if (!actor)
        return protocol::failure(actor.error());
    event.seq = room ? room->seq + 1 : 1;
    return NewEvent{event, room ? room->key : m_catalogue.addRoom(event.room), *actor};
}

MaybeFault EventWriter::project(NewEvent &event)
{
    switch (event.event.type) {
    case RoomEventType::RoomCreated:
        return m_rooms.create(event);
    case RoomEventType::RoomUpdated:
        return m_rooms.update(event);
    case RoomEventType::MessagePosted:
        break; // is its own entry in the log
    case RoomEventType::MessageEdited:
        return m_messages.edit(event);
    case RoomEventType::MessageDeleted:
        return m_messages.remove(event);
    case RoomEventType::MessagePinned:
        return m_pins.pin(event);
    case RoomEventType::MessageUnpinned:
        return m_pins.unpin(event);
    case RoomEventType::ReactionAdded:
        return m_reactions.add(event);
    case RoomEventType::ReactionRemoved:
        return m_reactions.remove(event);
    case RoomEventType::MemberJoined:
        return m_members.join(event);
    case RoomEventType::MemberLeft:
    case RoomEventType::MemberKicked:
        return m_members.leave(event);
    case RoomEventType::MemberBanned:
        return m_bans.ban(event);
    case RoomEventType::MemberUnbanned:
        return m_bans.unban(event);
    case RoomEventType::MemberMuted:
        return m_members.mute(event);
    case RoomEventType::MemberRole:
        return m_members.setRole(event);
    }
    return Fault::Refused;
}

MaybeFault EventWriter::log(const NewEvent &event)
{
    const RoomEvent &entry = event.event;
    return m_log.run(event.room, event.seq(), wireName(entry.type), event.actor, entry.at,
                     event.message == 0 ? QVariant() : Statement::bound(event.message), loggedDetail(entry));
}

} // namespace storage::sqlite
