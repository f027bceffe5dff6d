#include "protocol/socketio/decoder.h"

#include "protocol/socketio/attachments.h"
#include "protocol/socketio/jsonreader.h"
#include "protocol/socketio/packetheader.h"
#include "protocol/socketio/reservedevents.h"

#include <QCborArray>
#include <QList>

#include <utility>

namespace protocol::socketio {

/// A binary packet that is not complete. Its text is known to be right. The text is kept instead of what it decodes to,
/// which may take many times the memory, for as long as the peer likes.
struct Decoder::PendingPacket
{
    QByteArray text;
    int attachmentCount = 0;
    qsizetype attachmentBytes = 0;
    QList<QByteArray> attachments;
};

namespace {

std::optional<ErrorCode> checkEvent(const QCborValue &data)
{
    if (!data.isArray())
        return ErrorCode::BadPayload;
    const QCborValue name = data.toArray().at(0);
    if (name.isInteger() || name.isDouble())
        return std::nullopt;
    if (!name.isString())
        return ErrorCode::BadPayload;
    return isReservedEvent(name.toString()) ? std::optional(ErrorCode::ReservedEvent) : std::nullopt;
}

std::optional<ErrorCode> checkAck(const PacketHeader &header, const QCborValue &data)
{
    if (!header.id)
        return ErrorCode::BadId;
    return data.isArray() ? std::nullopt : std::optional(ErrorCode::BadPayload);
}

/// Packets about a connection carry an object or nothing, and no id.
std::optional<ErrorCode> checkConnection(const PacketHeader &header, const QCborValue &data)
{
    if (header.id)
        return ErrorCode::BadId;
    const bool mayBeMap = header.type != PacketType::Disconnect;
    const bool mayBeAbsent = header.type != PacketType::ConnectError;
    const bool isAllowed = (data.isMap() && mayBeMap) || (data.isUndefined() && mayBeAbsent);
    return isAllowed ? std::nullopt : std::optional(ErrorCode::BadPayload);
}

std::optional<ErrorCode> check(const PacketHeader &header, const QCborValue &data)
{
    switch (header.type) {
    case PacketType::Event:
    case PacketType::BinaryEvent:
        return checkEvent(data);
    case PacketType::Ack:
    case PacketType::BinaryAck:
        return checkAck(header, data);
    case PacketType::Connect:
    case PacketType::Disconnect:
    case PacketType::ConnectError:
        return checkConnection(header, data);
    }
    Q_UNREACHABLE();
}

QString toNamespace(QByteArrayView nsp)
{
    return nsp.size() == 1 ? QStringLiteral("/") : QString::fromUtf8(nsp);
}

/// Reads the text of a packet, whose placeholders are left in place.
Result<Packet> decodeText(const PacketHeader &header, const DecoderLimits &limits)
{
    if (header.type == PacketType::ConnectError && limits.role == Role::Server)
        return failure(ErrorCode::UnexpectedType);

    QCborValue data(QCborValue::Undefined);
    if (!header.payload.isEmpty()) {
        auto json = readJson(header.payload, limits.maxJsonDepth);
        if (!json)
            return failure(json.error());
        data = std::move(*json);
    }
    if (const auto error = check(header, data))
        return failure(*error);
    if (header.isBinary() && !hasMatchingPlaceholders(data, header.attachmentCount))
        return failure(ErrorCode::BadPlaceholder);
    return Packet{withoutBinary(header.type), toNamespace(header.nsp), header.id, std::move(data)};
}

} // namespace

Decoder::Decoder(DecoderLimits limits) : m_limits(limits) {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder &&) noexcept = default;
Decoder &Decoder::operator=(Decoder &&) noexcept = default;

Result<std::optional<Packet>> Decoder::addText(QByteArrayView text)
{
    if (m_pending) {
        reset();
        return failure(ErrorCode::UnexpectedText);
    }

    const auto header = readHeader(text, m_limits);
    if (!header)
        return failure(header.error());
    auto packet = decodeText(*header, m_limits);
    if (!packet)
        return failure(packet.error());
    if (header->attachmentCount == 0)
        return std::optional<Packet>(std::move(*packet));

    m_pending = std::make_unique<PendingPacket>();
    m_pending->text = text.toByteArray();
    m_pending->attachmentCount = header->attachmentCount;
    return std::optional<Packet>();
}

Result<std::optional<Packet>> Decoder::addBinary(const QByteArray &bytes)
{
    if (!m_pending)
        return failure(ErrorCode::UnexpectedBinary);

    m_pending->attachmentBytes += bytes.size();
    if (m_pending->attachmentBytes > m_limits.maxAttachmentBytes) {
        reset();
        return failure(ErrorCode::AttachmentsTooLarge);
    }
    m_pending->attachments.append(bytes);
    if (m_pending->attachments.size() < m_pending->attachmentCount)
        return std::optional<Packet>();
    return std::optional<Packet>(takeCompletePacket());
}

Packet Decoder::takeCompletePacket()
{
    const auto complete = std::exchange(m_pending, nullptr);
    const auto header = readHeader(complete->text, m_limits);
    auto packet = decodeText(*header, m_limits); // succeeds: the same text has passed before
    Q_ASSERT(packet.hasValue());
    restoreAttachments(packet->data, complete->attachments);
    return std::move(*packet);
}

void Decoder::reset() noexcept
{
    m_pending.reset();
}

} // namespace protocol::socketio
