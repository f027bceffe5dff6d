#pragma once

#include "net/connectionlimiter.h"
#include "net/outgoingqueue.h"
#include "net/readinesslistener.h"
#include "net/socketwatch.h"

#include <QHostAddress>

#include <memory>
#include <optional>
#include <span>

namespace net {

class Worker;

/// What a TcpConnection tells its user. Plain virtual calls: each signal that is connected costs every one of tens of
/// thousands of connections a hundred bytes.
/// Thread: the connection's. The user may destroy the connection in these calls.
class TcpConnectionListener
{
public:
    /// What has arrived; @p bytes are the listener's to change, but only during the call.
    virtual void handleReceived(std::span<char> bytes) = 0;
    /// The reader is more than the allowed number of bytes behind; nothing more is queued. Called once.
    virtual void handleOverflow() = 0;
    /// The connection is closed, by whomever. Called once; the last call.
    virtual void handleDisconnected() = 0;

protected:
    ~TcpConnectionListener() = default;
};

/// An accepted TCP connection, read and written without Qt in between. It keeps no buffer for what arrives, and what is
/// written goes through one bounded queue that is sent once per turn of the event loop, straight to the descriptor.
/// docs/decisions/outgoing-queue.md and docs/decisions/own-frame-reader.md say why.
///
/// Closing it lets queued bytes leave first (LingeringClose); drop() does not.
/// Thread: the worker it is attached to; any while it is attached to none.
class TcpConnection final : private ReadinessListener
{
public:
    /// Takes over an accepted, non-blocking socket. @p maxOutgoingBytes: how far the reader may fall behind before it
    /// is given up.
    TcpConnection(qintptr socketDescriptor, QHostAddress peerAddress, ConnectionTicket ticket, qint64 maxOutgoingBytes);
    ~TcpConnection();
    Q_DISABLE_COPY_MOVE(TcpConnection)

    /// The listener must outlive the connection or be replaced by null.
    void setListener(TcpConnectionListener *listener) { m_listener = listener; }

    /// Begins to read, with @p worker's buffers and flush queue; call it in that worker's thread.
    void attachTo(Worker &worker);
    /// The reverse, before moving to another thread. Nothing may be waiting to be sent.
    void detach();

    /// While it is off, what arrives stays in the kernel, and that the peer has gone is not noticed.
    void setReading(bool isOn);

    /// Puts shared bytes into the queue.
    void enqueue(const QByteArray &bytes);
    [[nodiscard]] bool isConnected() const { return m_descriptor != -1; }
    /// True while the kernel takes what is sent; false when the reader has fallen behind.
    [[nodiscard]] bool isReaderKeepingUp() const { return !m_isBlocked; }
    [[nodiscard]] qint64 bytesToWrite() const { return m_outgoing.bytes(); }
    [[nodiscard]] const QHostAddress &peerAddress() const { return m_peerAddress; }

    /// Sends what is queued.
    void flushOutgoing();
    /// The same, called by the FlushQueue in its turn.
    void handleFlushTurn();

    /// Lets what is queued leave, then closes.
    void close();
    /// Closes at once with a reset; what is queued is lost.
    void drop();

private:
    void handleReadable() override;
    void handleWritable() override { flushOutgoing(); }

    void handOn(std::span<char> bytes);
    void updateInterest();
    void scheduleFlush();
    void setBlocked(bool isBlocked);
    [[nodiscard]] qintptr giveUpDescriptor();
    void reportDisconnected();

    TcpConnectionListener *m_listener = nullptr;
    Worker *m_worker = nullptr;
    qintptr m_descriptor; ///< -1 once it is closed
    bool m_isReading = true;
    bool m_isHandingOn = false; ///< the listener is busy with what has arrived
    bool m_isHeldUp = false; ///< more has arrived meanwhile
    bool m_isFlushScheduled = false;
    bool m_isBlocked = false;
    bool m_isOverflowed = false;
    bool m_isOverflowReported = false;
    bool *m_isDestroyed = nullptr; ///< set when it is destroyed by its listener
    OutgoingQueue m_outgoing;
    const qint64 m_maxOutgoingBytes;
    std::optional<SocketWatch> m_watch; ///< while it is attached
    const QHostAddress m_peerAddress;
    ConnectionTicket m_ticket;
};

} // namespace net
