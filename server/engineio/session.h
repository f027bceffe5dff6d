#pragma once

#include "engineio/closereason.h"
#include "engineio/handshake.h"
#include "engineio/transport.h"

#include "net/deadline.h"

#include <memory>

namespace http {
class Exchange;
}
namespace net {
class WebSocketConnection;
class Worker;
} // namespace net

namespace engineio {

class CorsPolicy;
class PollingTransport;
class SessionTable;
class TransportUpgrade;
struct Options;

/// What a session tells the layer above.
class SessionHandler
{
public:
    virtual ~SessionHandler() = default;

    /// @p text is UTF-8 and valid during the call.
    virtual void handleTextMessage(QByteArrayView text) = 0;
    virtual void handleBinaryMessage(const QByteArray &data) = 0;
    /// The client sent more than it may; it is told by the transport. The moment to tell it more, through send().
    virtual void handleOversizeMessage() {}
    /// The session is over; nothing can be sent any more.
    virtual void handleClosed(CloseReason reason) = 0;
};

/// One client's Engine.IO session: survives the change from polling to WebSocket, notices when the client has gone, and
/// hands messages up in order.
/// Thread: one network worker, for life.
class Session final : public TransportListener
{
public:
    Session(SessionTable &table, QByteArray id, const http::RequestHead &head);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    [[nodiscard]] const QByteArray &id() const { return m_id; }
    [[nodiscard]] const Handshake &handshake() const { return m_handshake; }
    [[nodiscard]] net::Worker &worker() const;
    [[nodiscard]] TransportKind transportKind() const { return m_transport->kind(); }
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    /// Whether a message would leave at once.
    [[nodiscard]] bool isWritable() const;

    /// Give it one before returning to the event loop; replaced at most once.
    void setHandler(std::unique_ptr<SessionHandler> handler) { m_handler = std::move(handler); }

    /// Sends a message packet; see encodeText() and encodeBinary(). Does nothing once the session is over.
    void send(const OutgoingPacket &packet);
    [[nodiscard]] static OutgoingPacket encodeText(QByteArrayView message);
    [[nodiscard]] static OutgoingPacket encodeBinary(QByteArrayView message);

    /// Ends the session; what was sent leaves first.
    void close(CloseReason reason = CloseReason::ForcedClose);
    /// Cuts the connection, as a network failure would.
    void drop();

    /// While the packets of a polling POST are handled: that request; else null.
    [[nodiscard]] const http::RequestHead *currentPost() const;

    // For the engine's server.
    void openWithPolling(std::unique_ptr<http::Exchange> exchange);
    void openWithWebSocket(std::unique_ptr<net::WebSocketConnection> connection);
    void handleRequest(std::unique_ptr<http::Exchange> exchange);
    /// The time for its pong is over, which the session has not noticed yet.
    [[nodiscard]] bool isOverdue() const { return m_isAwaitingPong && m_deadline.isDue(); }
    void beginUpgrade(std::unique_ptr<net::WebSocketConnection> connection);
    void handleOversizeMessage() override;
    /// Sends what polling has collected during this turn of the event loop.
    void flushPolling();

private:
    enum class State : quint8 { Open, Closing, Closed };

    void handlePacket(protocol::engineio::PacketType type, QByteArrayView data) override;
    void handleBinaryMessage(const QByteArray &data) override;
    void handleTransportClosed(CloseReason reason) override;

    void sendOpenPacket();
    void handleHeartbeat();
    void handlePong();
    void handleClientClose();
    void finishUpgrade(std::unique_ptr<net::WebSocketConnection> connection);
    void finish(CloseReason reason);
    /// Stays for the GETs that fetch what is left.
    void awaitLastPoll(std::chrono::milliseconds patience);
    void remove();
    [[nodiscard]] PollingTransport *polling() const;
    [[nodiscard]] const Options &options() const;

    SessionTable &m_table;
    const QByteArray m_id;
    const Handshake m_handshake;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<TransportUpgrade> m_upgrade;
    std::unique_ptr<SessionHandler> m_handler;
    net::Deadline m_deadline; ///< the next ping, the end of waiting for a pong, or the end of Closing
    State m_state = State::Open;
    bool m_isAwaitingPong = false;
    bool m_hasHeardSincePing = false;
    bool m_isFlushScheduled = false;
    bool m_wantsBase64 = false; ///< the client said that it cannot take binary messages
};

} // namespace engineio
