#include "engineio/websockettransport.h"

#include "protocol/engineio/base64.h"
#include "protocol/engineio/packetcodec.h"

namespace engineio {

WebSocketTransport::WebSocketTransport(std::unique_ptr<net::WebSocketConnection> connection,
                                       TransportListener &listener)
    : m_connection(connection.release()), m_listener(listener)
{
    m_connection->setListener(this);
}

WebSocketTransport::~WebSocketTransport()
{
    m_connection->setListener(nullptr);
    m_connection->deleteLater();
}

void WebSocketTransport::close()
{
    m_connection->setListener(nullptr);
    m_connection->close(net::WebSocketConnection::CloseCode::Normal);
}

void WebSocketTransport::drop()
{
    m_connection->setListener(nullptr);
    m_connection->drop();
}

void WebSocketTransport::handleTextMessage(QByteArrayView message)
{
    if (message.startsWith('b')) { // binary from a client that has only text
        const auto bytes = protocol::engineio::decodeBase64(message.sliced(1));
        if (bytes)
            m_listener.handleBinaryMessage(*bytes);
        else
            m_listener.handleTransportClosed(CloseReason::ParseError);
        return;
    }
    const auto type = protocol::engineio::packetTypeOf(message);
    if (!type) {
        m_listener.handleTransportClosed(CloseReason::ParseError);
        return;
    }
    m_listener.handlePacket(*type, message.sliced(1));
}

void WebSocketTransport::handleBinaryMessage(const QByteArray &message)
{
    m_listener.handleBinaryMessage(message);
}

void WebSocketTransport::handleOversizeMessage()
{
    m_listener.handleOversizeMessage();
}

void WebSocketTransport::handleWebSocketClosed(net::WebSocketConnection::End end)
{
    m_listener.handleTransportClosed(end == net::WebSocketConnection::End::ReaderTooSlow ? CloseReason::ReaderTooSlow
                                                                                         : CloseReason::TransportClose);
}

} // namespace engineio
