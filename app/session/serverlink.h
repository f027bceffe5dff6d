#pragma once

#include "session/clientoptions.h"
#include "session/connectionstate.h"
#include "session/credentials.h"

#include "connection/socket.h"

#include <QCborMap>
#include <QObject>

#include <functional>
#include <optional>

namespace session {

/// The way to the server: connections that come and go, requests and their answers, and what the server says about
/// letting us in.
/// Thread: the one it lives in.
class ServerLink final : public QObject
{
    Q_OBJECT

public:
    using FieldsHandler = std::function<void(const QCborMap &fields)>;

    ServerLink(const connection::ServerAddress &address, const Credentials &credentials, const ClientOptions &options,
               QObject *parent = nullptr);

    [[nodiscard]] const connection::ServerAddress &address() const { return m_socket.address(); }
    [[nodiscard]] const Credentials &credentials() const { return m_credentials; }
    /// From the next attempt on.
    void setCredentials(const Credentials &credentials);
    /// The server has given us one: from now on it is enough.
    void setToken(const QString &token);

    void open();
    void close();
    void reconnectNow();

    [[nodiscard]] ConnectionState state() const { return m_state; }
    [[nodiscard]] std::optional<qint64> nextAttemptAt() const { return m_socket.nextAttemptAt(); }
    [[nodiscard]] const std::optional<RequestError> &refusal() const { return m_refusal; }
    /// Whether requests can be made: connected, and the welcome has been taken in.
    [[nodiscard]] bool isReady() const { return m_isWelcomed; }
    /// The welcome has been taken in. The state is Online from now on.
    void setWelcomed();

    /// @p handler gets the fields of the answer.
    void ask(const QString &event, const QCborMap &fields, QObject *context, AnswerHandler<QCborMap> handler);
    /// Says something that may be lost.
    void tell(const QString &event, const QCborMap &fields);
    /// Calls @p handler with each event of that name.
    void listen(const QString &event, QObject *context, FieldsHandler handler);

Q_SIGNALS:
    void stateChanged(session::ConnectionState state);
    /// isReady() has become true, or false.
    void readyChanged(bool isReady);
    void refused(const session::RequestError &error);
    void closing(const session::Closing &closing);

private:
    void authenticate();
    void handleSocketState(connection::State state);
    void handleRefused(const connection::ConnectError &error);
    void handleClosed(const QCborMap &fields);
    void handleClosing(const QCborMap &fields);
    /// Takes a no as final, or comes back later.
    void takeRefusal(const RequestError &error);
    void forgetRefusal();
    void updateState();
    void setReady(bool isReady);
    [[nodiscard]] ConnectionState currentState() const;

    const ClientOptions m_options;
    Credentials m_credentials;
    std::optional<RequestError> m_refusal;
    ConnectionState m_state = ConnectionState::Offline;
    bool m_isTurnedAway = false; ///< the refusal is not one that passes by itself
    bool m_isWelcomed = false;
    connection::Socket m_socket;
};

} // namespace session
