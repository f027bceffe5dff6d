#pragma once

#include "node/moment.h"

#include "chat/ports/eventpublisher.h"

namespace node {

/// Passes everything on to another publisher, and tells an observer of every event of a room.
/// Thread: chat thread.
class ObservedPublisher final : public chat::EventPublisher
{
public:
    /// @p publisher outlives it.
    ObservedPublisher(chat::EventPublisher &publisher, MomentObserver observer)
        : m_publisher(publisher), m_observer(std::move(observer))
    {
    }

    void publishRoomEvent(const protocol::chat::RoomEvent &event) override;
    void publishVolatile(const QString &room, const QString &name, const QCborMap &data,
                         const QString &exceptUser) override;
    void publishToUser(const QString &user, const QString &name, const QCborMap &data,
                       const QString &exceptConnection) override;
    void publishToEveryone(const QString &name, const QCborMap &data) override;
    void attach(const QString &connection, const QString &user, const QStringList &rooms) override;
    void follow(const QString &user, const QString &room) override;
    void unfollow(const QString &user, const QString &room) override;
    void disconnectUser(const QString &user, const protocol::chat::Error &reason) override;

private:
    chat::EventPublisher &m_publisher;
    const MomentObserver m_observer;
};

} // namespace node
