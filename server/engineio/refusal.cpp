#include "engineio/refusal.h"

namespace engineio {

namespace {

const char *messageOf(Refusal refusal)
{
    switch (refusal) {
    case Refusal::UnknownTransport:
        return "Transport unknown";
    case Refusal::UnknownSession:
        return "Session ID unknown";
    case Refusal::BadHandshakeMethod:
        return "Bad handshake method";
    case Refusal::BadRequest:
        return "Bad request";
    case Refusal::Forbidden:
        return "Forbidden";
    case Refusal::UnsupportedVersion:
        return "Unsupported protocol version";
    }
    return "";
}

} // namespace

http::Response responseTo(Refusal refusal)
{
    const QByteArray body
        = R"({"code":)" + QByteArray::number(int(refusal)) + R"(,"message":")" + messageOf(refusal) + R"("})";
    return http::Response(refusal == Refusal::Forbidden ? 403 : 400, "application/json", body);
}

} // namespace engineio
