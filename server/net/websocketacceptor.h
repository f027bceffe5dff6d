#pragma once

#include "net/websocketconnection.h"

#include <QByteArrayView>
#include <QObject>

#include <memory>

class QWebSocketServer;

namespace net {

class HandshakeDevice;

/// Turns a connection whose upgrade request has been read and found good into a WebSocketConnection. The handshake is
/// QWebSocketServer's work: it reads the request from, and answers to, a device in memory.
/// Thread: the worker it was made in.
class WebSocketAcceptor final : public QObject
{
    Q_OBJECT

public:
    explicit WebSocketAcceptor(const WebSocketLimits &limits);
    ~WebSocketAcceptor() override;

    /// Answers 101 and returns the connection, or null when the handshake fails, in which case the connection closes.
    /// @p key is the Sec-WebSocket-Key, already known to be the base64 form of 16 bytes; @p early what follows the
    /// request.
    [[nodiscard]] std::unique_ptr<WebSocketConnection> accept(std::unique_ptr<TcpConnection> tcp, QByteArrayView key,
                                                              QByteArray early);

private:
    /// The head of the answer to a handshake with that key; empty when it fails.
    [[nodiscard]] QByteArray answerTo(QByteArrayView key);

    const WebSocketLimits m_limits;
    const std::unique_ptr<HandshakeDevice> m_device;
    const std::unique_ptr<QWebSocketServer> m_server;
};

} // namespace net
