#pragma once

#include "chat/ports/eventpublisher.h"

#include <QHash>
#include <QList>
#include <QSet>

/// A named event as one connection gets it.
struct Delivery
{
    QString name; ///< `room:event` for what happens in rooms
    QCborMap data;
};

/// Delivers to inboxes: one for each connection, which gets exactly what a socket would.
class RecordingPublisher final : public chat::EventPublisher
{
public:
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

    /// The connection is closed: it gets nothing more, and its inbox is gone.
    void drop(const QString &connection) { m_connections.remove(connection); }
    void clear();
    [[nodiscard]] bool isAttached(const QString &connection) const { return m_connections.contains(connection); }
    /// What has arrived since the last clear().
    [[nodiscard]] QList<Delivery> inbox(const QString &connection) const { return m_connections[connection].inbox; }
    /// Only the events called @p name.
    [[nodiscard]] QList<QCborMap> received(const QString &connection, const QString &name) const;
    /// Only what happened in rooms, of one type.
    [[nodiscard]] QList<QCborMap> roomEvents(const QString &connection, const QString &type) const;

private:
    struct Connection
    {
        QString user;
        QSet<QString> rooms;
        QList<Delivery> inbox;
    };

    QHash<QString, Connection> m_connections;
};
