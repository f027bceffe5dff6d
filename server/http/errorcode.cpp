#include "http/errorcode.h"

namespace http {

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadRequest:
        return 400;
    case ErrorCode::TargetTooLong:
        return 414;
    case ErrorCode::HeadTooLarge:
        return 431;
    case ErrorCode::BodyTooLarge:
        return 413;
    case ErrorCode::TooSlow:
        return 408;
    case ErrorCode::VersionNotSupported:
        return 505;
    }
    return 400;
}

} // namespace http
