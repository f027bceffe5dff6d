#include "protocol/socketio/packetheader.h"

namespace protocol::socketio {

namespace {

constexpr quint64 MaxId = (quint64(1) << 53) - 1;

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// Consumes the digits in front of `text`. Numbers above `maximum` give maximum + 1, whatever their length.
quint64 takeNumber(QByteArrayView &text, quint64 maximum) noexcept
{
    quint64 number = 0;
    qsizetype length = 0;
    for (; length < text.size() && isDigit(text[length]); ++length) {
        if (number <= maximum)
            number = number * 10 + quint64(text[length] - '0');
    }
    text = text.sliced(length);
    return number <= maximum ? number : maximum + 1;
}

std::optional<ErrorCode> takeAttachmentCount(QByteArrayView &text, int maximum, PacketHeader &header) noexcept
{
    if (text.isEmpty() || !isDigit(text.front()))
        return ErrorCode::BadAttachmentCount;

    const quint64 count = takeNumber(text, quint64(maximum));
    if (text.isEmpty() || text.front() != '-')
        return ErrorCode::BadAttachmentCount;
    text = text.sliced(1);

    if (count > quint64(maximum))
        return ErrorCode::TooManyAttachments;
    header.attachmentCount = int(count);
    return std::nullopt;
}

/// The namespace ends at the first comma, or with the text.
std::optional<ErrorCode> takeNamespace(QByteArrayView &text, qsizetype maximum, PacketHeader &header) noexcept
{
    if (text.isEmpty() || text.front() != '/')
        return std::nullopt;

    const qsizetype comma = text.indexOf(',');
    header.nsp = comma < 0 ? text : text.first(comma);
    text = comma < 0 ? QByteArrayView() : text.sliced(comma + 1);
    if (header.nsp.size() > maximum)
        return ErrorCode::NamespaceTooLong;
    return std::nullopt;
}

std::optional<ErrorCode> takeId(QByteArrayView &text, PacketHeader &header) noexcept
{
    if (text.isEmpty())
        return std::nullopt;
    if (text.front() == '-' || text.front() == '+')
        return ErrorCode::BadId;
    if (!isDigit(text.front()))
        return std::nullopt;

    const quint64 id = takeNumber(text, MaxId);
    if (id > MaxId)
        return ErrorCode::BadId;
    header.id = id;
    return std::nullopt;
}

} // namespace

Result<PacketHeader> readHeader(QByteArrayView text, const DecoderLimits &limits)
{
    if (text.isEmpty())
        return failure(ErrorCode::EmptyPacket);
    if (text.front() < '0' || text.front() > '6')
        return failure(ErrorCode::UnknownType);

    PacketHeader header;
    header.type = PacketType(text.front() - '0');
    text = text.sliced(1);

    if (header.isBinary()) {
        if (const auto error = takeAttachmentCount(text, limits.maxAttachments, header))
            return failure(*error);
    }
    if (const auto error = takeNamespace(text, limits.maxNamespaceBytes, header))
        return failure(*error);
    if (const auto error = takeId(text, header))
        return failure(*error);

    header.payload = text;
    return header;
}

} // namespace protocol::socketio
