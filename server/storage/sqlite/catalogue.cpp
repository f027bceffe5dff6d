#include "storage/sqlite/catalogue.h"

#include <algorithm>

namespace storage::sqlite {

Catalogue::Catalogue(Connection &connection)
    : m_addPerson(connection, QStringLiteral("INSERT INTO people (key, id) VALUES (?, ?)")),
      m_readPeople(connection, QStringLiteral("SELECT key, id FROM people")),
      m_readRooms(connection,
                  QStringLiteral("SELECT r.key, r.id,"
                                 " max((SELECT ifnull(max(seq), 0) FROM events e WHERE e.room = r.key),"
                                 " (SELECT ifnull(max(seq), 0) FROM messages m WHERE m.room = r.key)) FROM rooms r"))
{
}

MaybeFault Catalogue::load()
{
    mark();
    if (const auto fault = loadPeople())
        return fault;
    return loadRooms();
}

MaybeFault Catalogue::loadPeople()
{
    m_people.clear();
    m_lastPerson = 0;
    if (const auto fault = m_readPeople.run())
        return fault;
    while (m_readPeople.next()) {
        const qint64 key = m_readPeople.number(0);
        m_people.insert(m_readPeople.text(1), key);
        m_lastPerson = std::max(m_lastPerson, key);
    }
    return m_readPeople.fault();
}

MaybeFault Catalogue::loadRooms()
{
    m_rooms.clear();
    m_lastRoom = 0;
    if (const auto fault = m_readRooms.run())
        return fault;
    while (m_readRooms.next()) {
        const Room room{m_readRooms.number(0), m_readRooms.number(2)};
        m_rooms.insert(m_readRooms.text(1), room);
        m_lastRoom = std::max(m_lastRoom, room.key);
    }
    return m_readRooms.fault();
}

protocol::Expected<qint64, Fault> Catalogue::person(const QString &id)
{
    const auto known = m_people.constFind(id);
    if (known != m_people.cend())
        return *known;
    const qint64 key = m_lastPerson + 1;
    if (const auto fault = m_addPerson.run(key, id))
        return protocol::failure(*fault);
    m_lastPerson = key;
    m_people.insert(id, key);
    m_addedPeople.append(id);
    return key;
}

protocol::Expected<QString, Fault> Catalogue::people(const QStringList &ids)
{
    QString keys;
    for (const QString &id : ids) {
        const auto key = person(id);
        if (!key)
            return protocol::failure(key.error());
        if (!keys.isEmpty())
            keys += u' ';
        keys += QString::number(*key);
    }
    return keys;
}

const Catalogue::Room *Catalogue::room(const QString &id) const
{
    const auto known = m_rooms.constFind(id);
    return known == m_rooms.cend() ? nullptr : &*known;
}

qint64 Catalogue::addRoom(const QString &id)
{
    ++m_lastRoom;
    m_rooms.insert(id, {m_lastRoom, 0});
    m_addedRooms.append(id);
    return m_lastRoom;
}

void Catalogue::advance(const QString &room)
{
    ++m_rooms[room].seq;
    m_advancedRooms.append(room);
}

void Catalogue::mark()
{
    m_addedPeople.clear();
    m_addedRooms.clear();
    m_advancedRooms.clear();
}

void Catalogue::revert()
{
    for (const QString &room : std::as_const(m_advancedRooms))
        --m_rooms[room].seq;
    for (const QString &room : std::as_const(m_addedRooms))
        m_rooms.remove(room);
    for (const QString &person : std::as_const(m_addedPeople))
        m_people.remove(person);
    m_lastRoom -= m_addedRooms.size();
    m_lastPerson -= m_addedPeople.size();
    mark();
}

} // namespace storage::sqlite
