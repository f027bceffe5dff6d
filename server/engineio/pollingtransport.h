#pragma once

#include "engineio/transport.h"

#include "http/exchange.h"

#include "protocol/engineio/payloadcodec.h"

#include <memory>
#include <vector>

namespace engineio {

class CorsPolicy;
struct Options;

/// HTTP long-polling: a GET waits until there is something to fetch, a POST brings packets. What is sent between two
/// GETs waits here.
/// Thread: the session's network worker.
class PollingTransport final : public Transport
{
public:
    /// @p options and @p cors outlive the transport.
    PollingTransport(const Options &options, const CorsPolicy &cors, TransportListener &listener);
    ~PollingTransport() override;

    [[nodiscard]] TransportKind kind() const override { return TransportKind::Polling; }
    [[nodiscard]] bool isWritable() const override { return m_poll != nullptr && m_waiting.empty(); }
    void send(const OutgoingPacket &packet) override;
    void close() override;
    void drop() override;

    /// A GET: takes what waits, or waits. A second one while the first still waits breaks the rules.
    void handlePoll(std::unique_ptr<http::Exchange> exchange);
    /// A POST: hands its packets to the listener and answers.
    void handlePost(std::unique_ptr<http::Exchange> exchange);

    /// Answers the waiting GET with what has been sent since, if there is both.
    void flush();
    /// Answers the waiting GET, if there is one, even with nothing to say.
    void releasePoll();
    [[nodiscard]] bool isPollWaiting() const { return m_poll != nullptr; }
    /// More is waiting than may be.
    [[nodiscard]] bool isFull() const;
    /// A packet found it full and was not kept: the session is to be closed.
    [[nodiscard]] bool hasLost() const { return m_hasLost; }
    /// The last packet there will be, kept however full it is.
    void sendLast(protocol::engineio::PacketType type);
    [[nodiscard]] bool hasPackets() const { return !m_waiting.empty(); }
    /// Gives out the packets that no GET has fetched, for another transport to carry.
    [[nodiscard]] std::vector<OutgoingPacket> takePackets();

    /// The request whose packets are being handled, or null.
    [[nodiscard]] const http::RequestHead *currentPost() const { return m_currentPost; }
    /// Header fields to add to the next answer to a GET.
    void setFieldsForNextAnswer(std::vector<http::Field> fields) { m_extraFields = std::move(fields); }

private:
    /// The next packets that one answer may carry.
    [[nodiscard]] QByteArray takePayload();
    void respond(http::Exchange &exchange, QByteArray payload);
    [[nodiscard]] http::Response bare(int status, const http::RequestHead &head) const;

    const Options &m_options;
    const CorsPolicy &m_cors;
    TransportListener &m_listener;
    std::unique_ptr<http::Exchange> m_poll;
    std::vector<OutgoingPacket> m_waiting;
    qint64 m_waitingBytes = 0;
    std::vector<http::Field> m_extraFields;
    const http::RequestHead *m_currentPost = nullptr;
    bool m_hasLost = false;
};

} // namespace engineio
