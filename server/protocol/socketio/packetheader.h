#pragma once

#include "protocol/socketio/decoder.h"

#include <QByteArrayView>

#include <optional>

namespace protocol::socketio {

/// What stands before the payload of a packet: `<type>[<attachments>-][<nsp>,][<id>]`, and where the payload starts.
struct PacketHeader
{
    PacketType type = PacketType::Event;
    int attachmentCount = 0;
    QByteArrayView nsp = "/";
    std::optional<quint64> id;
    QByteArrayView payload; ///< the rest of the text, unread

    [[nodiscard]] bool isBinary() const noexcept
    {
        return type == PacketType::BinaryEvent || type == PacketType::BinaryAck;
    }
};

/// Reads the header of a packet. The views point into `text`.
/// Errors: EmptyPacket, UnknownType, BadAttachmentCount, TooManyAttachments, NamespaceTooLong, BadId.
[[nodiscard]] Result<PacketHeader> readHeader(QByteArrayView text, const DecoderLimits &limits);

} // namespace protocol::socketio
