#pragma once

#include <QByteArray>
#include <QCborMap>
#include <QString>
#include <QStringList>

namespace socketio {

/// What fetchSockets() tells about a socket, wherever it lives.
/// Thread: any (a value type).
struct RemoteSocket
{
    QString id;
    QStringList rooms; ///< its own id first
    QCborMap data;
    QString address; ///< of the client's connection
    QByteArray url; ///< path and query of the request that opened its session
    qint64 issuedAt = 0; ///< when that was, UTC milliseconds
};

} // namespace socketio
