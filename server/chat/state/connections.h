#pragma once

#include "protocol/chat/presencestate.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace chat {

/// Who is connected, and what each wants others to see. Not stored.
/// Thread: chat thread.
class Connections
{
public:
    struct Presence
    {
        protocol::chat::PresenceState state = protocol::chat::PresenceState::Offline;
        QString status;

        friend bool operator==(const Presence &, const Presence &) = default;
    };

    /// @p tokenHash is of the token the device has.
    void add(const QString &connection, const QString &user, const QByteArray &tokenHash);
    /// @p now is UTC milliseconds.
    void remove(const QString &connection, qint64 now);
    [[nodiscard]] int count() const { return int(m_connections.size()); }
    [[nodiscard]] int countOf(const QString &user) const { return int(m_connectionsOf.value(user).size()); }
    [[nodiscard]] bool isConnected(const QString &user) const { return m_connectionsOf.contains(user); }
    /// Empty when there is no such connection.
    [[nodiscard]] QString userOf(const QString &connection) const { return m_connections.value(connection).user; }

    /// Empty when there is no such connection.
    [[nodiscard]] QByteArray tokenHashOf(const QString &connection) const
    {
        return m_connections.value(connection).tokenHash;
    }
    /// When somebody who was not invisible went offline: UTC milliseconds, 0 if not since the server started.
    [[nodiscard]] qint64 lastSeenAt(const QString &user) const { return m_lastSeenAt.value(user); }

    void setPresence(const QString &user, protocol::chat::PresenceState state, const QString &status);
    /// As others see it.
    [[nodiscard]] Presence presence(const QString &user) const;
    /// As the user chose it, so perhaps Invisible.
    [[nodiscard]] Presence chosenPresence(const QString &user) const;
    /// Everybody who is not Offline to others.
    [[nodiscard]] QStringList visibleUsers() const;
    /// Users whose presence others have to be told anew since this was last called.
    [[nodiscard]] QStringList takeChanged() { return takeAll(m_changed); }

    /// Others have to be told anew who this is: somebody new, or with another name, avatar or role.
    void noteUser(const QString &user) { m_changedUsers.insert(user); }
    [[nodiscard]] QStringList takeChangedUsers() { return takeAll(m_changedUsers); }

private:
    struct Connection
    {
        QString user;
        QByteArray tokenHash;
    };

    void noteChanged(const QString &user) { m_changed.insert(user); }
    [[nodiscard]] static QStringList takeAll(QSet<QString> &users);

    QHash<QString, Connection> m_connections; ///< by connection
    QHash<QString, QSet<QString>> m_connectionsOf;
    QHash<QString, Presence> m_chosen; ///< what the user chose; kept while connected
    QHash<QString, qint64> m_lastSeenAt; ///< user -> UTC milliseconds
    QSet<QString> m_changed;
    QSet<QString> m_changedUsers;
};

} // namespace chat
