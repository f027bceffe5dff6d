#pragma once

#include "connection/serveraddress.h"

#include <QString>

#include <chrono>
#include <optional>

namespace cli {

enum class CommandKind { Join, Send, Tail, History, Search, Rooms };

/// Everything the command line says.
/// Thread: any (a value type).
struct Options
{
    CommandKind command = CommandKind::Join;
    connection::ServerAddress address;
    QString name; ///< ours
    QString token; ///< proves that the name is ours; empty to use the remembered one
    QString tokenFile; ///< where it is remembered; empty for the usual place
    QString serverPassword;
    std::chrono::milliseconds timeout = std::chrono::seconds(10);
    bool isJson = false;
    QString room = QStringLiteral("General"); ///< a name or an id
    bool hasRoom = false; ///< whether `room` was asked for, or is the default
    QString text; ///< to send or to search for
    std::optional<qint64> since; ///< the last seq that is known already
    std::optional<qint64> before; ///< a seq
    std::optional<qint64> count; ///< of messages after which to end
    int limit = 50;
};

} // namespace cli
