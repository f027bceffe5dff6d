#include "http/upgraderequest.h"

namespace http {

using protocol::failure;

bool asksForWebSocket(const RequestHead &head)
{
    return head.fieldHasToken("Upgrade", "websocket");
}

Result<QByteArray> webSocketKeyOf(const RequestHead &head)
{
    const auto length = head.field("Content-Length");
    if (head.version != 11 || head.field("Transfer-Encoding") || (length && *length != QByteArrayView("0")))
        return failure(ErrorCode::BadRequest);
    if (head.method != "GET" || !head.fieldHasToken("Connection", "Upgrade"))
        return failure(ErrorCode::BadRequest);
    if (head.field("Sec-WebSocket-Version") != QByteArrayView("13"))
        return failure(ErrorCode::BadRequest);
    if (head.fieldCount("Sec-WebSocket-Key") != 1)
        return failure(ErrorCode::BadRequest);
    const QByteArray key = head.field("Sec-WebSocket-Key")->toByteArray();
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != 16 || key.size() != 24)
        return failure(ErrorCode::BadRequest);
    return key;
}

} // namespace http
