#include "session/serverlink.h"

#include "session/answers.h"
#include "session/cleanline.h"
#include "session/wirevalues.h"

#include <QTimer>

namespace session {

using connection::AckOptions;
using connection::AckResult;
using connection::ConnectError;
using connection::EmitError;
using connection::Event;
using connection::Socket;
using protocol::failure;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds usualReturnDelay = std::chrono::seconds(10);

RequestError errorFrom(EmitError error)
{
    switch (error) {
    case EmitError::TooLarge:
        return RequestError{QStringLiteral("too_large"), {}, {}, {}};
    case EmitError::BufferFull:
        return RequestError{QStringLiteral("rate_limited"), {}, {}, std::chrono::seconds(1)};
    case EmitError::Timeout:
    case EmitError::Disconnected:
        break;
    }
    return RequestError{QStringLiteral("no_answer"), {}, {}, {}};
}

} // namespace

ServerLink::ServerLink(const connection::ServerAddress &address, const Credentials &credentials,
                       const ClientOptions &options, QObject *parent)
    : QObject(parent), m_options(options), m_credentials(credentials), m_socket(address, options.socket)
{
    connect(&m_socket, &Socket::stateChanged, this, &ServerLink::handleSocketState);
    connect(&m_socket, &Socket::refused, this, &ServerLink::handleRefused);
    connect(&m_socket, &Socket::disconnected, this, &ServerLink::updateState);
    connect(&m_socket, &Socket::attemptFailed, this, &ServerLink::updateState);
    listen(QStringLiteral("closed"), this, [this](const QCborMap &fields) { handleClosed(fields); });
    listen(QStringLiteral("server:closing"), this, [this](const QCborMap &fields) { handleClosing(fields); });
}

void ServerLink::setCredentials(const Credentials &credentials)
{
    m_credentials = credentials;
    authenticate();
}

void ServerLink::setToken(const QString &token)
{
    m_credentials.token = token;
    m_credentials.password.clear();
    authenticate();
}

void ServerLink::authenticate()
{
    m_socket.setAuth(given({{QStringLiteral("name"), m_credentials.name},
                            {QStringLiteral("token"), m_credentials.token},
                            {QStringLiteral("password"), m_credentials.password},
                            {QStringLiteral("serverPassword"), m_credentials.serverPassword},
                            {QStringLiteral("client"), m_options.program},
                            {QStringLiteral("protocol"), 1}}));
}

void ServerLink::open()
{
    authenticate();
    m_socket.open();
}

void ServerLink::close()
{
    forgetRefusal();
    m_socket.close();
    setReady(false);
    updateState();
}

void ServerLink::reconnectNow()
{
    open();
}

void ServerLink::setWelcomed()
{
    if (!m_socket.isConnected())
        return;
    m_isWelcomed = true;
    updateState();
    Q_EMIT readyChanged(true);
}

void ServerLink::setReady(bool isReady)
{
    if (m_isWelcomed == isReady)
        return;
    m_isWelcomed = isReady;
    Q_EMIT readyChanged(isReady);
}

void ServerLink::ask(const QString &event, const QCborMap &fields, QObject *context, AnswerHandler<QCborMap> handler)
{
    if (!isReady()) {
        QTimer::singleShot(0, context, [handler = std::move(handler)] { handler(failure(offlineError())); });
        return;
    }
    const AckOptions options{m_options.answerTimeout, connection::WhenOffline::Fail};
    m_socket.emitWithAck(event, {fields}, options, context, [handler = std::move(handler)](const AckResult &result) {
        handler(result ? readAnswer(*result) : failure(errorFrom(result.error())));
    });
}

void ServerLink::tell(const QString &event, const QCborMap &fields)
{
    if (isReady())
        m_socket.emit(event, {fields}, connection::WhenOffline::Drop);
}

void ServerLink::listen(const QString &event, QObject *context, FieldsHandler handler)
{
    m_socket.on(event, context,
                [handler = std::move(handler)](const Event &received) { handler(received.arg(0).toMap()); });
}

void ServerLink::handleSocketState(connection::State state)
{
    if (state == connection::State::Connecting)
        forgetRefusal();
    if (state != connection::State::Connected)
        setReady(false);
    // What has ended a connection is told right after this; only then is it known what that means.
    if (state != connection::State::Disconnected)
        updateState();
}

void ServerLink::handleRefused(const ConnectError &refusal)
{
    RequestError error = readError(refusal.data.toMap());
    if (error.message.isEmpty())
        error.message = cleanLine(refusal.message, mostLineCharacters);
    if (error.code == QLatin1String("bad_token")) {
        m_credentials.token.clear();
        authenticate();
    }
    takeRefusal(error);
}

void ServerLink::handleClosed(const QCborMap &fields)
{
    takeRefusal(readError(fields));
}

void ServerLink::takeRefusal(const RequestError &error)
{
    m_refusal = error;
    m_isTurnedAway = !isPassing(error) && error.code != QLatin1String("too_many");
    if (!m_isTurnedAway) {
        m_socket.retryIn(error.retryAfter.value_or(usualReturnDelay));
        updateState();
        return;
    }
    m_socket.close();
    if (error.retryAfter)
        m_socket.retryIn(*error.retryAfter);
    updateState();
    Q_EMIT refused(error);
}

void ServerLink::forgetRefusal()
{
    m_refusal.reset();
    m_isTurnedAway = false;
}

void ServerLink::handleClosing(const QCborMap &fields)
{
    Closing announced;
    announced.reason = readLine(fields, QLatin1String("reason"));
    announced.retryAfter = readError(fields).retryAfter.value_or(std::chrono::seconds(1));
    announced.movedTo = fields.value(QLatin1String("movedTo")).toString();
    m_socket.retryIn(announced.retryAfter);
    Q_EMIT closing(announced);
}

void ServerLink::updateState()
{
    const ConnectionState state = currentState();
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

ConnectionState ServerLink::currentState() const
{
    switch (m_socket.state()) {
    case connection::State::Connecting:
        return ConnectionState::Connecting;
    case connection::State::Connected:
        return m_isWelcomed ? ConnectionState::Online : ConnectionState::Connecting;
    case connection::State::Waiting:
        return m_isTurnedAway ? ConnectionState::Refused : ConnectionState::Waiting;
    case connection::State::Disconnected:
        break;
    }
    return m_isTurnedAway ? ConnectionState::Refused : ConnectionState::Offline;
}

} // namespace session
