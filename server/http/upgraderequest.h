#pragma once

#include "http/errorcode.h"
#include "http/request.h"

namespace http {

/// Whether the request asks to switch to the WebSocket protocol.
[[nodiscard]] bool asksForWebSocket(const RequestHead &head);

/// Checks a request to switch to the WebSocket protocol as RFC 6455, section 4.2.1, demands: method GET, HTTP/1.1, both
/// tokens, version 13, and a key that is the base64 form of 16 bytes. Returns the key.
[[nodiscard]] Result<QByteArray> webSocketKeyOf(const RequestHead &head);

} // namespace http
