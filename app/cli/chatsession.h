#pragma once

#include "cli/exitcode.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/reply.h"
#include "cli/room.h"
#include "cli/tokenstore.h"
#include "cli/usernames.h"

#include "connection/socket.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace cli {

/// Being in the chat under a name: connects, shows or remembers the token, and knows what the server's welcome said.
/// Thread: the main thread.
class ChatSession final : public QObject
{
    Q_OBJECT

public:
    /// What the time limit is for.
    enum class TimeLimit { Everything, FirstWelcome };

    ChatSession(const Options &options, Output &output, TimeLimit timeLimit);

    void open();
    void close() { m_socket.close(); }

    /// Asks the server; again where an answer does not come, or comes too soon for its rate limit.
    void ask(const QString &event, const QCborMap &fields, QObject *context, const ReplyHandler &handler);
    /// Gives up, saying why.
    void fail(const ServerError &error);

    [[nodiscard]] const QString &userId() const { return m_userId; }
    /// The rooms we are in.
    [[nodiscard]] const std::vector<Room> &rooms() const { return m_rooms; }
    [[nodiscard]] UserNames &users() { return m_users; }

Q_SIGNALS:
    /// The server has welcomed us, for the first time or again.
    void welcomed();
    void roomEventReceived(const QCborMap &event);
    void presenceReceived(const QCborMap &presence);
    /// It is over; what there was to say has been printed.
    void failed(cli::ExitCode code);

private:
    [[nodiscard]] static connection::SocketOptions socketOptions(const Options &options);
    void listen();
    void authenticate();
    void handleWelcome(const QCborMap &welcome);
    void handleRefused(const connection::ConnectError &refusal);
    void handleLoss(const connection::Loss &loss);
    void handleServerClosing(const QCborMap &announcement);
    void handleTimeLimit();
    void rememberToken(const QString &token);

    const Options m_options;
    Output &m_output;
    const TimeLimit m_timeLimit;
    const TokenStore m_tokens;
    UserNames m_users;
    std::vector<Room> m_rooms;
    QString m_token;
    QString m_userId;
    QString m_lastLoss;
    QTimer m_timer;
    bool m_isWelcomed = false; ///< has been at least once
    bool m_isAway = false;
    connection::Socket m_socket;
};

} // namespace cli
