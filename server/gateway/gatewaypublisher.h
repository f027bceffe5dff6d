#pragma once

#include "chat/ports/eventpublisher.h"

#include <memory>

namespace socketio {
class Namespace;
class Server;
struct BroadcastOptions;
} // namespace socketio

namespace gateway {

/// Publishes by Socket.IO: whoever follows a room is in `room:<id>`, and all connections of a user are in `user:<id>`.
/// Each call is encoded once for all receivers and reaches every worker in the order of the calls.
/// Thread: chat thread (any would do, one at a time).
class GatewayPublisher final : public chat::EventPublisher
{
public:
    /// @p server outlives the publisher.
    explicit GatewayPublisher(socketio::Server &server);

    void publishRoomEvent(const protocol::chat::RoomEvent &event) override;
    void publishVolatile(const QString &room, const QString &name, const QCborMap &data,
                         const QString &exceptUser) override;
    void publishToUser(const QString &user, const QString &name, const QCborMap &data,
                       const QString &exceptConnection = {}) override;
    void publishToEveryone(const QString &name, const QCborMap &data) override;
    void attach(const QString &connection, const QString &user, const QStringList &rooms) override;
    void follow(const QString &user, const QString &room) override;
    void unfollow(const QString &user, const QString &room) override;
    void disconnectUser(const QString &user, const protocol::chat::Error &reason) override;

private:
    void broadcast(const QString &name, const QCborMap &data, const socketio::BroadcastOptions &options);

    socketio::Namespace &m_namespace;
};

/// The Socket.IO room that all connections of a user are in.
[[nodiscard]] QString userChannel(const QString &user);
/// The Socket.IO room of those who follow a room of the chat.
[[nodiscard]] QString roomChannel(const QString &room);

} // namespace gateway
