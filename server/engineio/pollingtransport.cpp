#include "engineio/pollingtransport.h"

#include "engineio/corspolicy.h"
#include "engineio/options.h"
#include "engineio/refusal.h"

#include <algorithm>

namespace engineio {

using protocol::engineio::PacketType;

PollingTransport::PollingTransport(const Options &options, const CorsPolicy &cors, TransportListener &listener)
    : m_options(options), m_cors(cors), m_listener(listener)
{
}

PollingTransport::~PollingTransport()
{
    if (m_poll)
        m_poll->setAbortHandler(nullptr);
}

void PollingTransport::send(const OutgoingPacket &packet)
{
    if (isFull()) {
        m_hasLost = true;
        return;
    }
    m_waiting.push_back(packet);
    m_waitingBytes += packet.bytes().size();
}

bool PollingTransport::isFull() const
{
    return m_waitingBytes > m_options.maxOutgoingBytes;
}

void PollingTransport::handlePoll(std::unique_ptr<http::Exchange> exchange)
{
    if (m_poll) {
        exchange->respond(bare(400, exchange->head()));
        m_listener.handleTransportClosed(CloseReason::TransportError);
        return;
    }
    m_poll = std::move(exchange);
    m_poll->setAbortHandler([this] {
        m_poll.reset();
        m_listener.handleTransportClosed(CloseReason::TransportError);
    });
    flush();
}

void PollingTransport::flush()
{
    if (!m_poll || m_waiting.empty())
        return;
    const auto exchange = std::exchange(m_poll, nullptr);
    respond(*exchange, takePayload());
}

void PollingTransport::releasePoll()
{
    if (m_poll && m_waiting.empty())
        send(OutgoingPacket::fromPrefixedText(char(PacketType::Noop), {}));
    flush();
}

QByteArray PollingTransport::takePayload()
{
    const auto end = m_waiting.begin() + std::min<qsizetype>(m_options.maxPacketsPerPoll, qsizetype(m_waiting.size()));
    QByteArray payload;
    for (auto packet = m_waiting.begin(); packet != end; ++packet) {
        if (packet->kind() == OutgoingPacket::Kind::Text)
            protocol::engineio::appendTextPacket(payload, packet->payload());
        else
            protocol::engineio::appendBinaryPacket(payload, packet->payload());
        m_waitingBytes -= packet->bytes().size();
    }
    m_waiting.erase(m_waiting.begin(), end);
    return payload;
}

void PollingTransport::handlePost(std::unique_ptr<http::Exchange> exchange)
{
    const auto contentType = exchange->head().field("Content-Type");
    if (contentType && contentType->startsWith("application/octet-stream")) {
        exchange->respond(bare(400, exchange->head()));
        m_listener.handleTransportClosed(CloseReason::TransportError);
        return;
    }
    auto packets = protocol::engineio::decodePayload(exchange->body(), {m_options.maxPacketsPerPayload});
    if (!packets) {
        exchange->respond(bare(400, exchange->head()));
        m_listener.handleTransportClosed(CloseReason::ParseError);
        return;
    }
    // The session may end, and this transport with it, at any of these packets; the listener then ignores the rest.
    TransportListener &listener = m_listener;
    const CorsPolicy &cors = m_cors;
    m_currentPost = &exchange->head();
    for (const auto &packet : *packets) {
        if (packet.isBinary)
            listener.handleBinaryMessage(packet.data);
        else
            listener.handlePacket(packet.type, packet.data);
    }
    m_currentPost = nullptr;
    http::Response done(200, "text/html", "ok");
    done.addField("Cache-Control", "no-store");
    cors.addFields(done, exchange->head());
    exchange->respond(done);
}

std::vector<OutgoingPacket> PollingTransport::takePackets()
{
    m_waitingBytes = 0;
    return std::exchange(m_waiting, {});
}

void PollingTransport::close()
{
    if (m_poll)
        sendLast(PacketType::Close);
    flush();
}

void PollingTransport::sendLast(PacketType type)
{
    m_waiting.push_back(OutgoingPacket::fromPrefixedText(char(type), {}));
    m_waitingBytes += m_waiting.back().bytes().size();
}

void PollingTransport::drop()
{
    if (const auto exchange = std::exchange(m_poll, nullptr)) {
        exchange->setAbortHandler(nullptr);
        exchange->drop();
    }
}

void PollingTransport::respond(http::Exchange &exchange, QByteArray payload)
{
    exchange.setAbortHandler(nullptr);
    http::Response response(200, "text/plain; charset=UTF-8", std::move(payload));
    response.addField("Cache-Control", "no-store");
    for (const http::Field &field : std::exchange(m_extraFields, {}))
        response.addField(field.name, field.value);
    m_cors.addFields(response, exchange.head());
    exchange.respond(response);
}

http::Response PollingTransport::bare(int status, const http::RequestHead &head) const
{
    http::Response response(status);
    m_cors.addFields(response, head);
    return response;
}

} // namespace engineio
