#pragma once

#include "session/outboxqueue.h"
#include "session/outgoing.h"

#include "protocol/chat/message.h"

#include <QCborMap>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <chrono>
#include <functional>

namespace session {

class RoomDirectory;
class ServerLink;
struct ClientOptions;

/// What we have written or changed and the server has not acknowledged yet. It is kept in the cache, sent in the order
/// of each room whenever there is a connection, and sent again until there is an answer; see docs/protocol.md, "How a
/// client keeps its state right". Until then messages are shown as if it were done.
///
/// Nothing is checked here but what cannot be right: the server refuses what it does not allow.
/// Thread: that of the ChatClient that owns it.
class Outbox final : public QObject
{
    Q_OBJECT

public:
    Outbox(ServerLink &link, cache::ChatCache &cache, RoomDirectory &rooms, const ClientOptions &options,
           QObject *parent = nullptr);
    ~Outbox() override;

    /// Posts a message, and names it.
    QString post(const QString &room, const QString &text, const QString &replyTo = {});
    void edit(const QString &messageId, const QString &text);
    void remove(const QString &messageId);
    void react(const QString &messageId, const QString &emoji);
    void unreact(const QString &messageId, const QString &emoji);
    void pin(const QString &messageId);
    void unpin(const QString &messageId);

    /// Sends a refused message once more, behind everything else.
    void retry(const QString &nonce);
    /// Forgets a message that has not been acknowledged. One that is being sent may get there all the same.
    void discard(const QString &nonce);

    /// What is to be posted in a room, in order, refused messages included.
    [[nodiscard]] QList<Outgoing> outgoing(const QString &room) const;
    /// All rooms together: what will be lost if it is thrown away.
    [[nodiscard]] int count() const;
    /// Whether a change of ours to the message is not acknowledged yet.
    [[nodiscard]] bool isChanging(const QString &messageId) const;
    /// The message as it will be when everything is acknowledged.
    [[nodiscard]] protocol::chat::Message withChanges(protocol::chat::Message message) const;

    // For the client, as the server tells of it.

    void setMe(const QString &id) { m_me = id; }
    /// A message of ours has been posted: the nonce of the one it is, if it is one of these.
    [[nodiscard]] QString claim(const protocol::chat::Message &message);
    /// All of a room has been read anew: what was acknowledged is in it.
    void forgetAcknowledged(const QString &room);

Q_SIGNALS:
    void posted(const session::Outgoing &outgoing);
    /// Its state or problem is another one.
    void outgoingChanged(const session::Outgoing &outgoing);
    /// It is a message now, or was discarded.
    void outgoingRemoved(const QString &room, const QString &nonce);
    /// withChanges() gives something else than before, or isChanging().
    void messageAffected(const QString &room, const QString &messageId);
    /// The server did not allow a change, and it has been undone. Refused messages stay (see Outgoing::state), but for
    /// those of a room that is not ours any more: @p messageId is empty then.
    void changeRefused(const QString &room, const QString &messageId, const session::RequestError &error);

private:
    using Kind = cache::OutgoingChange::Kind;

    QString add(cache::OutgoingChange change);
    void change(Kind kind, const QString &messageId, const QString &text = {}, const QString &emoji = {});
    /// The room is not ours any more.
    void dropRefused(const QString &room);
    void drop(const QString &room, const std::function<bool(const OutboxItem &)> &isMeant);
    void sendAll();
    void sendFirst(const OutboxLane &lane);
    void handleAnswer(const QString &nonce, const Answer<QCborMap> &answer);
    void finish(OutboxItem &item, const QCborMap &fields);
    void refuse(OutboxItem &item, const RequestError &error);
    /// Tries again after a while.
    void postpone(OutboxItem &item, const RequestError &error);
    void tellChanged(const OutboxItem &item);
    /// Takes it out of the queue, and tells those who show it.
    void take(const OutboxItem &item);

    ServerLink &m_link;
    RoomDirectory &m_rooms;
    const std::chrono::milliseconds m_resendDelay;
    OutboxQueue m_queue;
    QSet<OutboxLane> m_resting; ///< those that wait before they send again
    QString m_me; ///< our user id
};

} // namespace session
