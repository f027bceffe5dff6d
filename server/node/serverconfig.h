#pragma once

#include "node/logoptions.h"
#include "node/moment.h"
#include "node/passwordcost.h"

#include "chat/settings.h"
#include "gateway/ratelimits.h"
#include "socketio/serveroptions.h"

#include <QHostAddress>
#include <QList>
#include <QString>

#include <chrono>

namespace node {

/// Everything that can be set about a server, with its default. What people may set, and by which name, is in
/// settingtable.h and limittable.h.
/// Thread: any (a value type).
struct ServerConfig
{
    ServerConfig();

    QString dataFolder; ///< empty: defaultDataFolder()
    QList<QHostAddress> addresses; ///< to listen on; empty: all of this machine
    quint16 port = 8418; ///< 0: a free one
    QString serverPasswordFile; ///< read by readServerPassword()
    QByteArray serverPassword; ///< in UTF-8; empty: anybody may come in

    chat::Settings chat; ///< its serverPasswordHash and serverVersion are filled in by ChatServer
    socketio::ServerOptions sockets; ///< its maxConnections follows that of `chat`
    gateway::RateLimits rates;
    PasswordCost passwords;
    /// For what is on its way when the server is stopped.
    std::chrono::milliseconds drainTimeout = std::chrono::seconds(3);
    /// When clients are told to come back after a stop.
    std::chrono::milliseconds returnDelay = std::chrono::seconds(2);

    MomentObserver observer; ///< for tests; usually none
    /// False only for tests that must see that a power cut can lose something.
    bool waitsForDisk = true;

    LogOptions log; ///< for confabd; a program that hosts a server has its own log
};

} // namespace node
