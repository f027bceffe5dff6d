#include "net/websocketconnection.h"

#include <QtEndian>

#include <utility>

namespace net {

namespace {

constexpr char finalClose = char(0x88);
constexpr char finalPong = char(0x8a);

/// @p payload has 125 bytes at most.
void appendControlFrame(QByteArray &bytes, char firstByte, QByteArrayView payload)
{
    bytes.append(firstByte).append(char(payload.size())).append(payload);
}

} // namespace

WebSocketConnection::WebSocketConnection(std::unique_ptr<TcpConnection> tcp, const WebSocketLimits &limits,
                                         QByteArray early)
    : m_tcp(std::move(tcp)), m_reader(limits.maxMessageBytes + limits.oversizeToleranceBytes),
      m_maxMessageBytes(limits.maxMessageBytes)
{
    m_tcp->setListener(this);
    if (early.isEmpty())
        return;
    m_tcp->setReading(false);
    QMetaObject::invokeMethod(
        this, [this, early] { readEarly(early); }, Qt::QueuedConnection);
}

WebSocketConnection::~WebSocketConnection()
{
    m_tcp->setListener(nullptr);
}

// Receiving

void WebSocketConnection::readEarly(QByteArray bytes)
{
    handleReceived({bytes.data(), size_t(bytes.size())});
    m_tcp->setReading(true);
}

void WebSocketConnection::handleReceived(std::span<char> bytes)
{
    using Event = WebSocketFrameReader::Event;
    while (m_tcp->isConnected()) { // each event may end it
        const Event event = m_reader.read(bytes);
        if (event == Event::NeedsMore)
            break;
        handleEvent(event);
    }
    sendPongs();
}

void WebSocketConnection::handleEvent(WebSocketFrameReader::Event event)
{
    using Event = WebSocketFrameReader::Event;
    switch (event) {
    case Event::NeedsMore:
    case Event::Pong:
        break;
    case Event::Text:
        handleText();
        break;
    case Event::Binary:
        handleBinary();
        break;
    case Event::Ping:
        answerPing();
        break;
    case Event::Close:
        closeWith(m_reader.payload());
        break;
    case Event::ProtocolError:
        close(CloseCode::ProtocolError);
        break;
    case Event::InvalidText:
        close(CloseCode::InvalidText);
        break;
    case Event::TooLarge:
        close(CloseCode::TooMuchData);
        break;
    }
}

void WebSocketConnection::handleText()
{
    if (refuseOversize())
        return;
    sendPongs();
    if (m_listener)
        m_listener->handleTextMessage(m_reader.payload());
}

void WebSocketConnection::handleBinary()
{
    if (refuseOversize())
        return;
    sendPongs();
    if (m_listener)
        m_listener->handleBinaryMessage(m_reader.takePayload());
}

bool WebSocketConnection::refuseOversize()
{
    if (m_reader.payload().size() <= m_maxMessageBytes)
        return false;
    if (m_listener)
        m_listener->handleOversizeMessage();
    close(CloseCode::TooMuchData);
    return true;
}

void WebSocketConnection::answerPing()
{
    appendControlFrame(m_pongs, finalPong, m_reader.payload());
}

void WebSocketConnection::sendPongs()
{
    if (!m_pongs.isEmpty())
        m_tcp->enqueue(std::exchange(m_pongs, {}));
}

// Sending

void WebSocketConnection::send(const WebSocketFrame &frame)
{
    m_tcp->enqueue(frame.bytes());
}

bool WebSocketConnection::isWritable() const
{
    return m_tcp->isConnected() && m_tcp->isReaderKeepingUp();
}

// Closing

void WebSocketConnection::close(CloseCode code)
{
    char payload[2];
    qToBigEndian(quint16(code), payload);
    closeWith(QByteArrayView(payload, sizeof payload));
}

void WebSocketConnection::closeWith(QByteArrayView payload)
{
    sendPongs();
    QByteArray frame;
    appendControlFrame(frame, finalClose, payload);
    m_tcp->enqueue(frame);
    m_tcp->close();
}

void WebSocketConnection::drop()
{
    m_tcp->drop();
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
    if (WebSocketListener *listener = std::exchange(m_listener, nullptr))
        listener->handleWebSocketClosed(End::Closed);
}

QHostAddress WebSocketConnection::peerAddress() const
{
    return m_tcp->peerAddress();
}

} // namespace net
