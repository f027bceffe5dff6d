#pragma once

#include "socketio/namespacesetup.h"

#include "engineio/options.h"
#include "http/server.h"
#include "protocol/socketio/decoder.h"

#include <chrono>

namespace socketio {

/// Connection state recovery: a client that lost its connection for a short time gets its id, rooms and data back, and
/// the events it missed.
struct RecoveryOptions
{
    bool isEnabled = false;
    std::chrono::milliseconds maxDisconnection = std::chrono::minutes(2);
    /// Whether a recovered socket is not asked for its credentials again.
    bool skipsMiddlewares = true;
    /// Of events kept for those who come back; the oldest go first.
    qint64 maxLoggedBytes = 16 * 1024 * 1024;
};

/// Everything that can be set about a server, with its default.
struct ServerOptions
{
    ServerOptions() { engine.path = "/socket.io/"; }

    int workers = 1; ///< network threads, 1 to 64
    engineio::Options engine;
    http::ServerOptions http; ///< its limits on messages and on slow readers follow those of `engine`
    protocol::socketio::DecoderLimits decoder;
    /// How long a client may take to join its first namespace.
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(45);
    int maxNamespacesPerClient = 64;
    /// Events of one socket that may wait while an earlier one is handled; and not more than four times
    /// engine.maxPayloadBytes together.
    int maxPendingEvents = 1000;
    EventRate eventRate; ///< of each socket, where its namespace sets none
    RecoveryOptions recovery;
    /// Whether a namespace that came into being by predicate goes when its last socket has gone.
    bool removesEmptyDynamicNamespaces = false;
};

} // namespace socketio
