#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace socketio {

/// Whom a broadcast reaches, and how. Each socket is also in a room that bears its id.
/// Thread: any (a value type).
struct BroadcastOptions
{
    QStringList rooms; ///< union; each socket once; empty = the whole namespace
    QStringList except; ///< sockets in any of these rooms are left out
    bool isVolatile = false; ///< sockets that cannot take it at once do not get it
    bool isLocal = false; ///< only sockets of this server, not of others in a cluster
    std::optional<std::chrono::milliseconds> timeout; ///< for acknowledgements
    std::optional<int> worker; ///< the only one with receivers, where that is known: the others are spared
};

/// How far a disconnect goes.
enum class DisconnectScope {
    Namespace, ///< the socket leaves its namespace; the connection stays for others
    Connection ///< the underlying connection is closed
};

} // namespace socketio
