#pragma once

#include "engineio/transport.h"

#include "protocol/socketio/encoder.h"

#include <QByteArrayView>
#include <QCborArray>
#include <QString>

#include <optional>
#include <vector>

namespace engineio {
class Session;
}

namespace socketio {

/// A Socket.IO packet as the frames that carry it, encoded once and shared by all receivers and threads.
/// Thread: any (a value type).
class EncodedMessage final
{
public:
    EncodedMessage() = default;
    explicit EncodedMessage(const protocol::socketio::EncodedPacket &packet);
    [[nodiscard]] static EncodedMessage fromPacket(const protocol::socketio::Packet &packet);

    void sendTo(engineio::Session &session) const;
    [[nodiscard]] qsizetype bytes() const;

private:
    engineio::OutgoingPacket m_text;
    std::vector<engineio::OutgoingPacket> m_attachments;
};

} // namespace socketio
