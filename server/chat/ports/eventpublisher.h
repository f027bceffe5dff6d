#pragma once

#include "protocol/chat/error.h"
#include "protocol/chat/roomevent.h"

#include <QCborMap>
#include <QString>
#include <QStringList>

namespace chat {

/// Carries what happens to the people who are connected. What is published in one order arrives in that order.
/// Thread: chat thread.
class EventPublisher
{
public:
    virtual ~EventPublisher() = default;

    /// To everybody who follows the room.
    virtual void publishRoomEvent(const protocol::chat::RoomEvent &event) = 0;
    /// A named event to everybody who follows the room but @p exceptUser (empty: nobody). Volatile: dropped for those
    /// who cannot take it at once.
    virtual void publishVolatile(const QString &room, const QString &name, const QCborMap &data,
                                 const QString &exceptUser)
        = 0;
    /// A named event to every connection of one user, but @p exceptConnection (empty: none).
    virtual void publishToUser(const QString &user, const QString &name, const QCborMap &data,
                               const QString &exceptConnection = {})
        = 0;
    /// A named event to everybody who is connected.
    virtual void publishToEveryone(const QString &name, const QCborMap &data) = 0;

    /// A new connection of @p user follows @p rooms from now on.
    virtual void attach(const QString &connection, const QString &user, const QStringList &rooms) = 0;
    /// From now on every connection that @p user has at this moment follows @p room.
    virtual void follow(const QString &user, const QString &room) = 0;
    /// The reverse: nothing published after this reaches the user.
    virtual void unfollow(const QString &user, const QString &room) = 0;
    /// Ends every connection of @p user after telling it why by the event `closed`.
    virtual void disconnectUser(const QString &user, const protocol::chat::Error &reason) = 0;
};

} // namespace chat
