#include "engineio/session.h"

#include "engineio/options.h"
#include "engineio/pollingtransport.h"
#include "engineio/refusal.h"
#include "engineio/sessiontable.h"
#include "engineio/transportupgrade.h"
#include "engineio/websockettransport.h"

#include "net/worker.h"

namespace engineio {

using protocol::engineio::PacketType;
using namespace std::chrono_literals;

namespace {

/// A client that closes by POST has often sent its next GET at the same moment on another connection. Keeping the
/// session for a moment lets that GET have its answer instead of an error.
constexpr auto patienceForCrossingPoll = 15ms;
/// How long a closed polling session waits for the GET that fetches the last packets.
constexpr auto patienceForLastPoll = 30s;

} // namespace

Session::Session(SessionTable &table, QByteArray id, const http::RequestHead &head)
    : m_table(table), m_id(std::move(id)), m_handshake(head), m_deadline([this] { handleHeartbeat(); })
{
    m_wantsBase64 = m_handshake.query().value("b64").has_value();
}

Session::~Session() = default;

net::Worker &Session::worker() const
{
    return m_table.worker();
}

const Options &Session::options() const
{
    return m_table.options();
}

PollingTransport *Session::polling() const
{
    return m_transport->kind() == TransportKind::Polling ? static_cast<PollingTransport *>(m_transport.get()) : nullptr;
}

bool Session::isWritable() const
{
    return isOpen() && !m_upgrade && m_transport->isWritable();
}

const http::RequestHead *Session::currentPost() const
{
    const PollingTransport *transport = polling();
    return transport ? transport->currentPost() : nullptr;
}

// Opening

void Session::openWithPolling(std::unique_ptr<http::Exchange> exchange)
{
    auto transport = std::make_unique<PollingTransport>(options(), m_table.cors(), *this);
    if (options().initialFields)
        transport->setFieldsForNextAnswer(options().initialFields(exchange->head()));
    PollingTransport *opened = transport.get();
    m_transport = std::move(transport);
    sendOpenPacket();
    opened->handlePoll(std::move(exchange)); // answered at once: clients read the open packet alone
}

void Session::openWithWebSocket(std::unique_ptr<net::WebSocketConnection> connection)
{
    m_transport = std::make_unique<WebSocketTransport>(std::move(connection), *this);
    sendOpenPacket();
}

void Session::sendOpenPacket()
{
    const bool canUpgrade = polling() && options().allowsUpgrades && options().allowsWebSocket;
    const QByteArray data = R"({"sid":")" + m_id + R"(","upgrades":)" + (canUpgrade ? R"(["websocket"])" : "[]")
        + R"(,"pingInterval":)" + QByteArray::number(qint64(options().pingInterval.count())) + R"(,"pingTimeout":)"
        + QByteArray::number(qint64(options().pingTimeout.count())) + R"(,"maxPayload":)"
        + QByteArray::number(options().maxPayloadBytes) + '}';
    m_transport->send(OutgoingPacket::fromPrefixedText(char(PacketType::Open), data));
    m_deadline.expireTogether(worker().deadlines(), options().pingInterval);
}

// Sending

OutgoingPacket Session::encodeText(QByteArrayView message)
{
    return OutgoingPacket::fromPrefixedText(char(PacketType::Message), message);
}

OutgoingPacket Session::encodeBinary(QByteArrayView message)
{
    return OutgoingPacket::fromPayload(OutgoingPacket::Kind::Binary, message);
}

void Session::send(const OutgoingPacket &packet)
{
    if (!isOpen())
        return;
    if (m_wantsBase64 && packet.kind() == OutgoingPacket::Kind::Binary)
        m_transport->send(OutgoingPacket::fromPrefixedText('b', packet.payload().toByteArray().toBase64()));
    else
        m_transport->send(packet);
    PollingTransport *transport = polling();
    if (transport && transport->isFull())
        transport->flush(); // much was sent in one turn; that alone does not make the reader slow
    if (transport && !std::exchange(m_isFlushScheduled, true))
        m_table.scheduleFlush(m_id);
}

void Session::flushPolling()
{
    m_isFlushScheduled = false;
    PollingTransport *transport = polling();
    if (!transport || !isOpen())
        return;
    if (transport->hasLost())
        handleTransportClosed(CloseReason::ReaderTooSlow);
    else
        transport->flush();
}

// Receiving

void Session::handleRequest(std::unique_ptr<http::Exchange> exchange)
{
    PollingTransport *transport = polling();
    const QByteArray &method = exchange->head().method;
    if (m_state == State::Closing && transport && method == "GET") {
        transport->handlePoll(std::move(exchange));
        if (!transport->hasPackets())
            remove();
        return;
    }
    if (!isOpen() || !transport) {
        exchange->respond(responseTo(Refusal::BadRequest));
        return;
    }
    if (method == "POST")
        transport->handlePost(std::move(exchange));
    else
        transport->handlePoll(std::move(exchange));
}

void Session::handlePacket(PacketType type, QByteArrayView data)
{
    if (!isOpen())
        return;
    m_hasHeardSincePing = true;
    switch (type) {
    case PacketType::Message:
        m_handler->handleTextMessage(data);
        break;
    case PacketType::Pong:
        handlePong();
        break;
    case PacketType::Close:
        handleClientClose();
        break;
    case PacketType::Open:
    case PacketType::Ping: // only the server pings in this version of the protocol
    case PacketType::Upgrade:
    case PacketType::Noop:
        handleTransportClosed(CloseReason::ParseError);
        break;
    }
}

void Session::handleBinaryMessage(const QByteArray &data)
{
    if (!isOpen())
        return;
    m_hasHeardSincePing = true;
    m_handler->handleBinaryMessage(data);
}

void Session::handleOversizeMessage()
{
    if (!isOpen())
        return;
    m_hasHeardSincePing = true;
    m_handler->handleOversizeMessage();
}

void Session::handleHeartbeat()
{
    if (m_state == State::Closing) {
        remove();
        return;
    }
    if (m_isAwaitingPong && !m_hasHeardSincePing) {
        handleTransportClosed(CloseReason::PingTimeout);
        return;
    }
    if (m_isAwaitingPong) { // no pong, but other packets: busy clients are alive, too
        handlePong();
        return;
    }
    m_isAwaitingPong = true;
    m_hasHeardSincePing = false;
    static const OutgoingPacket ping = OutgoingPacket::fromPrefixedText(char(PacketType::Ping), {});
    m_deadline.expireNext(worker().deadlines(), options().pingTimeout);
    m_transport->send(ping);
    flushPolling();
}

void Session::handlePong()
{
    if (std::exchange(m_isAwaitingPong, false))
        m_deadline.expireTogether(worker().deadlines(), options().pingInterval);
}

// Upgrading

void Session::beginUpgrade(std::unique_ptr<net::WebSocketConnection> connection)
{
    if (!isOpen() || m_upgrade || !polling() || !options().allowsUpgrades) {
        connection->close(net::WebSocketConnection::CloseCode::PolicyViolated);
        connection.release()->deleteLater();
        return;
    }
    m_upgrade = std::make_unique<TransportUpgrade>(
        std::move(connection), worker().deadlines(), options().upgradeTimeout,
        TransportUpgrade::Callbacks{
            [this] { polling()->releasePoll(); },
            [this](std::unique_ptr<net::WebSocketConnection> upgraded) { finishUpgrade(std::move(upgraded)); },
            [this] { m_upgrade.reset(); }});
}

void Session::finishUpgrade(std::unique_ptr<net::WebSocketConnection> connection)
{
    m_upgrade.reset();
    PollingTransport *before = polling();
    if (before->hasLost()) {
        connection->drop();
        connection.release()->deleteLater();
        handleTransportClosed(CloseReason::ReaderTooSlow);
        return;
    }
    before->releasePoll();
    const auto unfetched = before->takePackets();
    m_transport = std::make_unique<WebSocketTransport>(std::move(connection), *this);
    for (const OutgoingPacket &packet : unfetched)
        m_transport->send(packet);
}

// Closing

void Session::close(CloseReason reason)
{
    if (!isOpen())
        return;
    m_upgrade.reset();
    m_state = State::Closed;
    if (PollingTransport *transport = polling()) {
        transport->sendLast(PacketType::Close);
        transport->flush();
        if (transport->hasPackets())
            awaitLastPoll(patienceForLastPoll);
    } else {
        m_transport->close();
    }
    finish(reason);
}

void Session::drop()
{
    if (!isOpen())
        return;
    m_upgrade.reset();
    m_state = State::Closed;
    m_transport->drop();
    finish(CloseReason::TransportClose);
}

void Session::handleClientClose()
{
    m_upgrade.reset();
    m_state = State::Closed;
    PollingTransport *transport = polling();
    if (!transport) {
        m_transport->close();
    } else if (transport->isPollWaiting()) {
        transport->releasePoll();
    } else {
        transport->sendLast(PacketType::Noop);
        awaitLastPoll(patienceForCrossingPoll);
    }
    finish(CloseReason::TransportClose);
}

void Session::handleTransportClosed(CloseReason reason)
{
    if (!isOpen())
        return;
    m_upgrade.reset();
    m_state = State::Closed;
    if (reason == CloseReason::ReaderTooSlow)
        m_transport->drop();
    else
        m_transport->close();
    finish(reason);
}

void Session::awaitLastPoll(std::chrono::milliseconds patience)
{
    m_state = State::Closing;
    m_deadline.expireIn(worker().deadlines(), patience);
}

void Session::finish(CloseReason reason)
{
    m_handler->handleClosed(reason);
    if (m_state == State::Closed)
        remove();
}

void Session::remove()
{
    m_state = State::Closed;
    m_deadline.cancel();
    m_table.remove(*this);
}

} // namespace engineio
