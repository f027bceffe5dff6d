#pragma once

#include <QByteArray>

namespace protocol::engineio {

/// The packet types of Engine.IO v4, with the character that stands for each of them on the wire.
enum class PacketType : char {
    Open = '0',
    Close = '1',
    Ping = '2',
    Pong = '3',
    Message = '4',
    Upgrade = '5',
    Noop = '6',
};

/// One Engine.IO packet: the unit that a transport carries.
/// Thread: any (a value type).
struct Packet
{
    PacketType type = PacketType::Message;
    bool isBinary = false; ///< true only for a Message: `data` is then raw bytes instead of UTF-8 text
    QByteArray data; ///< what follows the type character

    friend bool operator==(const Packet &, const Packet &) = default;
};

} // namespace protocol::engineio
