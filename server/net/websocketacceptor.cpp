#include "net/websocketacceptor.h"

#include "net/tcpconnection.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWebSocket>
#include <QWebSocketServer>

#include <limits>

namespace net {

WebSocketAcceptor::WebSocketAcceptor(const WebSocketLimits &limits)
    : m_limits(limits), m_server(std::make_unique<QWebSocketServer>(QString(), QWebSocketServer::NonSecureMode))
{
    m_server->setMaxPendingConnections(std::numeric_limits<int>::max() - 1);
}

WebSocketAcceptor::~WebSocketAcceptor() = default;

std::unique_ptr<WebSocketConnection> WebSocketAcceptor::accept(std::unique_ptr<TcpConnection> tcp, QByteArrayView key)
{
    // Our own parser has read and judged the request. Qt is given a short one that says the same, so that two parsers
    // can never understand one request differently, and Qt does not keep all of its header fields.
    const QByteArray request = "GET / HTTP/1.1\r\n"
                               "Host: _\r\n"
                               "Upgrade: websocket\r\n"
                               "Connection: Upgrade\r\n"
                               "Sec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: "
        + key.toByteArray() + "\r\n\r\n";
    tcp->pushBack(request);

    TcpConnection *connection = tcp.release();
    m_server->handleConnection(connection);
    // The server looks at the request in a queued call, which is delivered here and now: so the next pending
    // connection is certainly this one.
    QCoreApplication::sendPostedEvents(m_server.get(), QEvent::MetaCall);
    QWebSocket *webSocket = m_server->nextPendingConnection();
    if (!webSocket) {
        connection->close();
        return nullptr;
    }
    // The server would delete the connection when it closes. That link costs more with every connection that is open,
    // because the server walks through all of them to find out who called.
    connection->disconnect(m_server.get());
    return std::make_unique<WebSocketConnection>(webSocket, connection, m_limits);
}

} // namespace net
