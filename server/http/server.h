#pragma once

#include "http/connection.h"
#include "http/router.h"

#include "net/connectionlimiter.h"
#include "net/websocketconnection.h"
#include "net/workerpool.h"

#include <QHostAddress>
#include <QString>

#include <memory>
#include <vector>

namespace net {
class Listener;
}

namespace http {

struct ServerOptions
{
    ConnectionOptions connection;
    net::ConnectionLimits connections;
    net::WebSocketLimits webSocket;
    /// How far a reader may fall behind before its connection is cut.
    qint64 maxOutgoingBytes = 1024 * 1024;
};

/// Listens, spreads the connections over the workers and reads their requests. One port serves HTTP and WebSocket.
/// Thread: the owner's; the handlers are called in the workers.
class Server final
{
public:
    /// @p pool and the handlers must outlive the server.
    Server(net::WorkerPool &pool, ServerOptions options);
    /// Closes every connection.
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    /// Add every handler before listening.
    [[nodiscard]] Router &router() { return m_router; }

    /// Listens on one more address. Port 0 takes a free one. Returns the port, or 0 with errorString() set.
    [[nodiscard]] quint16 listen(const QHostAddress &address, quint16 port);
    /// Stops accepting; open connections stay.
    void stopListening();
    [[nodiscard]] QString errorString() const { return m_errorString; }
    [[nodiscard]] int openConnections() const { return m_limiter->openConnections(); }

private:
    class WorkerState;

    void adopt(net::Worker &worker, std::unique_ptr<net::TcpConnection> tcp);
    void move(net::Worker &owner, std::unique_ptr<Connection> connection);

    net::WorkerPool &m_pool;
    const ServerOptions m_options;
    Router m_router;
    const std::shared_ptr<net::ConnectionLimiter> m_limiter;
    std::vector<std::unique_ptr<WorkerState>> m_workers; ///< each made, used and destroyed in its own worker
    std::vector<std::unique_ptr<net::Listener>> m_listeners; ///< all in the first worker
    QString m_errorString;
};

} // namespace http
