#include "session/userdirectory.h"

#include "cache/chatcache.h"

namespace session {

using protocol::chat::PresenceState;
using protocol::chat::User;

UserDirectory::UserDirectory(cache::ChatCache &cache, QObject *parent) : QObject(parent), m_cache(cache)
{
    for (const User &user : cache.users())
        m_users.insert(user.id, user);
}

UserDirectory::~UserDirectory() = default;

const User *UserDirectory::user(const QString &id) const
{
    const auto it = m_users.constFind(id);
    return it == m_users.cend() ? nullptr : &*it;
}

QString UserDirectory::nameOf(const QString &id) const
{
    const User *known = user(id);
    return known ? known->name : QString();
}

Presence UserDirectory::presence(const QString &id) const
{
    if (const auto it = m_presence.constFind(id); it != m_presence.cend())
        return *it;
    Presence away;
    if (const User *known = user(id))
        away.lastSeenAt = known->lastSeenAt;
    return away;
}

void UserDirectory::replaceAll(const QList<User> &users, const QHash<QString, Presence> &presence)
{
    m_users.clear();
    for (const User &user : users)
        m_users.insert(user.id, user);
    m_presence = presence;
    m_cache.storeUsers(users);
    Q_EMIT usersReset();
}

void UserDirectory::put(const User &user)
{
    if (const auto it = m_users.constFind(user.id); it != m_users.cend() && *it == user)
        return;
    m_users.insert(user.id, user);
    m_cache.storeUsers({user});
    Q_EMIT userChanged(user.id);
}

void UserDirectory::setPresence(const QString &id, const Presence &presence)
{
    if (this->presence(id) == presence)
        return;
    m_presence.insert(id, presence);
    Q_EMIT presenceChanged(id);
}

void UserDirectory::forgetPresence()
{
    if (m_presence.isEmpty())
        return;
    m_presence.clear();
    Q_EMIT usersReset();
}

} // namespace session
