#include "require.h"

#include "protocol/socketio/decoder.h"
#include "protocol/socketio/encoder.h"
#include "protocol/socketio/flatjson.h"
#include "protocol/socketio/jsongrammar.h"
#include "protocol/socketio/jsonreader.h"

#include <cstddef>
#include <cstdint>

using namespace protocol::socketio;

namespace {

// Neither byte occurs in UTF-8, so every sequence of messages that a transport lets through can be written.
constexpr char MessageEnd = '\xff';
constexpr char BinaryMark = '\xfe';

using DecodedPacket = Result<std::optional<Packet>>;

void requireSameAfterEncoding(const Packet &packet)
{
    // Bytes in a namespace that are not UTF-8 are replaced by a character of three bytes.
    const DecoderLimits limits{.maxNamespaceBytes = 3 * DecoderLimits().maxNamespaceBytes, .role = Role::Client};
    const EncodedPacket encoded = encode(packet);

    Decoder decoder(limits);
    DecodedPacket again = decoder.addText(encoded.text);
    for (const QByteArray &attachment : encoded.attachments) {
        fuzz::require(again.hasValue() && !again->has_value(), "an encoded packet awaits all its attachments");
        again = decoder.addBinary(attachment);
    }
    fuzz::require(again.hasValue() && again->has_value(), "an encoded packet decodes");
    fuzz::require(**again == packet, "an encoded packet decodes to the same packet");
}

void requireAllowed(const Packet &packet, Role role)
{
    fuzz::require(packet.type <= PacketType::ConnectError, "binary types are not passed on");
    fuzz::require(role == Role::Client || packet.type != PacketType::ConnectError, "a server takes no connect error");
    fuzz::require(packet.nsp.startsWith(u'/'), "a namespace starts with a slash");
    fuzz::require(packet.id.value_or(0) < (quint64(1) << 53), "an id is exact in JavaScript");
}

DecodedPacket add(Decoder &decoder, QByteArrayView message)
{
    if (message.startsWith(BinaryMark))
        return decoder.addBinary(message.sliced(1).toByteArray());
    return decoder.addText(message);
}

void decodeMessages(QByteArrayView input, Role role)
{
    Decoder decoder({.maxAttachmentBytes = 256, .role = role});
    while (!input.isEmpty()) {
        const qsizetype end = input.indexOf(MessageEnd);
        const QByteArrayView message = end < 0 ? input : input.first(end);
        input = end < 0 ? QByteArrayView() : input.sliced(end + 1);

        const DecodedPacket packet = add(decoder, message);
        const bool isIncomplete = packet.hasValue() && !packet->has_value();
        fuzz::require(decoder.isAwaitingAttachments() == isIncomplete, "state is kept for incomplete packets only");
        if (packet.hasValue() && packet->has_value()) {
            requireAllowed(**packet, role);
            requireSameAfterEncoding(**packet);
        }
    }
}

/// A space behind it keeps a text from being read as flat.
void requireSameFromBothReaders(QByteArrayView input)
{
    const auto flat = readFlatJson(input);
    if (!flat)
        return;
    const auto full = readJson(QByteArray(input.toByteArray() + ' '), MaxJsonDepth);
    fuzz::require(full.hasValue() && *full == *flat, "flat JSON is read as all JSON is");
}

} // namespace

/// Input: messages separated by the byte FF; those that start with FE are binary. Whatever decodes must decode to the
/// same packet after it has been encoded. The input is read as flat JSON, too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    decodeMessages(input, Role::Server);
    decodeMessages(input, Role::Client);
    requireSameFromBothReaders(input);
    return 0;
}
