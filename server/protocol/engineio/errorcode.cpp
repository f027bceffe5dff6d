#include "protocol/engineio/errorcode.h"

namespace protocol::engineio {

const char *describe(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::EmptyPayload:
        return "empty payload";
    case ErrorCode::EmptyPacket:
        return "empty packet";
    case ErrorCode::UnknownType:
        return "unknown packet type";
    case ErrorCode::TooManyPackets:
        return "too many packets in one payload";
    case ErrorCode::BadBase64:
        return "bad base64";
    case ErrorCode::InvalidUtf8:
        return "invalid UTF-8";
    }
    return "unknown error";
}

} // namespace protocol::engineio
