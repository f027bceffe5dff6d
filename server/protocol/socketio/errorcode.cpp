#include "protocol/socketio/errorcode.h"

namespace protocol::socketio {

const char *describe(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::EmptyPacket:
        return "empty packet";
    case ErrorCode::UnknownType:
        return "unknown packet type";
    case ErrorCode::UnexpectedType:
        return "packet type not allowed from this side";
    case ErrorCode::BadAttachmentCount:
        return "bad attachment count";
    case ErrorCode::TooManyAttachments:
        return "too many attachments";
    case ErrorCode::AttachmentsTooLarge:
        return "attachments too large";
    case ErrorCode::NamespaceTooLong:
        return "namespace too long";
    case ErrorCode::BadId:
        return "bad packet id";
    case ErrorCode::BadJson:
        return "bad JSON";
    case ErrorCode::JsonTooDeep:
        return "JSON nested too deeply";
    case ErrorCode::BadPayload:
        return "payload does not fit the packet type";
    case ErrorCode::ReservedEvent:
        return "reserved event name";
    case ErrorCode::BadPlaceholder:
        return "placeholders do not match the attachments";
    case ErrorCode::UnexpectedText:
        return "text while attachments are awaited";
    case ErrorCode::UnexpectedBinary:
        return "binary message that no packet announced";
    }
    return "unknown error";
}

} // namespace protocol::socketio
