#include "cli/chatsession.h"

#include <QCborArray>

#include <algorithm>
#include <limits>

namespace cli {

using connection::AckResult;
using connection::ConnectError;
using connection::EmitError;
using connection::Event;
using connection::Loss;
using connection::LossReason;
using connection::Socket;
using std::chrono::milliseconds;

ChatSession::ChatSession(const Options &options, Output &output, TimeLimit timeLimit)
    : m_options(options), m_output(output), m_timeLimit(timeLimit),
      m_tokens(options.tokenFile.isEmpty() ? TokenStore(options.address, options.name) : TokenStore(options.tokenFile)),
      m_users([this](const QString &id, const ReplyHandler &handler) {
          ask(QStringLiteral("user:get"), {{QStringLiteral("user"), id}}, this, handler);
      }),
      m_token(options.token.isEmpty() ? m_tokens.load() : options.token),
      m_socket(options.address, socketOptions(options))
{
    listen();
    m_timer.setSingleShot(true);
    m_timer.setInterval(options.timeout);
    connect(&m_timer, &QTimer::timeout, this, &ChatSession::handleTimeLimit);
}

connection::SocketOptions ChatSession::socketOptions(const Options &options)
{
    connection::SocketOptions socket;
    socket.connectTimeout = std::min(socket.connectTimeout, options.timeout);
    socket.retry.maxRetries = std::numeric_limits<int>::max(); // the time limit is what ends it
    socket.retry.ackTimeout = milliseconds(5000);
    return socket;
}

void ChatSession::listen()
{
    connect(&m_socket, &Socket::refused, this, &ChatSession::handleRefused);
    connect(&m_socket, &Socket::attemptFailed, this, &ChatSession::handleLoss);
    connect(&m_socket, &Socket::disconnected, this, &ChatSession::handleLoss);
    m_socket.on(QStringLiteral("welcome"), this, [this](const Event &event) { handleWelcome(event.arg(0).toMap()); });
    m_socket.on(QStringLiteral("room:event"), this,
                [this](const Event &event) { Q_EMIT roomEventReceived(event.arg(0).toMap()); });
    m_socket.on(QStringLiteral("presence"), this,
                [this](const Event &event) { Q_EMIT presenceReceived(event.arg(0).toMap()); });
    m_socket.on(QStringLiteral("server:closing"), this,
                [this](const Event &event) { handleServerClosing(event.arg(0).toMap()); });
}

void ChatSession::open()
{
    authenticate();
    m_timer.start();
    m_socket.open();
}

void ChatSession::authenticate()
{
    QCborMap auth{{QStringLiteral("name"), m_options.name},
                  {QStringLiteral("client"), QStringLiteral("confab-cli/" CONFAB_VERSION)}};
    if (!m_token.isEmpty())
        auth[QStringLiteral("token")] = m_token;
    if (!m_options.serverPassword.isEmpty())
        auth[QStringLiteral("serverPassword")] = m_options.serverPassword;
    m_socket.setAuth(auth);
}

void ChatSession::ask(const QString &event, const QCborMap &fields, QObject *context, const ReplyHandler &handler)
{
    m_socket.emitReliably(event, {fields}, context, [=, this](const AckResult &result) {
        if (!result) {
            const bool isTooLarge = result.error() == EmitError::TooLarge;
            fail(ServerError{isTooLarge ? QStringLiteral("too_large") : QStringLiteral("not_sent"),
                             isTooLarge ? QStringLiteral("That is more than the server takes")
                                        : QStringLiteral("Too much is waiting to be sent"),
                             {}});
            return;
        }
        const Reply reply = readReply(*result);
        if (!reply && reply.error().code == QStringLiteral("rate_limited") && reply.error().retryAfter)
            QTimer::singleShot(*reply.error().retryAfter, context, [=, this] { ask(event, fields, context, handler); });
        else
            handler(reply);
    });
}

void ChatSession::fail(const ServerError &error)
{
    m_output.printError(error.code, error.message);
    Q_EMIT failed(ExitCode::Refused);
}

void ChatSession::handleWelcome(const QCborMap &welcome)
{
    const QCborMap user = welcome[QStringLiteral("user")].toMap();
    m_userId = user[QStringLiteral("id")].toString();
    m_users.learn(user);
    for (const QCborValue &known : welcome[QStringLiteral("users")].toArray())
        m_users.learn(known.toMap());
    m_rooms = readRooms(welcome[QStringLiteral("rooms")]);
    rememberToken(welcome[QStringLiteral("token")].toString());
    if (m_timeLimit == TimeLimit::FirstWelcome)
        m_timer.stop();
    if (m_isAway)
        m_output.printNotice(QStringLiteral("Connected again."));
    m_isWelcomed = true;
    m_isAway = false;
    Q_EMIT welcomed();
}

void ChatSession::rememberToken(const QString &token)
{
    if (token.isEmpty())
        return;
    m_token = token;
    authenticate();
    if (!m_tokens.save(token))
        m_output.printNotice(QStringLiteral("The token for your name cannot be kept in %1.").arg(m_tokens.file()));
}

void ChatSession::handleRefused(const ConnectError &refusal)
{
    ServerError error = readError(refusal.data.toMap());
    if (error.message.isEmpty())
        error.message = refusal.message;
    if (error.code.isEmpty())
        error.code = QStringLiteral("refused");
    if (m_isWelcomed && error.retryAfter) {
        m_output.printNotice(error.message);
        m_socket.retryIn(*error.retryAfter);
        return;
    }
    fail(error);
}

void ChatSession::handleLoss(const Loss &loss)
{
    if (loss.reason == LossReason::ClosedHere)
        return;
    m_lastLoss = describe(loss);
    if (m_socket.state() == connection::State::Disconnected) {
        fail(ServerError{QStringLiteral("disconnected"), m_lastLoss, {}});
        return;
    }
    if (!m_isAway)
        m_output.printNotice(m_options.address.toString() + QStringLiteral(": ") + m_lastLoss
                             + QStringLiteral(". Trying again."));
    m_isAway = true;
}

void ChatSession::handleServerClosing(const QCborMap &announcement)
{
    const QString reason = announcement[QStringLiteral("reason")].toString();
    m_output.printNotice(QStringLiteral("The server is closing: %1").arg(reason));
    const auto delay = readError(announcement).retryAfter;
    m_socket.retryIn(delay.value_or(milliseconds(1000)));
}

void ChatSession::handleTimeLimit()
{
    const QString place = m_options.address.toString();
    if (!m_isWelcomed && !m_lastLoss.isEmpty())
        m_output.printError(QStringLiteral("no_connection"), place + QStringLiteral(": ") + m_lastLoss);
    else
        m_output.printError(QStringLiteral("timeout"), place + QStringLiteral(" did not answer in time"));
    Q_EMIT failed(ExitCode::NoConnection);
}

} // namespace cli
