#include "storage/sqlite/roomprojection.h"

#include "protocol/chat/room.h"

namespace storage::sqlite {

namespace {

/// NULL, which leaves a column as it is, for a field that is not there.
QVariant change(const NewEvent &event, QLatin1String field)
{
    const QCborValue value = event.event.detail.value(field);
    if (value.isString())
        return Statement::bound(value.toString());
    if (value.isInteger())
        return Statement::bound(qint64(value.toInteger()));
    if (value.isBool())
        return Statement::bound(value.toBool());
    return {};
}

} // namespace

RoomProjection::RoomProjection(Connection &connection, Catalogue &catalogue)
    : m_catalogue(catalogue),
      m_create(connection,
               QStringLiteral("INSERT INTO rooms (key, id, name, kind, topic, created_at, created_by,"
                              " direct_members) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
      m_update(connection,
               QStringLiteral("UPDATE rooms SET name = n.name, topic = n.topic, slow_mode_ms = n.slow_mode_ms,"
                              " announcement_only = n.announcement_only"
                              " FROM (SELECT key, ifnull(?, name) AS name, ifnull(?, topic) AS topic,"
                              " ifnull(?, slow_mode_ms) AS slow_mode_ms,"
                              " ifnull(?, announcement_only) AS announcement_only FROM rooms WHERE key = ?) n"
                              " WHERE rooms.key = n.key AND (rooms.name, rooms.topic, rooms.slow_mode_ms,"
                              " rooms.announcement_only)"
                              " <> (n.name, n.topic, n.slow_mode_ms, n.announcement_only)"))
{
}

MaybeFault RoomProjection::create(NewEvent &event)
{
    const QString kind = event.text(QLatin1String("kind"));
    if (!protocol::chat::roomKindFrom(kind))
        return Fault::Refused;
    const auto direct
        = m_catalogue.people(stringsIn(event.event.detail.value(QLatin1String("directMembers")).toArray()));
    if (!direct)
        return direct.error();
    return m_create.run(event.room, event.event.room, event.text(QLatin1String("name")), kind,
                        event.text(QLatin1String("topic")), event.event.at, event.actor, *direct);
}

MaybeFault RoomProjection::update(NewEvent &event)
{
    if (const auto fault = m_update.run(change(event, QLatin1String("name")), change(event, QLatin1String("topic")),
                                        change(event, QLatin1String("slowModeMs")),
                                        change(event, QLatin1String("announcementOnly")), event.room))
        return fault;
    return m_update.changedRows() == 0 ? MaybeFault(Fault::Unchanged) : std::nullopt;
}

} // namespace storage::sqlite
