#include "node/serverconfig.h"

#include <QThread>

#include <algorithm>

namespace node {

ServerConfig::ServerConfig()
{
    sockets.workers = std::clamp(QThread::idealThreadCount(), 1, 64);
    sockets.http.connections.maxConnectionsPerAddress = 2'000;
}

} // namespace node
