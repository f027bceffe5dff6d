#include "node/observedpublisher.h"

namespace node {

void ObservedPublisher::publishRoomEvent(const protocol::chat::RoomEvent &event)
{
    m_observer(Moment::BeforePublish);
    m_publisher.publishRoomEvent(event);
    m_observer(Moment::BeforeAck);
}

void ObservedPublisher::publishVolatile(const QString &room, const QString &name, const QCborMap &data,
                                        const QString &exceptUser)
{
    m_publisher.publishVolatile(room, name, data, exceptUser);
}

void ObservedPublisher::publishToUser(const QString &user, const QString &name, const QCborMap &data,
                                      const QString &exceptConnection)
{
    m_publisher.publishToUser(user, name, data, exceptConnection);
}

void ObservedPublisher::publishToEveryone(const QString &name, const QCborMap &data)
{
    m_publisher.publishToEveryone(name, data);
}

void ObservedPublisher::attach(const QString &connection, const QString &user, const QStringList &rooms)
{
    m_publisher.attach(connection, user, rooms);
}

void ObservedPublisher::follow(const QString &user, const QString &room)
{
    m_publisher.follow(user, room);
}

void ObservedPublisher::unfollow(const QString &user, const QString &room)
{
    m_publisher.unfollow(user, room);
}

void ObservedPublisher::disconnectUser(const QString &user, const protocol::chat::Error &reason)
{
    m_publisher.disconnectUser(user, reason);
}

} // namespace node
