#include "support/recordingpublisher.h"

void RecordingPublisher::publishRoomEvent(const protocol::chat::RoomEvent &event)
{
    publishVolatile(event.room, QStringLiteral("room:event"), event.toMap(), {});
}

void RecordingPublisher::publishVolatile(const QString &room, const QString &name, const QCborMap &data,
                                         const QString &exceptUser)
{
    for (Connection &connection : m_connections) {
        if (connection.rooms.contains(room) && (exceptUser.isEmpty() || connection.user != exceptUser))
            connection.inbox.append({name, data});
    }
}

void RecordingPublisher::publishToUser(const QString &user, const QString &name, const QCborMap &data,
                                       const QString &exceptConnection)
{
    for (auto it = m_connections.begin(); it != m_connections.end(); ++it) {
        if (it->user == user && it.key() != exceptConnection)
            it->inbox.append({name, data});
    }
}

void RecordingPublisher::publishToEveryone(const QString &name, const QCborMap &data)
{
    for (Connection &connection : m_connections)
        connection.inbox.append({name, data});
}

void RecordingPublisher::attach(const QString &connection, const QString &user, const QStringList &rooms)
{
    m_connections.insert(connection, {user, QSet<QString>(rooms.begin(), rooms.end()), {}});
}

void RecordingPublisher::follow(const QString &user, const QString &room)
{
    for (Connection &connection : m_connections) {
        if (connection.user == user)
            connection.rooms.insert(room);
    }
}

void RecordingPublisher::unfollow(const QString &user, const QString &room)
{
    for (Connection &connection : m_connections) {
        if (connection.user == user)
            connection.rooms.remove(room);
    }
}

void RecordingPublisher::disconnectUser(const QString &user, const protocol::chat::Error &reason)
{
    publishToUser(user, QStringLiteral("closed"), reason.toMap(), {});
    for (Connection &connection : m_connections) {
        if (connection.user == user)
            connection.rooms.clear();
    }
}

void RecordingPublisher::clear()
{
    for (Connection &connection : m_connections)
        connection.inbox.clear();
}

QList<QCborMap> RecordingPublisher::received(const QString &connection, const QString &name) const
{
    QList<QCborMap> found;
    for (const Delivery &delivery : inbox(connection)) {
        if (delivery.name == name)
            found.append(delivery.data);
    }
    return found;
}

QList<QCborMap> RecordingPublisher::roomEvents(const QString &connection, const QString &type) const
{
    QList<QCborMap> found;
    for (const QCborMap &event : received(connection, QStringLiteral("room:event"))) {
        if (event.value(QLatin1String("type")).toString() == type)
            found.append(event);
    }
    return found;
}
