#pragma once

#include "connection/emitresult.h"
#include "connection/socketoptions.h"

#include "protocol/socketio/encoder.h"

#include <deque>
#include <optional>
#include <vector>

namespace connection {

/// An event that waits to be sent, encoded.
struct WaitingEvent
{
    protocol::socketio::EncodedPacket packet;
    std::optional<quint64> ackId;
    WhenOffline whenOffline = WhenOffline::Buffer;
};

/// What a packet takes on the wire.
[[nodiscard]] qint64 byteCount(const protocol::socketio::EncodedPacket &packet);
/// What the largest of its messages takes.
[[nodiscard]] qint64 largestMessageBytes(const protocol::socketio::EncodedPacket &packet);

/// Events that wait for the connection, first in, first out, within limits.
/// Thread: that of its owner.
class SendBuffer final
{
public:
    explicit SendBuffer(const BufferLimits &limits) : m_limits(limits) {}

    [[nodiscard]] const BufferLimits &limits() const { return m_limits; }
    [[nodiscard]] bool isEmpty() const { return m_events.empty(); }
    [[nodiscard]] int count() const { return int(m_events.size()); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    /// Whether an event waits that asks for this acknowledgement.
    [[nodiscard]] bool contains(quint64 ackId) const;

    /// False when it is full.
    [[nodiscard]] bool tryAdd(WaitingEvent event);
    /// The oldest. There must be one.
    [[nodiscard]] WaitingEvent take();
    void remove(quint64 ackId);
    /// Forgets those that were waiting for the network only: whose policy is not to wait for a connection.
    void removeUnbuffered();

private:
    template <typename Predicate>
    void removeIf(Predicate predicate);

    BufferLimits m_limits;
    std::deque<WaitingEvent> m_events;
    qint64 m_bytes = 0;
};

} // namespace connection
