#pragma once

#include "protocol/engineio/errorcode.h"
#include "protocol/engineio/packet.h"

#include <QByteArrayView>

#include <vector>

namespace protocol::engineio {

/// What a receiver accepts in the body of one polling request. The size of the body is bounded where it is read.
struct PayloadLimits
{
    qsizetype maxPackets = 1024;
};

/// Splits the body of a polling request into its packets, in order.
///
/// Packets are separated by the byte 0x1e; an entry that starts with `b` is a binary message in base64 (padded, and
/// without stray bits behind the last byte). Nothing is returned of a body that is wrong anywhere.
/// Errors: any ErrorCode.
[[nodiscard]] Result<std::vector<Packet>> decodePayload(QByteArrayView body, const PayloadLimits &limits = {});

/// Adds a text packet, its type character included, to a payload under construction.
void appendTextPacket(QByteArray &payload, QByteArrayView packet);

/// Adds a binary message to a payload under construction: `b` and the bytes in base64.
void appendBinaryPacket(QByteArray &payload, QByteArrayView bytes);

/// The size in bytes that a payload of `payloadSize` bytes has once a text packet of `packetSize` bytes (type character
/// included) is appended. Lets the sender stop before the receiver's maxPayload.
[[nodiscard]] constexpr qsizetype encodedSizeWithTextPacket(qsizetype payloadSize, qsizetype packetSize) noexcept
{
    return payloadSize + (payloadSize > 0 ? 1 : 0) + packetSize;
}

/// The same for a binary message of `byteCount` bytes.
[[nodiscard]] constexpr qsizetype encodedSizeWithBinaryPacket(qsizetype payloadSize, qsizetype byteCount) noexcept
{
    return encodedSizeWithTextPacket(payloadSize, 1 + (byteCount + 2) / 3 * 4);
}

} // namespace protocol::engineio
