#include "connection/sendbuffer.h"

#include <algorithm>
#include <numeric>

namespace connection {

using protocol::socketio::EncodedPacket;

qint64 byteCount(const EncodedPacket &packet)
{
    return std::accumulate(packet.attachments.begin(), packet.attachments.end(), qint64(packet.text.size()),
                           [](qint64 sum, const QByteArray &bytes) { return sum + bytes.size(); });
}

qint64 largestMessageBytes(const EncodedPacket &packet)
{
    qint64 largest = packet.text.size() + 1; // Engine.IO's type character
    for (const QByteArray &attachment : packet.attachments)
        largest = std::max<qint64>(largest, attachment.size());
    return largest;
}

bool SendBuffer::contains(quint64 ackId) const
{
    return std::any_of(m_events.begin(), m_events.end(),
                       [ackId](const WaitingEvent &event) { return event.ackId == ackId; });
}

bool SendBuffer::tryAdd(WaitingEvent event)
{
    const qint64 bytes = byteCount(event.packet);
    if (count() >= m_limits.maxEvents || bytes > m_limits.maxBytes - m_bytes)
        return false;
    m_bytes += bytes;
    m_events.push_back(std::move(event));
    return true;
}

WaitingEvent SendBuffer::take()
{
    Q_ASSERT(!isEmpty());
    WaitingEvent event = std::move(m_events.front());
    m_events.pop_front();
    m_bytes -= byteCount(event.packet);
    return event;
}

template <typename Predicate>
void SendBuffer::removeIf(Predicate predicate)
{
    std::erase_if(m_events, [&](const WaitingEvent &event) {
        if (!predicate(event))
            return false;
        m_bytes -= byteCount(event.packet);
        return true;
    });
}

void SendBuffer::remove(quint64 ackId)
{
    removeIf([ackId](const WaitingEvent &event) { return event.ackId == ackId; });
}

void SendBuffer::removeUnbuffered()
{
    removeIf([](const WaitingEvent &event) { return event.whenOffline != WhenOffline::Buffer; });
}

} // namespace connection
