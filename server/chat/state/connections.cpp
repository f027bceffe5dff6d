#include "chat/state/connections.h"

#include <utility>

namespace chat {

using protocol::chat::PresenceState;

void Connections::add(const QString &connection, const QString &user, const QByteArray &tokenHash)
{
    remove(connection, 0);
    m_connections.insert(connection, {user, tokenHash});
    QSet<QString> &all = m_connectionsOf[user];
    all.insert(connection);
    if (all.size() > 1)
        return;
    m_chosen.insert(user, {PresenceState::Online, {}});
    noteChanged(user);
}

void Connections::remove(const QString &connection, qint64 now)
{
    const QString user = m_connections.take(connection).user;
    if (user.isEmpty())
        return;
    QSet<QString> &all = m_connectionsOf[user];
    all.remove(connection);
    if (!all.isEmpty())
        return;
    m_connectionsOf.remove(user);
    if (m_chosen.take(user).state == PresenceState::Invisible)
        return;
    if (now > 0)
        m_lastSeenAt.insert(user, now);
    noteChanged(user);
}

void Connections::setPresence(const QString &user, PresenceState state, const QString &status)
{
    if (!isConnected(user))
        return;
    const Presence before = presence(user);
    m_chosen.insert(user, {state, status});
    if (presence(user) != before)
        noteChanged(user);
}

Connections::Presence Connections::presence(const QString &user) const
{
    const Presence chosen = m_chosen.value(user);
    return chosen.state == PresenceState::Invisible ? Presence{} : chosen;
}

Connections::Presence Connections::chosenPresence(const QString &user) const
{
    return m_chosen.value(user);
}

QStringList Connections::visibleUsers() const
{
    QStringList users;
    users.reserve(m_chosen.size());
    for (auto it = m_chosen.begin(); it != m_chosen.end(); ++it) {
        if (it->state != PresenceState::Invisible && it->state != PresenceState::Offline)
            users.append(it.key());
    }
    return users;
}

QStringList Connections::takeAll(QSet<QString> &users)
{
    return std::exchange(users, {}).values();
}

} // namespace chat
