#include "storage/sqlite/banprojection.h"

namespace storage::sqlite {

BanProjection::BanProjection(Connection &connection, Catalogue &catalogue, MemberProjection &members)
    : m_catalogue(catalogue), m_members(members),
      m_ban(connection,
            QStringLiteral("INSERT INTO bans (room, person, by, reason, at, until) VALUES (?, ?, ?, ?, ?, ?)"
                           " ON CONFLICT (room, person) DO UPDATE SET by = excluded.by,"
                           " reason = excluded.reason, at = excluded.at, until = excluded.until"
                           " WHERE ? OR reason <> excluded.reason OR until <> excluded.until")),
      m_unban(connection, QStringLiteral("DELETE FROM bans WHERE room = ? AND person = ?"))
{
}

MaybeFault BanProjection::ban(NewEvent &event)
{
    const auto person = m_catalogue.person(event.text(QLatin1String("user")));
    if (!person)
        return person.error();
    const auto left = m_members.leave(event);
    if (left && left != Fault::Unchanged)
        return left;
    const bool hasLeft = !left;
    if (const auto fault = m_ban.run(event.room, *person, event.actor, event.text(QLatin1String("reason")),
                                     event.event.at, event.number(QLatin1String("until")), hasLeft))
        return fault;
    return m_ban.changedRows() == 0 ? MaybeFault(Fault::Unchanged) : std::nullopt;
}

MaybeFault BanProjection::unban(NewEvent &event)
{
    const auto person = m_catalogue.person(event.text(QLatin1String("user")));
    if (!person)
        return person.error();
    if (const auto fault = m_unban.run(event.room, *person))
        return fault;
    return m_unban.changedRows() == 0 ? MaybeFault(Fault::Unchanged) : std::nullopt;
}

} // namespace storage::sqlite
