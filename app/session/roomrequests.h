#pragma once

#include "session/member.h"
#include "session/requesterror.h"

#include "protocol/chat/message.h"

#include <QObject>

namespace session {

class RoomDirectory;
class ServerLink;

/// What one asks of the server about rooms. Each needs a connection: without one the answer is the error `offline`.
/// Thread: that of the ChatClient that owns it, as is each context.
class RoomRequests final
{
public:
    RoomRequests(ServerLink &link, RoomDirectory &rooms) : m_link(link), m_rooms(rooms) {}

    /// The answer is the id of the room, which is in the RoomDirectory by then, as it is with join() and openDirect().
    void create(const QString &name, protocol::chat::RoomKind kind, const QString &topic, QObject *context,
                AnswerHandler<QString> handler);
    void join(const QString &room, QObject *context, AnswerHandler<QString> handler);
    void openDirect(const QString &user, QObject *context, AnswerHandler<QString> handler);
    void leave(const QString &room, QObject *context, AnswerHandler<Done> handler);
    void update(const QString &room, const RoomChange &change, QObject *context, AnswerHandler<Done> handler);
    void invite(const QString &room, const QString &user, QObject *context, AnswerHandler<Done> handler);

    /// Public rooms and ours, those with @p query in their name. @p cursor is that of the page before.
    void list(const QString &query, const QString &cursor, QObject *context, AnswerHandler<RoomPage> handler);
    void members(const QString &room, const QString &cursor, QObject *context, AnswerHandler<MemberPage> handler);
    /// In the order of pinning.
    void pins(const QString &room, QObject *context, AnswerHandler<QList<protocol::chat::Message>> handler);

private:
    ServerLink &m_link;
    RoomDirectory &m_rooms;
};

} // namespace session
