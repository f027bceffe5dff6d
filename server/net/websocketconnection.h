#pragma once

#include "net/tcpconnection.h"
#include "net/websocketframe.h"
#include "net/websocketframereader.h"

#include <QHostAddress>
#include <QObject>

#include <memory>

namespace net {

class WebSocketListener;

struct WebSocketLimits
{
    qint64 maxMessageBytes = 1'000'000;
    /// A message that is over the limit by no more than this is read to its end, so that it can be answered properly.
    qint64 oversizeToleranceBytes = 64 * 1024;
};

/// A WebSocket connection of a client, from the answer to its handshake on. Pings are answered and closing frames
/// exchanged here; nobody above sees them.
/// Thread: network worker.
class WebSocketConnection final : public QObject, private TcpConnectionListener
{
    Q_OBJECT

public:
    /// RFC 6455, section 7.4.1.
    enum class CloseCode : quint16 {
        Normal = 1000,
        GoingAway = 1001,
        ProtocolError = 1002,
        InvalidText = 1007,
        PolicyViolated = 1008,
        TooMuchData = 1009
    };
    /// How it ended.
    enum class End { Closed, ReaderTooSlow };

    /// Takes over @p tcp. @p early: what the client sent behind its request, without waiting for the answer; it is read
    /// when the event loop is reached.
    WebSocketConnection(std::unique_ptr<TcpConnection> tcp, const WebSocketLimits &limits, QByteArray early);
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
    void handleReceived(std::span<char> bytes) override;
    void handleOverflow() override;
    void handleDisconnected() override;

    void readEarly(QByteArray bytes);
    void handleEvent(WebSocketFrameReader::Event event);
    void handleText();
    void handleBinary();
    [[nodiscard]] bool refuseOversize();
    void answerPing();
    void sendPongs();
    void closeWith(QByteArrayView payload);

    const std::unique_ptr<TcpConnection> m_tcp;
    WebSocketListener *m_listener = nullptr;
    WebSocketFrameReader m_reader;
    QByteArray m_pongs; ///< answers to what is being read; they leave together
    const qint64 m_maxMessageBytes;
};

/// What a WebSocket connection reports to the one who uses it. Plain virtual calls, because signals would cost each of
/// tens of thousands of connections several hundred bytes.
/// Thread: network worker. The listener may destroy the connection in any of these calls but must use deleteLater().
class WebSocketListener
{
public:
    /// @p message is UTF-8, and valid during the call.
    virtual void handleTextMessage(QByteArrayView message) = 0;
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
