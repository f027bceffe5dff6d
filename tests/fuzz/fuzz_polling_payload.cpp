#include "require.h"

#include "protocol/engineio/packetcodec.h"
#include "protocol/engineio/payloadcodec.h"
#include "protocol/utf8.h"

#include <cstddef>
#include <cstdint>

using namespace protocol::engineio;

namespace {

QByteArray encodeAgain(const std::vector<Packet> &packets)
{
    QByteArray payload;
    for (const Packet &packet : packets) {
        const qsizetype size = payload.size();
        if (packet.isBinary) {
            appendBinaryPacket(payload, packet.data);
            fuzz::require(payload.size() == encodedSizeWithBinaryPacket(size, packet.data.size()), "predicted size");
        } else {
            appendTextPacket(payload, encodePacket(packet));
            fuzz::require(payload.size() == encodedSizeWithTextPacket(size, 1 + packet.data.size()), "predicted size");
        }
    }
    return payload;
}

} // namespace

/// Input: the body of a polling request. Whatever decodes must encode to the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr qsizetype MaxPackets = 64;
    const QByteArrayView body(data, qsizetype(size));
    fuzz::require(protocol::isValidUtf8(body) == body.isValidUtf8(), "the UTF-8 check agrees with Qt's");

    const auto packets = decodePayload(body, {.maxPackets = MaxPackets});
    if (packets) {
        fuzz::require(!packets->empty() && qsizetype(packets->size()) <= MaxPackets, "1 to maxPackets packets");
        fuzz::require(protocol::isValidUtf8(body), "only UTF-8 is accepted");
        fuzz::require(encodeAgain(*packets) == body, "a payload encodes to the bytes it was decoded from");
    }
    return 0;
}
