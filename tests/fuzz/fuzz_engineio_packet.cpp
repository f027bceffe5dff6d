#include "require.h"

#include "protocol/engineio/packetcodec.h"

#include <cstddef>
#include <cstdint>

using namespace protocol::engineio;

/// Input: the text of one packet. Whatever decodes must encode to the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    const auto packet = decodePacket(text);
    if (packet) {
        fuzz::require(!packet->isBinary, "text gives no binary packet");
        fuzz::require(encodePacket(*packet) == text, "a packet encodes to the text it was decoded from");
    } else {
        fuzz::require(text.isEmpty() || text.front() < '0' || text.front() > '6', "only a bad type is refused");
    }
    return 0;
}
