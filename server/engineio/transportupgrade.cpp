#include "engineio/transportupgrade.h"

namespace engineio {

using namespace std::chrono_literals;

namespace {

/// As often as the reference does it: sooner, and clients that have not stopped polling yet ask again at once.
constexpr auto releaseInterval = 100ms;

} // namespace

TransportUpgrade::TransportUpgrade(std::unique_ptr<net::WebSocketConnection> connection, net::DeadlineQueue &deadlines,
                                   std::chrono::milliseconds timeout, Callbacks callbacks)
    : m_connection(connection.release()), m_callbacks(std::move(callbacks)), m_deadlines(deadlines),
      m_deadline([this] { fail(); }), m_release([this] { releaseGet(); })
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

void TransportUpgrade::handleTextMessage(QByteArrayView message)
{
    if (message == "2probe") {
        m_connection->send(net::WebSocketFrame::fromPrefixedText('3', "probe"));
        m_release.expireIn(m_deadlines, releaseInterval);
        return;
    }
    if (message != "5" || !m_release.isPending()) {
        fail();
        return;
    }
    m_deadline.cancel();
    m_release.cancel();
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

void TransportUpgrade::releaseGet()
{
    m_release.expireIn(m_deadlines, releaseInterval);
    const auto onGetToRelease = m_callbacks.onGetToRelease; // may destroy this object
    onGetToRelease();
}

void TransportUpgrade::fail()
{
    const auto onFailed = m_callbacks.onFailed;
    onFailed();
}

} // namespace engineio
