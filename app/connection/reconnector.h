#pragma once

#include "connection/backoff.h"
#include "connection/connecterror.h"
#include "connection/loss.h"
#include "connection/serveraddress.h"
#include "connection/socketconnection.h"
#include "connection/socketoptions.h"
#include "connection/state.h"

#include <QCborMap>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace connection {

/// Makes one connection after the other to the same server, and decides when.
/// Thread: the one it lives in. Not to be destroyed from within its own signals.
class Reconnector final : public QObject
{
    Q_OBJECT

public:
    Reconnector(ServerAddress address, const SocketOptions &options, QObject *parent = nullptr);
    ~Reconnector() override;

    [[nodiscard]] const ServerAddress &address() const { return m_address; }
    /// Who we are, from the next attempt on.
    void setAuth(const QCborMap &auth) { m_auth = auth; }

    /// Begins to connect, unless it has.
    void open();
    /// Ends the connection, in good order, and all attempts.
    void close();
    /// Makes the next attempt now instead of later.
    void reconnectNow();
    /// The next attempt is made after @p delay instead of what the back-off says: at once where it is waiting or idle,
    /// otherwise when the connection is lost, even if the server sends us away.
    void retryIn(std::chrono::milliseconds delay);

    [[nodiscard]] State state() const { return m_state; }
    /// In UTC milliseconds; nothing unless the state is Waiting.
    [[nodiscard]] std::optional<qint64> nextAttemptAt() const { return m_nextAttemptAt; }
    /// Attempts since the last connection, the one under way included.
    [[nodiscard]] int attemptCount() const { return m_attemptCount; }
    /// Null unless the state is Connected.
    [[nodiscard]] SocketConnection *connection() const;

Q_SIGNALS:
    void stateChanged(connection::State state);
    void connected(const QString &id);
    /// A connection is over.
    void disconnected(const connection::Loss &loss);
    /// An attempt came to nothing.
    void attemptFailed(const connection::Loss &loss);
    /// The server does not want us. There is no further attempt unless open() or retryIn() asks for one.
    void refused(const connection::ConnectError &error);
    /// The next attempt comes at @p utcMs.
    void reconnectScheduled(qint64 utcMs);
    void packetReceived(const protocol::socketio::Packet &packet);
    void writable();

private:
    void attempt();
    void handleEstablished(const QString &id);
    void handleLost(const Loss &loss);
    void handleRefused(const ConnectError &error);
    void schedule();
    void setState(State state);
    void dropConnection();

    const ServerAddress m_address;
    const SocketOptions m_options;
    QCborMap m_auth;
    Backoff m_backoff;
    QTimer m_timer;
    QElapsedTimer m_connectedSince;
    std::unique_ptr<SocketConnection> m_connection;
    std::optional<qint64> m_nextAttemptAt;
    int m_attemptCount = 0;
    State m_state = State::Disconnected;
};

} // namespace connection
