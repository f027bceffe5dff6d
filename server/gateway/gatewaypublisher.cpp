#include "gateway/gatewaypublisher.h"

#include "gateway/roomeventjson.h"

#include "socketio/server.h"

namespace gateway {

using socketio::BroadcastOptions;

namespace {

BroadcastOptions toChannel(const QString &channel)
{
    BroadcastOptions options;
    options.rooms.append(channel);
    return options;
}

} // namespace

QString userChannel(const QString &user)
{
    return QLatin1String("user:") + user;
}

QString roomChannel(const QString &room)
{
    return QLatin1String("room:") + room;
}

GatewayPublisher::GatewayPublisher(socketio::Server &server) : m_namespace(server.main()) {}

void GatewayPublisher::publishRoomEvent(const protocol::chat::RoomEvent &event)
{
    QByteArray json = QByteArrayLiteral("[\"room:event\",");
    appendRoomEventJson(json, event);
    json.append(']');
    m_namespace.adapter().broadcast(socketio::PacketContent::fromJson(std::move(json)),
                                    toChannel(roomChannel(event.room)));
}

void GatewayPublisher::publishVolatile(const QString &room, const QString &name, const QCborMap &data,
                                       const QString &exceptUser)
{
    BroadcastOptions options = toChannel(roomChannel(room));
    options.isVolatile = true;
    if (!exceptUser.isEmpty())
        options.except.append(userChannel(exceptUser));
    broadcast(name, data, options);
}

void GatewayPublisher::publishToUser(const QString &user, const QString &name, const QCborMap &data,
                                     const QString &exceptConnection)
{
    BroadcastOptions options = toChannel(userChannel(user));
    if (!exceptConnection.isEmpty())
        options.except.append(exceptConnection);
    broadcast(name, data, options);
}

void GatewayPublisher::publishToEveryone(const QString &name, const QCborMap &data)
{
    broadcast(name, data, {});
}

void GatewayPublisher::attach(const QString &connection, const QString &, const QStringList &rooms)
{
    QStringList channels;
    channels.reserve(rooms.size());
    for (const QString &room : rooms)
        channels.append(roomChannel(room));
    m_namespace.adapter().joinRooms(toChannel(connection), channels);
}

void GatewayPublisher::follow(const QString &user, const QString &room)
{
    m_namespace.adapter().joinRooms(toChannel(userChannel(user)), {roomChannel(room)});
}

void GatewayPublisher::unfollow(const QString &user, const QString &room)
{
    m_namespace.adapter().leaveRooms(toChannel(userChannel(user)), {roomChannel(room)});
}

void GatewayPublisher::disconnectUser(const QString &user, const protocol::chat::Error &reason)
{
    const BroadcastOptions options = toChannel(userChannel(user));
    broadcast(QStringLiteral("closed"), reason.toMap(), options);
    m_namespace.adapter().disconnectSockets(options, socketio::DisconnectScope::Connection);
}

void GatewayPublisher::broadcast(const QString &name, const QCborMap &data, const BroadcastOptions &options)
{
    m_namespace.adapter().broadcast(QCborArray{name, data}, options);
}

} // namespace gateway
