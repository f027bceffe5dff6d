#include "storage/sqlite/memberprojection.h"

#include "protocol/chat/role.h"

namespace storage::sqlite {

namespace {

constexpr QLatin1String userField("user");

MaybeFault unchangedUnless(const Statement &statement)
{
    return statement.changedRows() == 0 ? MaybeFault(Fault::Unchanged) : std::nullopt;
}

} // namespace

MemberProjection::MemberProjection(Connection &connection, Catalogue &catalogue)
    : m_catalogue(catalogue),
      m_join(connection,
             QStringLiteral("INSERT INTO members (room, person, role, joined_seq) VALUES (?, ?, ?, ?)"
                            " ON CONFLICT DO NOTHING")),
      m_leave(connection, QStringLiteral("DELETE FROM members WHERE room = ? AND person = ?")),
      m_forgetReads(connection, QStringLiteral("DELETE FROM reads WHERE room = ? AND person = ?")),
      m_mute(connection,
             QStringLiteral("UPDATE members SET muted_until = ? WHERE room = ? AND person = ?"
                            " AND muted_until <> ?")),
      m_setRole(connection, QStringLiteral("UPDATE members SET role = ? WHERE room = ? AND person = ? AND role <> ?"))
{
}

MaybeFault MemberProjection::join(NewEvent &event)
{
    const auto person = m_catalogue.person(event.text(userField));
    if (!person)
        return person.error();
    const QString role = event.text(QLatin1String("role"));
    if (!protocol::chat::roleFrom(role))
        return Fault::Refused;
    if (const auto fault = m_join.run(event.room, *person, role, event.seq()))
        return fault;
    if (const auto fault = unchangedUnless(m_join))
        return fault;
    return forgetReads(event.room, *person);
}

MaybeFault MemberProjection::leave(NewEvent &event)
{
    const auto person = m_catalogue.person(event.text(userField));
    if (!person)
        return person.error();
    if (const auto fault = m_leave.run(event.room, *person))
        return fault;
    if (const auto fault = unchangedUnless(m_leave))
        return fault;
    return forgetReads(event.room, *person);
}

MaybeFault MemberProjection::mute(NewEvent &event)
{
    const auto person = m_catalogue.person(event.text(userField));
    if (!person)
        return person.error();
    const qint64 until = event.number(QLatin1String("until"));
    if (const auto fault = m_mute.run(until, event.room, *person, until))
        return fault;
    return unchangedUnless(m_mute);
}

MaybeFault MemberProjection::setRole(NewEvent &event)
{
    const auto person = m_catalogue.person(event.text(userField));
    if (!person)
        return person.error();
    const QString role = event.text(QLatin1String("role"));
    if (!protocol::chat::roleFrom(role))
        return Fault::Refused;
    if (const auto fault = m_setRole.run(role, event.room, *person, role))
        return fault;
    return unchangedUnless(m_setRole);
}

MaybeFault MemberProjection::forgetReads(qint64 room, qint64 person)
{
    return m_forgetReads.run(room, person);
}

} // namespace storage::sqlite
