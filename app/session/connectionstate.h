#pragma once

#include "session/requesterror.h"

#include <QString>

#include <chrono>
#include <optional>

namespace session {

/// How a client stands with its server.
enum class ConnectionState {
    Offline, ///< and it does nothing about it: not opened yet, closed, or sent away
    Connecting, ///< an attempt is under way, or the server has not said its welcome yet
    Online, ///< the server has welcomed us
    Waiting, ///< for the next attempt: ChatClient::nextAttemptAt()
    Refused, ///< the server does not let us in, or put us out: ChatClient::refusal() says why
};

/// The server is about to shut down.
/// Thread: any (a value type).
struct Closing
{
    QString reason; ///< in the server's words; may be empty
    std::chrono::milliseconds retryAfter{0}; ///< when we come back by ourselves
    QString movedTo; ///< the address to come back at, if it is another one; empty: the same
};

} // namespace session
