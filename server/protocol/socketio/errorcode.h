#pragma once

#include "protocol/result.h"

namespace protocol::socketio {

/// Why a Socket.IO packet was refused. The peer broke the protocol: its connection is to be closed.
enum class ErrorCode {
    EmptyPacket, ///< no packet type
    UnknownType, ///< the first character is none of `0` to `6`
    UnexpectedType, ///< a packet that the other side must not send: CONNECT_ERROR from a client
    BadAttachmentCount, ///< a binary packet without `<digits>-`
    TooManyAttachments, ///< more attachments than DecoderLimits::maxAttachments
    AttachmentsTooLarge, ///< the attachments together exceed DecoderLimits::maxAttachmentBytes
    NamespaceTooLong, ///< longer than DecoderLimits::maxNamespaceBytes
    BadId, ///< an id above 2^53-1 or with a sign, an id where none belongs, or an acknowledgement without one
    BadJson, ///< the payload is not JSON, or something follows it
    JsonTooDeep, ///< arrays and objects nested deeper than DecoderLimits::maxJsonDepth
    BadPayload, ///< the payload does not fit the packet type
    ReservedEvent, ///< an event name that the protocol keeps for itself
    BadPlaceholder, ///< placeholders and attachments do not match one to one
    UnexpectedText, ///< a text packet while attachments are awaited
    UnexpectedBinary, ///< an attachment that no packet announced
};

template <typename T>
using Result = Expected<T, ErrorCode>;

/// A short English text for logs. The pointer is valid forever.
[[nodiscard]] const char *describe(ErrorCode code) noexcept;

} // namespace protocol::socketio
