#include "session/roomdirectory.h"

#include "cache/chatcache.h"

#include <utility>

namespace session {

using std::chrono::milliseconds;

RoomDirectory::RoomDirectory(cache::ChatCache &cache, milliseconds updateInterval, QObject *parent)
    : QObject(parent), m_cache(cache)
{
    for (const cache::CachedRoom &cached : cache.rooms())
        m_rooms.emplace(cached.room.id, RoomRecord::fromCache(cached));
    m_timer.setSingleShot(true);
    m_timer.setInterval(updateInterval);
    connect(&m_timer, &QTimer::timeout, this, &RoomDirectory::tellChanges);
}

RoomDirectory::~RoomDirectory()
{
    for (const auto &[id, part] : m_touched.asKeyValueRange())
        store(m_rooms.at(id), part);
}

const RoomState *RoomDirectory::room(const QString &id) const
{
    const auto it = m_rooms.find(id);
    return it == m_rooms.end() ? nullptr : &it->second.state;
}

QStringList RoomDirectory::ids() const
{
    QStringList ids;
    for (const auto &[id, record] : m_rooms)
        ids.append(id);
    return ids;
}

QString RoomDirectory::directWith(const QString &user) const
{
    for (const auto &[id, record] : m_rooms) {
        const QStringList &members = record.state.room.directMembers;
        const bool isTheirs
            = members.size() == 1 ? members.first() == user && user == m_me : members.contains(user) && user != m_me;
        if (isTheirs)
            return id;
    }
    return {};
}

void RoomDirectory::setFavourite(const QString &id, bool isFavourite)
{
    RoomRecord *const known = record(id);
    if (!known || known->state.isFavourite == isFavourite)
        return;
    known->state.isFavourite = isFavourite;
    m_cache.setFavourite(id, isFavourite);
    touch(id, RoomPart::View);
}

void RoomDirectory::setNotify(const QString &id, NotifyLevel level)
{
    RoomRecord *const known = record(id);
    if (!known || known->state.notify == level)
        return;
    known->state.notify = level;
    m_cache.setNotifyLevel(id, level);
    touch(id, RoomPart::View);
}

RoomRecord *RoomDirectory::record(const QString &id)
{
    const auto it = m_rooms.find(id);
    return it == m_rooms.end() ? nullptr : &it->second;
}

void RoomDirectory::put(RoomRecord record)
{
    const QString id = record.state.room.id;
    const auto known = m_rooms.find(id);
    const bool isNew = known == m_rooms.end();
    if (!isNew) {
        record.state.isFavourite = known->second.state.isFavourite;
        record.state.notify = known->second.state.notify;
    }
    store(record, RoomPart::Everything);
    m_rooms.insert_or_assign(id, std::move(record));
    if (isNew)
        Q_EMIT added(id);
    else
        touch(id, RoomPart::View);
}

void RoomDirectory::remove(const QString &id, Removal why, const QString &reason, const QString &by)
{
    if (m_rooms.erase(id) == 0)
        return;
    m_touched.remove(id);
    m_cache.removeRoom(id);
    Q_EMIT removed(id, why, reason, by);
}

void RoomDirectory::touch(const QString &id, RoomPart part)
{
    if (part == RoomPart::Nothing)
        return;
    RoomPart &touched = m_touched[id];
    touched = std::max(touched, part);
    if (!m_timer.isActive())
        m_timer.start();
}

void RoomDirectory::setTyping(const QString &id, const QStringList &users)
{
    RoomRecord *const known = record(id);
    if (!known || known->state.typing == users)
        return;
    known->state.typing = users;
    Q_EMIT typingChanged(id);
}

void RoomDirectory::tellChanges()
{
    const QHash<QString, RoomPart> touched = std::exchange(m_touched, {});
    for (const auto &[id, part] : touched.asKeyValueRange()) {
        if (const RoomRecord *known = record(id))
            store(*known, part);
    }
    for (auto it = touched.keyBegin(); it != touched.keyEnd(); ++it) {
        if (m_rooms.contains(*it))
            Q_EMIT changed(*it);
    }
}

void RoomDirectory::store(const RoomRecord &record, RoomPart part)
{
    const RoomState &state = record.state;
    if (part == RoomPart::Everything)
        m_cache.storeRoom(record.toCache());
    else if (part == RoomPart::Counts)
        m_cache.storeReadState(state.room.id, {state.read, state.unread, state.mentions});
}

} // namespace session
