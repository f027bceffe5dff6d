#include "engineio/transportupgrade.h"

namespace engineio {

TransportUpgrade::TransportUpgrade(std::unique_ptr<net::WebSocketConnection> connection, net::DeadlineQueue &deadlines,
                                   std::chrono::milliseconds timeout, Callbacks callbacks)
    : m_connection(connection.release()), m_callbacks(std::move(callbacks)), m_deadline([this] { fail(); })
{
    m_connection->setListener(this);
    m_deadline.expireIn(deadlines, timeout);
}

TransportUpgrade::~TransportUpgrade()
{
    if (!m_connection)
        return;
    m_connection->setListener(nullptr);
    m_connection->close(net::WebSocketConnection::CloseCode::Normal);
    m_connection->deleteLater();
}

void TransportUpgrade::handleTextMessage(const QString &message)
{
    if (message == u"2probe") {
        m_connection->send(net::WebSocketFrame::fromPrefixedText('3', "probe"));
        m_isProbed = true;
        m_callbacks.onProbed();
        return;
    }
    if (message != u"5" || !m_isProbed) {
        fail();
        return;
    }
    m_deadline.cancel();
    m_connection->setListener(nullptr);
    const auto onUpgraded = m_callbacks.onUpgraded; // destroys this object
    onUpgraded(std::unique_ptr<net::WebSocketConnection>(std::exchange(m_connection, nullptr)));
}

void TransportUpgrade::handleBinaryMessage(const QByteArray &)
{
    fail();
}

void TransportUpgrade::handleWebSocketClosed(net::WebSocketConnection::End)
{
    fail();
}

void TransportUpgrade::fail()
{
    const auto onFailed = m_callbacks.onFailed;
    onFailed();
}

} // namespace engineio
