#pragma once

#include "session/requesterror.h"

#include "protocol/chat/role.h"

#include <QCborMap>
#include <QList>
#include <QObject>

#include <optional>

namespace session {

class ServerLink;

/// One entry of an audit log.
/// Thread: any (a value type).
struct AuditEntry
{
    qint64 number = 0;
    qint64 at = 0; ///< UTC milliseconds
    QString by; ///< user id; empty: the server
    QString action; ///< such as `moderate:kick`
    QString room; ///< id; empty: the server
    QString target; ///< id of the user or message it was done to; may be empty
    QCborMap detail;
};

struct AuditPage
{
    QList<AuditEntry> entries; ///< newest first
    QString cursor; ///< for the next page; empty: there is no more
};

/// What moderators ask for. A @p room of nothing means the whole server. Each needs a connection: without one the
/// answer is the error `offline`. Times are UTC milliseconds. Thread: that of the ChatClient that owns it, as is each
/// context.
class ModerationRequests final
{
public:
    explicit ModerationRequests(ServerLink &link) : m_link(link) {}

    void kick(const std::optional<QString> &room, const QString &user, const QString &reason, QObject *context,
              AnswerHandler<Done> handler);
    /// @p until 0: for good.
    void ban(const std::optional<QString> &room, const QString &user, const QString &reason, qint64 until,
             QObject *context, AnswerHandler<Done> handler);
    void unban(const std::optional<QString> &room, const QString &user, QObject *context, AnswerHandler<Done> handler);
    /// @p until 0: for good; a time in the past ends it. There are no mutes of the whole server.
    void mute(const QString &room, const QString &user, const QString &reason, qint64 until, QObject *context,
              AnswerHandler<Done> handler);
    void setRole(const std::optional<QString> &room, const QString &user, protocol::chat::Role role, QObject *context,
                 AnswerHandler<Done> handler);
    void audit(const std::optional<QString> &room, const QString &cursor, QObject *context,
               AnswerHandler<AuditPage> handler);

private:
    ServerLink &m_link;
};

} // namespace session
