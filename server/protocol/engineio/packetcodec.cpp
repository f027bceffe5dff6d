#include "protocol/engineio/packetcodec.h"

namespace protocol::engineio {

std::optional<PacketType> packetTypeOf(QByteArrayView text)
{
    if (text.isEmpty() || text.front() < char(PacketType::Open) || text.front() > char(PacketType::Noop))
        return std::nullopt;
    return PacketType(text.front());
}

Result<Packet> decodePacket(QByteArrayView text)
{
    if (text.isEmpty())
        return failure(ErrorCode::EmptyPacket);

    const auto type = packetTypeOf(text);
    if (!type)
        return failure(ErrorCode::UnknownType);

    return Packet{*type, false, text.sliced(1).toByteArray()};
}

QByteArray encodePacket(const Packet &packet)
{
    Q_ASSERT(!packet.isBinary);

    QByteArray text;
    text.reserve(1 + packet.data.size());
    text.append(char(packet.type));
    text.append(packet.data);
    return text;
}

} // namespace protocol::engineio
