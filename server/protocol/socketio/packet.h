#pragma once

#include <QCborValue>
#include <QString>

#include <optional>

namespace protocol::socketio {

/// The packet types of Socket.IO v5, numbered as on the wire.
enum class PacketType : quint8 {
    Connect = 0,
    Disconnect,
    Event,
    Ack,
    ConnectError,
    BinaryEvent,
    BinaryAck,
};

/// The type without its binary variant.
[[nodiscard]] constexpr PacketType withoutBinary(PacketType type) noexcept
{
    if (type == PacketType::BinaryEvent)
        return PacketType::Event;
    return type == PacketType::BinaryAck ? PacketType::Ack : type;
}

/// One Socket.IO packet with its attachments in place.
///
/// The decoder yields Event and Ack only, never BinaryEvent and BinaryAck: binary data sits in `data` as CBOR byte
/// arrays, and the encoder picks the type on the wire by looking for them.
/// Thread: any (a value type).
struct Packet
{
    PacketType type = PacketType::Event;
    QString nsp = QStringLiteral("/");
    std::optional<quint64> id; ///< asks for an acknowledgement (Event) or answers one (Ack); at most 2^53-1
    QCborValue data; ///< Connect: map or undefined; Event: array [name, args...]; Ack: array; ConnectError: map

    friend bool operator==(const Packet &, const Packet &) = default;
};

} // namespace protocol::socketio
