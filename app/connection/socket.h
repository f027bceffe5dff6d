#pragma once

#include "connection/connecterror.h"
#include "connection/emitresult.h"
#include "connection/eventhandlers.h"
#include "connection/loss.h"
#include "connection/pendingacks.h"
#include "connection/reconnector.h"
#include "connection/retryqueue.h"
#include "connection/sendbuffer.h"
#include "connection/socketoptions.h"

#include <QCborMap>
#include <QObject>

namespace connection {

/// How to emit an event that is to be acknowledged.
struct AckOptions
{
    std::chrono::milliseconds timeout = std::chrono::seconds(10); ///< from the call on; 0 waits while connected
    WhenOffline whenOffline = WhenOffline::Buffer;
};

/// A Socket.IO client: events to and from the main namespace of one server, over connections that come and go.
///
/// Arguments are anything JSON has, and byte arrays, which travel as binary. Callbacks are never called from within the
/// call they were given to, and not after their context or the socket is gone.
/// Thread: the one it lives in. Not to be destroyed from within its own signals and callbacks; use deleteLater().
class Socket final : public QObject
{
    Q_OBJECT

public:
    explicit Socket(const ServerAddress &address, const SocketOptions &options = {}, QObject *parent = nullptr);
    /// Leaves in good order.
    ~Socket() override;

    // The connection

    [[nodiscard]] const ServerAddress &address() const { return m_reconnector.address(); }
    /// What the server is told about us, from the next attempt on.
    void setAuth(const QCborMap &auth) { m_reconnector.setAuth(auth); }
    /// Begins to connect, unless it has.
    void open() { m_reconnector.open(); }
    /// Leaves in good order and stays away. What waits to be sent waits on; see discardWaiting().
    void close() { m_reconnector.close(); }
    /// Makes the next attempt now instead of later.
    void reconnectNow() { m_reconnector.reconnectNow(); }
    /// The next attempt comes after @p delay instead of what the back-off says, such as when the server asked for it.
    /// It counts from now where the state is Waiting or Disconnected; otherwise from when the connection is lost, even
    /// if the server sends us away.
    void retryIn(std::chrono::milliseconds delay) { m_reconnector.retryIn(delay); }

    [[nodiscard]] State state() const { return m_reconnector.state(); }
    [[nodiscard]] bool isConnected() const { return state() == State::Connected; }
    /// When the next attempt comes, in UTC milliseconds; nothing unless the state is Waiting.
    [[nodiscard]] std::optional<qint64> nextAttemptAt() const { return m_reconnector.nextAttemptAt(); }
    /// Attempts since the last connection, the one under way included.
    [[nodiscard]] int attemptCount() const { return m_reconnector.attemptCount(); }
    /// The server's name for this connection; empty while there is none.
    [[nodiscard]] const QString &id() const { return m_id; }

    // Receiving

    /// Calls @p handler for each event of that name for as long as @p context exists.
    void on(const QString &name, QObject *context, EventHandler handler);
    /// The same for every event, before the handlers by name.
    void onAny(QObject *context, EventHandler handler);
    /// Forgets all handlers of @p context.
    void off(const QObject *context) { m_handlers.remove(context); }

    // Sending

    Emitted emit(const QString &name, const QCborArray &args = {}, WhenOffline whenOffline = WhenOffline::Buffer);
    /// @p callback gets the server's answer or an error.
    void emitWithAck(const QString &name, const QCborArray &args, const AckOptions &options, QObject *context,
                     AckCallback callback);
    /// Emits it again until it is acknowledged, as RetryOptions say, and one at a time: none of these overtakes
    /// another. The server may get it more than once, so it should hold something to know it by.
    void emitReliably(const QString &name, const QCborArray &args, QObject *context, AckCallback callback);
    /// Forgets what waits to be sent, including what was sent by emitReliably() and is not acknowledged. Callbacks get
    /// EmitError::Disconnected.
    void discardWaiting();
    /// Events that wait to be sent, and those of emitReliably() that are not acknowledged.
    [[nodiscard]] int waitingCount() const { return m_buffer.count() + m_retryQueue.count(); }

Q_SIGNALS:
    void stateChanged(connection::State state);
    /// The server let us in. What was waiting has been handed to the network.
    void connected();
    /// A connection is over. The state tells whether there will be another attempt.
    void disconnected(const connection::Loss &loss);
    /// An attempt came to nothing; likewise.
    void attemptFailed(const connection::Loss &loss);
    /// The server does not want us. There is no further attempt unless open() or retryIn() asks for one.
    void refused(const connection::ConnectError &error);
    /// The next attempt comes at @p utcMs.
    void reconnectScheduled(qint64 utcMs);

private:
    void handleConnected(const QString &id);
    void handleDisconnected(const Loss &loss);
    void handlePacket(const protocol::socketio::Packet &packet);
    void handleEvent(const protocol::socketio::Packet &packet);
    void sendAck(const QString &connectionId, quint64 ackId, const QCborArray &args);
    void emitNow(const QCborArray &nameAndArgs, const AckOptions &options, const AckCallback &callback);
    Emitted dispose(WaitingEvent event, EmitError &error);
    void sendWaiting();
    void failLater(const AckCallback &callback, EmitError error);

    Reconnector m_reconnector;
    EventHandlers m_handlers;
    PendingAcks m_acks;
    SendBuffer m_buffer;
    RetryQueue m_retryQueue;
    QString m_id;
    quint64 m_lastAckId = 0;
};

} // namespace connection
