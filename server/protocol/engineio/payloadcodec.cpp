#include "protocol/engineio/payloadcodec.h"

#include "protocol/engineio/base64.h"
#include "protocol/engineio/packetcodec.h"
#include "protocol/utf8.h"

#include <algorithm>

namespace protocol::engineio {

namespace {

constexpr char Separator = '\x1e';
constexpr char BinaryMark = 'b';

Result<Packet> decodeEntry(QByteArrayView entry)
{
    if (entry.isEmpty() || entry.front() != BinaryMark)
        return decodePacket(entry);

    auto bytes = decodeBase64(entry.sliced(1));
    if (!bytes)
        return failure(ErrorCode::BadBase64);
    return Packet{PacketType::Message, true, std::move(*bytes)};
}

void appendSeparator(QByteArray &payload)
{
    if (!payload.isEmpty())
        payload.append(Separator);
}

} // namespace

Result<std::vector<Packet>> decodePayload(QByteArrayView body, const PayloadLimits &limits)
{
    if (body.isEmpty())
        return failure(ErrorCode::EmptyPayload);
    if (!isValidUtf8(body))
        return failure(ErrorCode::InvalidUtf8);

    const auto packetCount = std::count(body.begin(), body.end(), Separator) + 1;
    if (packetCount > limits.maxPackets)
        return failure(ErrorCode::TooManyPackets);

    std::vector<Packet> packets;
    packets.reserve(std::size_t(packetCount));
    const char *entry = body.begin();
    for (;;) {
        const char *entryEnd = std::find(entry, body.end(), Separator);
        auto packet = decodeEntry(QByteArrayView(entry, entryEnd));
        if (!packet)
            return failure(packet.error());
        packets.push_back(std::move(*packet));
        if (entryEnd == body.end())
            return packets;
        entry = entryEnd + 1;
    }
}

void appendTextPacket(QByteArray &payload, QByteArrayView packet)
{
    appendSeparator(payload);
    payload.append(packet);
}

void appendBinaryPacket(QByteArray &payload, QByteArrayView bytes)
{
    appendSeparator(payload);
    payload.append(BinaryMark);
    payload.append(QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64());
}

} // namespace protocol::engineio
