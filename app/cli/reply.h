#pragma once

#include "connection/emitresult.h"

#include "protocol/result.h"

#include <QCborMap>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace cli {

/// The server's no to a request.
struct ServerError
{
    QString code;
    QString message;
    std::optional<std::chrono::milliseconds> retryAfter;
};

/// What the server acknowledges a request with: its fields, or an error.
using Reply = protocol::Expected<QCborMap, ServerError>;
using ReplyHandler = std::function<void(const Reply &)>;

/// Reads an acknowledgement. One that makes no sense gives the code `bad_reply`.
[[nodiscard]] Reply readReply(const QCborArray &args);
/// Reads `{code, message, retryAfterMs?}`.
[[nodiscard]] ServerError readError(const QCborMap &map);

} // namespace cli
