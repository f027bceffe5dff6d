#pragma once

#include "net/tcpconnection.h"
#include "net/websocketframe.h"

#include <QHostAddress>
#include <QObject>

#include <memory>

class QWebSocket;

namespace net {

class WebSocketListener;

struct WebSocketLimits
{
    qint64 maxMessageBytes = 1'000'000;
    /// A message that is over the limit by no more than this is read to its end, so that it can be answered properly.
    qint64 oversizeToleranceBytes = 64 * 1024;
};

/// A WebSocket connection of a client: QWebSocket reads, and frames made by us go straight to the TcpConnection under
/// it.
/// Thread: network worker.
class WebSocketConnection final : public QObject, private TcpConnectionListener
{
    Q_OBJECT

public:
    /// RFC 6455, section 7.4.1.
    enum class CloseCode { Normal = 1000, GoingAway = 1001, PolicyViolated = 1008, TooMuchData = 1009 };
    /// How it ended.
    enum class End { Closed, ReaderTooSlow };

    /// Takes over @p webSocket and @p tcp.
    WebSocketConnection(QWebSocket *webSocket, TcpConnection *tcp, const WebSocketLimits &limits);
    ~WebSocketConnection() override;

    /// The listener must outlive the connection or be replaced by null.
    void setListener(WebSocketListener *listener) { m_listener = listener; }

    void send(const WebSocketFrame &frame);
    /// False while the reader is behind.
    [[nodiscard]] bool isWritable() const;
    void close(CloseCode code);
    /// Cuts the connection without a word.
    void drop();

    [[nodiscard]] QHostAddress peerAddress() const;

private:
    void handleOverflow() override;
    void handleDisconnected() override;
    void handleText(const QString &message);
    void handleBinary(const QByteArray &message);
    bool refuseOversize(qint64 bytes);

    const std::unique_ptr<QWebSocket> m_webSocket;
    TcpConnection *m_tcp; ///< owned; deletes itself, later, once it is disconnected, and is null from then on
    WebSocketListener *m_listener = nullptr;
    const WebSocketLimits m_limits;
};

/// What a WebSocket connection reports to the one who uses it. Plain virtual calls, because signals would cost each of
/// tens of thousands of connections several hundred bytes.
/// Thread: network worker. The listener may destroy the connection in any of these calls but must use deleteLater().
class WebSocketListener
{
public:
    virtual void handleTextMessage(const QString &message) = 0;
    virtual void handleBinaryMessage(const QByteArray &message) = 0;
    /// A message was larger than allowed, but not by so much that the connection had to be cut at once. The connection
    /// closes itself with code 1009 as soon as this call returns: the moment to say why.
    virtual void handleOversizeMessage() = 0;
    /// The connection is gone.
    virtual void handleWebSocketClosed(WebSocketConnection::End end) = 0;

protected:
    ~WebSocketListener() = default;
};

} // namespace net
