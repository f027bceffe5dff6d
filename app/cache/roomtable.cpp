#include "cache/roomtable.h"

#include "cache/namekey.h"

namespace cache {

RoomTable::RoomTable(Database &database)
    : m_find(database, QStringLiteral("SELECT key, seq, must_reset FROM rooms WHERE id = ?")),
      m_insert(database,
               QStringLiteral("INSERT INTO rooms (id, seq, name_key, room, role, muted_until, read, unread, mentions)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      m_update(database,
               QStringLiteral("UPDATE rooms SET seq = ?, must_reset = 0, name_key = ?, room = ?, role = ?,"
                              " muted_until = ?, read = ?, unread = ?, mentions = ? WHERE key = ?")),
      m_setSeq(database, QStringLiteral("UPDATE rooms SET seq = ? WHERE key = ?")),
      m_storeReadState(database, QStringLiteral("UPDATE rooms SET read = ?, unread = ?, mentions = ? WHERE id = ?")),
      m_setNotifyLevel(database, QStringLiteral("UPDATE rooms SET notify_level = ? WHERE id = ?")),
      m_setFavourite(database, QStringLiteral("UPDATE rooms SET favourite = ? WHERE id = ?")),
      m_abandon(database, QStringLiteral("UPDATE rooms SET id = NULL WHERE key = ?")),
      m_copy(
          database,
          QStringLiteral("INSERT INTO rooms (id, seq, must_reset, name_key, room, role, muted_until, read, unread,"
                         " mentions, notify_level, favourite) SELECT ?, 0, 1, name_key, room, role, muted_until, read,"
                         " unread, mentions, notify_level, favourite FROM rooms WHERE key = ?")),
      m_readAbandoned(database, QStringLiteral("SELECT key FROM rooms WHERE id IS NULL LIMIT 1")),
      m_remove(database, QStringLiteral("DELETE FROM rooms WHERE key = ?"))
{
}

std::optional<RoomTable::Entry> RoomTable::find(const QString &id)
{
    if (const auto known = m_entries.constFind(id); known != m_entries.cend())
        return *known;
    if (!m_find.first(id))
        return std::nullopt;
    const Entry entry{{m_find.number(0), id}, m_find.number(1), m_find.flag(2)};
    m_find.finish();
    m_entries.insert(id, entry);
    return entry;
}

void RoomTable::store(const CachedRoom &cached)
{
    const protocol::chat::Room &room = cached.room;
    const QString name = nameKey(room.name);
    const QByteArray fields = room.toMap().toCborValue().toCbor();
    const QLatin1String role = wireName(cached.role);
    const auto known = find(room.id);
    m_entries.remove(room.id);
    if (!known) {
        m_insert.run(room.id, room.seq, name, fields, role, cached.mutedUntil, cached.read, cached.unread,
                     cached.mentions);
        return;
    }
    const qint64 seq = known->mustReset ? room.seq : known->seq;
    m_update.run(seq, name, fields, role, cached.mutedUntil, cached.read, cached.unread, cached.mentions,
                 known->key.key);
}

void RoomTable::setSeq(const RoomKey &room, qint64 seq)
{
    m_setSeq.run(seq, room.key);
    if (const auto known = m_entries.find(room.id); known != m_entries.end())
        known->seq = seq;
}

void RoomTable::storeReadState(const QString &id, const ReadState &state)
{
    m_storeReadState.run(state.read, state.unread, state.mentions, id);
}

void RoomTable::setNotifyLevel(const QString &id, NotifyLevel level)
{
    m_setNotifyLevel.run(int(level), id);
}

void RoomTable::setFavourite(const QString &id, bool isFavourite)
{
    m_setFavourite.run(isFavourite, id);
}

void RoomTable::abandon(const QString &id)
{
    if (const auto known = find(id))
        m_abandon.run(known->key.key);
    m_entries.remove(id);
}

void RoomTable::reset(const QString &id)
{
    const auto known = find(id);
    if (!known)
        return;
    abandon(id);
    m_copy.run(id, known->key.key);
}

qint64 RoomTable::abandonedRoom()
{
    const qint64 key = m_readAbandoned.first() ? m_readAbandoned.number(0) : 0;
    m_readAbandoned.finish();
    return key;
}

void RoomTable::remove(qint64 key)
{
    m_remove.run(key);
}

} // namespace cache
