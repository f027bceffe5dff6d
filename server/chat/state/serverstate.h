#pragma once

#include "chat/state/roomstate.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <map>
#include <optional>

namespace chat {

/// Everything the rules look at, in memory, exactly as far as it has been stored: it changes only when the store has
/// reported a change as synced. What is on its way to the store is in Reservations.
/// Thread: chat thread.
class ServerState
{
public:
    /// Replaces everything.
    void load(StoredState stored);

    // Users

    [[nodiscard]] const UserRecord *user(const QString &id) const;
    /// @p nameKey as nameKeyOf() makes it.
    [[nodiscard]] const UserRecord *userByNameKey(const QString &nameKey) const;
    [[nodiscard]] const UserRecord *userByToken(const QByteArray &tokenHash) const;
    [[nodiscard]] const QHash<QString, UserRecord> &users() const { return m_users; }
    /// How many users own the server.
    [[nodiscard]] int ownerCount() const { return m_ownerCount; }
    void putUser(const UserRecord &record);
    void putToken(const DeviceToken &token);
    void removeTokens(const QString &user, const QByteArray &keepHash);

    // Rooms

    [[nodiscard]] const RoomState *room(const QString &id) const;
    /// The room, when @p user may know of it: public, or a member. Null otherwise, so that a room that is hidden and a
    /// room that does not exist look alike.
    [[nodiscard]] const RoomState *visibleRoom(const QString &id, const QString &user) const;
    /// @p nameKey as nameKeyOf() makes it.
    [[nodiscard]] const RoomState *publicRoomByNameKey(const QString &nameKey) const;
    [[nodiscard]] const QHash<QString, RoomState> &rooms() const { return m_rooms; }
    /// Ids of the rooms @p user is a member of.
    [[nodiscard]] const QSet<QString> &roomsOf(const QString &user) const;
    /// Takes in an event that has been stored; room.created makes a room.
    void apply(const protocol::chat::RoomEvent &event);
    void putReadPosition(const ReadPosition &position);
    void notePost(const QString &room, const QString &user, qint64 at);

    // The server's own lists

    /// The ban that keeps @p user out at @p now, or null.
    [[nodiscard]] const Ban *serverBan(const QString &user, qint64 now) const;
    [[nodiscard]] bool hasServerBan(const QString &user) const { return m_serverBans.contains(user); }
    void putServerBan(const Ban &ban);
    void removeServerBan(const QString &user);
    [[nodiscard]] const std::multimap<qint64, Scheduled> &scheduled() const { return m_scheduled; }
    void putScheduled(const Scheduled &item);
    void removeScheduled(const QString &id);

private:
    void indexName(const RoomState &state);

    QHash<QString, UserRecord> m_users;
    int m_ownerCount = 0;
    QHash<QString, QString> m_userOfNameKey;
    QHash<QByteArray, QString> m_userOfToken;
    QHash<QString, RoomState> m_rooms;
    QHash<QString, QString> m_publicRoomOfNameKey;
    QHash<QString, QSet<QString>> m_roomsOf;
    QHash<QString, Ban> m_serverBans;
    std::multimap<qint64, Scheduled> m_scheduled; ///< by when it is due
};

} // namespace chat
