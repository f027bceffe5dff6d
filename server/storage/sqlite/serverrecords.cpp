#include "storage/sqlite/serverrecords.h"

#include "storage/sqlite/schedulekind.h"

#include <QCborValue>

#include <algorithm>

namespace storage::sqlite {

ServerRecords::ServerRecords(Connection &connection, Catalogue &catalogue)
    : m_catalogue(catalogue), m_putRead(connection,
                                        QStringLiteral("INSERT INTO reads (room, person, seq) VALUES (?, ?, ?)"
                                                       " ON CONFLICT (room, person) DO UPDATE SET seq = excluded.seq"
                                                       " WHERE seq < excluded.seq")),
      m_putBan(connection,
               QStringLiteral("INSERT INTO server_bans (person, by, reason, at, until) VALUES (?, ?, ?, ?, ?)"
                              " ON CONFLICT (person) DO UPDATE SET by = excluded.by,"
                              " reason = excluded.reason, at = excluded.at, until = excluded.until")),
      m_removeBan(connection, QStringLiteral("DELETE FROM server_bans WHERE person = ?")),
      m_putScheduled(connection,
                     QStringLiteral("INSERT OR REPLACE INTO scheduled (id, kind, person, room, message, text,"
                                    " at) VALUES (?, ?, ?, ?, ?, ?, ?)")),
      m_removeScheduled(connection, QStringLiteral("DELETE FROM scheduled WHERE id = ?")),
      m_appendAudit(connection,
                    QStringLiteral("INSERT INTO audit (number, at, by, action, room, target, detail)"
                                   " VALUES ((SELECT ifnull(max(number), 0) + 1 FROM audit), ?, ?, ?, ?, ?, ?)"))
{
}

MaybeFault ServerRecords::put(const chat::ReadPosition &position)
{
    const auto person = m_catalogue.person(position.user);
    if (!person)
        return person.error();
    const Catalogue::Room *room = m_catalogue.room(position.room);
    if (!room)
        return Fault::NotFound;
    return m_putRead.run(room->key, *person, std::min(position.seq, room->seq));
}

MaybeFault ServerRecords::put(const chat::Ban &ban)
{
    const auto person = m_catalogue.person(ban.user);
    if (!person)
        return person.error();
    const auto by = m_catalogue.person(ban.by);
    if (!by)
        return by.error();
    return m_putBan.run(*person, *by, ban.reason, ban.at, ban.until);
}

MaybeFault ServerRecords::removeBan(const QString &user)
{
    const auto person = m_catalogue.person(user);
    if (!person)
        return person.error();
    return m_removeBan.run(*person);
}

MaybeFault ServerRecords::put(const chat::Scheduled &item)
{
    const auto person = m_catalogue.person(item.user);
    if (!person)
        return person.error();
    return m_putScheduled.run(item.id, nameOf(item.kind), *person, item.room, item.message, item.text, item.at);
}

MaybeFault ServerRecords::removeScheduled(const QString &id)
{
    return m_removeScheduled.run(id);
}

MaybeFault ServerRecords::append(const chat::AuditEntry &entry)
{
    const auto by = m_catalogue.person(entry.by);
    if (!by)
        return by.error();
    return m_appendAudit.run(entry.at, *by, entry.action, entry.room, entry.target,
                             entry.detail.toCborValue().toCbor());
}

} // namespace storage::sqlite
