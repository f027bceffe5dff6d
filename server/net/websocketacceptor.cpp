#include "net/websocketacceptor.h"

#include "net/handshakedevice.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWebSocket>
#include <QWebSocketServer>

#include <limits>

namespace net {

WebSocketAcceptor::WebSocketAcceptor(const WebSocketLimits &limits)
    : m_limits(limits), m_device(std::make_unique<HandshakeDevice>()),
      m_server(std::make_unique<QWebSocketServer>(QString(), QWebSocketServer::NonSecureMode))
{
    m_server->setMaxPendingConnections(std::numeric_limits<int>::max() - 1);
}

WebSocketAcceptor::~WebSocketAcceptor() = default;

std::unique_ptr<WebSocketConnection> WebSocketAcceptor::accept(std::unique_ptr<TcpConnection> tcp, QByteArrayView key,
                                                               QByteArray early)
{
    const QByteArray answer = answerTo(key);
    if (answer.isEmpty()) {
        tcp->close();
        return nullptr;
    }
    tcp->enqueue(answer);
    return std::make_unique<WebSocketConnection>(std::move(tcp), m_limits, std::move(early));
}

QByteArray WebSocketAcceptor::answerTo(QByteArrayView key)
{
    // Our own parser has read and judged the request. Qt is given a short one that says the same, so that two parsers
    // can never understand one request differently.
    m_device->begin("GET / HTTP/1.1\r\n"
                    "Host: _\r\n"
                    "Upgrade: websocket\r\n"
                    "Connection: Upgrade\r\n"
                    "Sec-WebSocket-Version: 13\r\n"
                    "Sec-WebSocket-Key: "
                    + key.toByteArray() + "\r\n\r\n");
    m_server->handleConnection(m_device.get());
    // The server looks at the request in a queued call, which is delivered here and now: so the next pending
    // connection is certainly this one.
    QCoreApplication::sendPostedEvents(m_server.get(), QEvent::MetaCall);
    const QByteArray answer = m_device->takeAnswer();
    // Only the handshake was wanted; the frames are read by ourselves.
    const std::unique_ptr<QWebSocket> webSocket(m_server->nextPendingConnection());
    m_device->disconnect(m_server.get());
    return webSocket ? answer : QByteArray();
}

} // namespace net
