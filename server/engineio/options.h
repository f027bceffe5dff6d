#pragma once

#include "engineio/corspolicy.h"

#include "http/request.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <vector>

namespace engineio {

/// How the engine behaves. The defaults are those of Socket.IO 4.8, except that pages of foreign origins are refused
/// unless they are allowed.
struct Options
{
    QByteArray path = "/engine.io/"; ///< begins and ends with a slash
    std::chrono::milliseconds pingInterval = std::chrono::seconds(25);
    /// How long a client may be silent after a ping. Any packet from it counts, not only the pong.
    std::chrono::milliseconds pingTimeout = std::chrono::seconds(20);
    std::chrono::milliseconds upgradeTimeout = std::chrono::seconds(10); ///< for a WebSocket that probes
    qint64 maxPayloadBytes = 1'000'000; ///< of one message, or of one polling request
    qsizetype maxPacketsPerPayload = 1024; ///< in one polling request
    qint64 maxOutgoingBytes = 1024 * 1024; ///< waiting for one slow client before its session is closed
    bool allowsPolling = true;
    bool allowsWebSocket = true;
    bool allowsUpgrades = true;
    CorsOptions cors;
    /// How many packets one answer to a GET carries at most; the rest waits for the next. Some clients refuse more.
    int maxPacketsPerPoll = 16;
    /// Decides over each request that would open a session: it calls its second argument once, now or later, in the
    /// same worker; false answers 403. Called in any worker.
    std::function<void(const http::RequestHead &, const std::function<void(bool isAllowed)> &)> allowRequest;
    /// Header fields for the answer that opens a polling session. Called in any worker.
    std::function<std::vector<http::Field>(const http::RequestHead &)> initialFields;
};

} // namespace engineio
