#include "net/websocketconnection.h"

#include "net/tcpconnection.h"

#include <QWebSocket>

namespace net {

WebSocketConnection::WebSocketConnection(QWebSocket *webSocket, TcpConnection *tcp, const WebSocketLimits &limits)
    : m_webSocket(webSocket), m_tcp(tcp), m_limits(limits)
{
    m_webSocket->setParent(nullptr);
    const auto hardLimit = quint64(limits.maxMessageBytes + limits.oversizeToleranceBytes);
    m_webSocket->setMaxAllowedIncomingFrameSize(hardLimit);
    m_webSocket->setMaxAllowedIncomingMessageSize(hardLimit);

    connect(m_webSocket.get(), &QWebSocket::textMessageReceived, this, &WebSocketConnection::handleText);
    connect(m_webSocket.get(), &QWebSocket::binaryMessageReceived, this, &WebSocketConnection::handleBinary);
    m_tcp->setListener(this);

    // Signals that QWebSocket only passes on, and nobody here listens to: each costs a hundred bytes a connection.
    QObject::disconnect(m_tcp, &QAbstractSocket::proxyAuthenticationRequired, m_webSocket.get(), nullptr);
    QObject::disconnect(m_tcp, &QIODevice::readChannelFinished, m_webSocket.get(), nullptr);
    QObject::disconnect(m_tcp, &QIODevice::aboutToClose, m_webSocket.get(), nullptr);
    QObject::disconnect(m_tcp, &QIODevice::bytesWritten, m_webSocket.get(), nullptr);
}

WebSocketConnection::~WebSocketConnection()
{
    m_listener = nullptr;
    m_webSocket->disconnect(this);
    drop();
}

void WebSocketConnection::handleOverflow()
{
    WebSocketListener *listener = std::exchange(m_listener, nullptr);
    drop();
    if (listener)
        listener->handleWebSocketClosed(End::ReaderTooSlow);
}

void WebSocketConnection::handleDisconnected()
{
    std::exchange(m_tcp, nullptr)->deleteLater(); // it is calling us
    if (WebSocketListener *listener = std::exchange(m_listener, nullptr))
        listener->handleWebSocketClosed(End::Closed);
}

void WebSocketConnection::send(const WebSocketFrame &frame)
{
    if (m_tcp)
        m_tcp->enqueue(frame.bytes());
}

bool WebSocketConnection::isWritable() const
{
    return m_tcp && m_tcp->isReaderKeepingUp();
}

void WebSocketConnection::close(CloseCode code)
{
    m_webSocket->close(QWebSocketProtocol::CloseCode(code));
}

void WebSocketConnection::drop()
{
    if (m_tcp)
        m_tcp->drop();
}

QHostAddress WebSocketConnection::peerAddress() const
{
    return m_tcp ? m_tcp->peerAddress() : QHostAddress();
}

void WebSocketConnection::handleText(const QString &message)
{
    // A message in UTF-8 is at least as long as in UTF-16 code units and at most three times as long.
    if (message.size() > m_limits.maxMessageBytes / 3
        && refuseOversize(message.size() > m_limits.maxMessageBytes ? message.size() : message.toUtf8().size())) {
        return;
    }
    if (m_listener)
        m_listener->handleTextMessage(message);
}

void WebSocketConnection::handleBinary(const QByteArray &message)
{
    if (refuseOversize(message.size()))
        return;
    if (m_listener)
        m_listener->handleBinaryMessage(message);
}

bool WebSocketConnection::refuseOversize(qint64 bytes)
{
    if (bytes <= m_limits.maxMessageBytes)
        return false;
    if (m_listener)
        m_listener->handleOversizeMessage();
    close(CloseCode::TooMuchData);
    return true;
}

} // namespace net
