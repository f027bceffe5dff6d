#include "protocol/socketio/encoder.h"

#include "protocol/socketio/jsonnumber.h"
#include "protocol/socketio/jsonwriter.h"

#include <QCborArray>

namespace protocol::socketio {

namespace {

constexpr qsizetype TypicalTextSize = 128; // spares short messages from growing step by step

constexpr char typeDigit(PacketType type) noexcept
{
    return char('0' + quint8(type));
}

void appendHeader(QByteArray &text, PacketType type, const QString &nsp, std::optional<quint64> id)
{
    text.append(typeDigit(type));
    if (nsp.size() != 1) {
        text.append(nsp.toUtf8());
        text.append(',');
    }
    if (id)
        appendJsonInteger(text, qint64(*id));
}

/// Makes a binary packet of an encoded Event or Ack: another type and the number of attachments behind it.
void markAsBinary(EncodedPacket &packet, PacketType binaryType)
{
    packet.text[0] = typeDigit(binaryType);
    packet.text.insert(1, QByteArray::number(packet.attachments.size()) + '-');
}

void appendPayload(EncodedPacket &packet, PacketType type, const QCborValue &data)
{
    if (data.isUndefined())
        return;
    if (type != PacketType::Event && type != PacketType::Ack) {
        appendJson(packet.text, data);
        return;
    }
    appendJson(packet.text, data, packet.attachments);
    if (!packet.attachments.isEmpty())
        markAsBinary(packet, type == PacketType::Event ? PacketType::BinaryEvent : PacketType::BinaryAck);
}

EncodedPacket encode(PacketType type, const QString &nsp, std::optional<quint64> id, const QCborValue &data)
{
    EncodedPacket packet;
    packet.text.reserve(TypicalTextSize);
    appendHeader(packet.text, type, nsp, id);
    appendPayload(packet, type, data);
    return packet;
}

} // namespace

EncodedPacket encode(const Packet &packet)
{
    return encode(withoutBinary(packet.type), packet.nsp, packet.id, packet.data);
}

EncodedPacket encodeEvent(const QString &nsp, const QCborArray &nameAndArgs, std::optional<quint64> id)
{
    return encode(PacketType::Event, nsp, id, nameAndArgs);
}

EncodedPacket encodeJson(PacketType type, const QString &nsp, std::optional<quint64> id, QByteArrayView json)
{
    constexpr qsizetype longestId = 20;
    EncodedPacket packet;
    packet.text.reserve(json.size() + nsp.size() + longestId + 2);
    appendHeader(packet.text, type, nsp, id);
    packet.text.append(json);
    return packet;
}

void appendArgument(QByteArray &text, QByteArrayView json)
{
    Q_ASSERT(text.endsWith(']'));

    const bool isFirst = text.endsWith("[]");
    text.reserve(text.size() + 1 + json.size());
    text.chop(1);
    if (!isFirst)
        text.append(',');
    text.append(json);
    text.append(']');
}

} // namespace protocol::socketio
