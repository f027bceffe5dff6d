#pragma once

#include "net/connectionlimiter.h"
#include "net/outgoingqueue.h"

#include <QTcpSocket>

#include <memory>

class QSocketNotifier;

namespace net {

class Worker;

/// What a TcpConnection tells its user. Plain virtual calls: each signal that is connected costs every one of tens of
/// thousands of connections a hundred bytes.
/// Thread: the connection's. The user must not delete the connection in these calls.
class TcpConnectionListener
{
public:
    /// The reader is more than the allowed number of bytes behind; nothing more is queued. Called once.
    virtual void handleOverflow() = 0;
    /// The connection is closed, by whomever. Called once; the last call.
    virtual void handleDisconnected() = 0;

protected:
    ~TcpConnectionListener() = default;
};

/// An accepted TCP connection. Qt reads from it; everything that is written, by us or by a QWebSocket on top, goes
/// through one bounded queue that is sent once per turn of the event loop, straight to the descriptor.
///
/// Why not QAbstractSocket's own write buffer: it copies every message for every receiver, and its first use allocates
/// 32 KiB that the socket keeps. See docs/decisions/outgoing-queue.md.
///
/// Closing it lets queued bytes leave first (LingeringClose); drop() does not.
/// Thread: the worker it is attached to; it may be moved to another worker while nothing waits to be sent.
class TcpConnection final : public QTcpSocket
{
    Q_OBJECT

public:
    /// @p maxOutgoingBytes: how far the reader may fall behind before it is given up.
    TcpConnection(ConnectionTicket ticket, qint64 maxOutgoingBytes);
    ~TcpConnection() override;

    /// The listener must outlive the connection or be replaced by null.
    void setListener(TcpConnectionListener *listener) { m_listener = listener; }

    /// Takes over an accepted socket; false when it is broken already.
    [[nodiscard]] bool adopt(qintptr socketDescriptor);

    /// Makes the connection use @p worker's flush queue; call it in that worker's thread.
    void attachTo(Worker &worker);
    /// The reverse, before moving to another thread. Nothing may be waiting to be sent.
    void detach();

    /// Puts shared bytes into the queue.
    void enqueue(const QByteArray &bytes);
    [[nodiscard]] bool isConnected() const { return state() == ConnectedState; }
    /// True while the kernel takes what is sent; false when the reader has fallen behind.
    [[nodiscard]] bool isReaderKeepingUp() const { return !m_isBlocked; }

    /// Sends what is queued.
    void flushOutgoing();
    /// The same, called by the FlushQueue in its turn.
    void handleFlushTurn();

    /// Puts @p bytes in front of what is still to be read.
    void pushBack(QByteArrayView bytes);

    /// Closes at once with a reset; what is queued is lost.
    void drop();

    [[nodiscard]] qint64 bytesToWrite() const override { return m_outgoing.bytes(); }
    void disconnectFromHost() override;

protected:
    qint64 writeData(const char *data, qint64 size) override;

private:
    void scheduleFlush();
    void setBlocked();
    void setUnblocked();

    ConnectionTicket m_ticket;
    OutgoingQueue m_outgoing;
    const qint64 m_maxOutgoingBytes;
    Worker *m_worker = nullptr;
    TcpConnectionListener *m_listener = nullptr;
    qintptr m_descriptor = -1; ///< kept here because it is looked up for every flush
    std::unique_ptr<QSocketNotifier> m_writable; ///< only while the reader is behind
    bool m_isFlushScheduled = false;
    bool m_isBlocked = false;
    bool m_isOverflowed = false;
    bool m_isOverflowReported = false;
    bool m_isDropped = false;
};

} // namespace net
