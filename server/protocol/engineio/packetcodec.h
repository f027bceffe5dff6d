#pragma once

#include "protocol/engineio/errorcode.h"
#include "protocol/engineio/packet.h"

#include <QByteArrayView>

#include <optional>

namespace protocol::engineio {

/// The type of a packet from its text; nothing when it is empty or of no known type. For callers that look at the data
/// in place.
[[nodiscard]] std::optional<PacketType> packetTypeOf(QByteArrayView text);

/// Reads one packet from the text of a WebSocket text frame, or from an entry of a polling payload that is not binary.
///
/// `text` is taken to be valid UTF-8: the transport has checked it. What the packet's data means (`probe` after a
/// ping, the handshake after an open) is left to the session.
/// Errors: EmptyPacket, UnknownType.
[[nodiscard]] Result<Packet> decodePacket(QByteArrayView text);

/// The text of a WebSocket text frame, or of a payload entry, for a packet that is not binary. (A binary packet is the
/// bytes themselves on WebSocket, and appendBinaryPacket() in a payload.)
[[nodiscard]] QByteArray encodePacket(const Packet &packet);

} // namespace protocol::engineio
