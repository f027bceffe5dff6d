#pragma once

#include "session/clientoptions.h"
#include "session/connectionstate.h"
#include "session/credentials.h"
#include "session/laterrequests.h"
#include "session/moderationrequests.h"
#include "session/notice.h"
#include "session/outbox.h"
#include "session/peoplerequests.h"
#include "session/roomdirectory.h"
#include "session/roomrequests.h"
#include "session/searchrequests.h"
#include "session/serverinfo.h"
#include "session/timeline.h"
#include "session/userdirectory.h"

#include "connection/serveraddress.h"

#include <QCborMap>
#include <QObject>

#include <memory>
#include <optional>

namespace session {

/// Being in the chat of one server: shows at once what the cache remembers, connects, and keeps everything as it is on
/// the server, however often the connection is lost.
/// Thread: the one it lives in. Not to be destroyed from within its own signals; use deleteLater().
class ChatClient final : public QObject
{
    Q_OBJECT

public:
    /// @p cache is that of this server, and outlives the client.
    ChatClient(const connection::ServerAddress &address, const Credentials &credentials, cache::ChatCache &cache,
               const ClientOptions &options = {}, QObject *parent = nullptr);
    /// Leaves in good order.
    ~ChatClient() override;

    // The connection

    [[nodiscard]] const connection::ServerAddress &address() const;
    /// Who we are, from the next attempt on, such as after a refusal.
    void setCredentials(const Credentials &credentials);
    /// As they are now: with the token, once there is one.
    [[nodiscard]] const Credentials &credentials() const;
    /// Begins to connect, unless it has.
    void open();
    /// Leaves in good order and stays away.
    void close();
    /// Makes the next attempt now instead of later.
    void reconnectNow();

    [[nodiscard]] ConnectionState state() const;
    [[nodiscard]] bool isOnline() const { return state() == ConnectionState::Online; }
    /// Online, and nothing that was missed is still to come.
    [[nodiscard]] bool isUpToDate() const;
    /// In UTC milliseconds; nothing unless the state is Waiting, or Refused by a server that we may come back to.
    [[nodiscard]] std::optional<qint64> nextAttemptAt() const;
    /// Why the state is Refused, or why the server makes us wait, such as `server_full`; nothing otherwise. Codes as
    /// under "Connecting" in docs/protocol.md.
    [[nodiscard]] const std::optional<RequestError> &refusal() const;

    // What there is

    [[nodiscard]] const ServerInfo &server() const;
    /// Empty until there has been a first welcome, now or in an earlier run.
    [[nodiscard]] const protocol::chat::User &me() const;
    [[nodiscard]] UserDirectory &users();
    [[nodiscard]] RoomDirectory &rooms();
    /// A room in rows. It must not outlive the client.
    [[nodiscard]] std::unique_ptr<Timeline> openTimeline(const QString &room);

    // What one does

    [[nodiscard]] Outbox &outbox();
    [[nodiscard]] RoomRequests &roomRequests();
    [[nodiscard]] PeopleRequests &people();
    [[nodiscard]] LaterRequests &later();
    [[nodiscard]] ModerationRequests &moderation();
    [[nodiscard]] SearchRequests &searching();

    /// We have read a room up to @p seq; it never goes back. Without a connection the server is told later.
    void markRead(const QString &room, qint64 seq);
    /// To be called with each key that is pressed, and with false when the text is sent or empty: how often the server
    /// is told is seen to here.
    void setTyping(const QString &room, bool isTyping);
    /// What others see of us, now and after each lost connection.
    void setPresence(protocol::chat::PresenceState state, const QString &status = {});

Q_SIGNALS:
    void stateChanged(session::ConnectionState state);
    /// The server has welcomed us: all but missed messages is as on the server.
    void welcomed();
    /// isUpToDate() has become true.
    void caughtUp();
    /// Our name, avatar or role in the server is another one.
    void meChanged();
    void serverChanged();
    /// Keep it as a password: it is what owns our name from now on.
    void tokenReceived(const QString &token);
    /// The state is Refused now.
    void refused(const session::RequestError &error);
    void closing(const session::Closing &closing);
    void noticeReceived(const session::Notice &notice);

private:
    void handleState(ConnectionState state);
    void handleWelcome(const QCborMap &fields);
    void handlePresence(const QCborMap &fields);
    void takeMe(const protocol::chat::User &me);
    void takeServer(const ServerInfo &server);
    void tellPresence();

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace session
