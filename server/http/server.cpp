#include "http/server.h"

#include "net/listener.h"
#include "net/websocketacceptor.h"

namespace http {

/// What one worker needs for its connections.
class Server::WorkerState final
{
public:
    WorkerState(Server &server, net::Worker &worker)
        : acceptor(server.m_options.webSocket), context{worker,
                                                        acceptor,
                                                        server.m_router,
                                                        server.m_options.connection,
                                                        connections,
                                                        [&server](net::Worker &owner,
                                                                  std::unique_ptr<Connection> connection) {
                                                            server.move(owner, std::move(connection));
                                                        }}
    {
    }

    net::WebSocketAcceptor acceptor;
    QObject connections; ///< their parent
    const ConnectionContext context;
};

Server::Server(net::WorkerPool &pool, ServerOptions options)
    : m_pool(pool), m_options(options), m_limiter(std::make_shared<net::ConnectionLimiter>(options.connections)),
      m_workers(size_t(pool.size()))
{
    for (int i = 0; i < m_pool.size(); ++i) {
        net::Worker &worker = m_pool.at(i);
        worker.run(
            [this, &worker] { m_workers[size_t(worker.index())] = std::make_unique<WorkerState>(*this, worker); });
    }
}

Server::~Server()
{
    stopListening();
    for (int i = 0; i < m_pool.size(); ++i)
        m_pool.at(i).run([this, i] { m_workers[size_t(i)].reset(); });
    // Connections that were on their way between two workers have arrived, and found nobody, after one more round.
    for (int i = 0; i < m_pool.size(); ++i)
        m_pool.at(i).run([] {});
}

quint16 Server::listen(const QHostAddress &address, quint16 port)
{
    quint16 usedPort = 0;
    net::Worker &worker = m_pool.at(0);
    worker.run([&] {
        auto listener = std::make_unique<net::Listener>(
            worker, m_limiter, m_options.maxOutgoingBytes, [this](std::unique_ptr<net::TcpConnection> tcp) {
                net::Worker &target = m_pool.next();
                if (target.isCurrent()) {
                    adopt(target, std::move(tcp));
                    return;
                }
                // A task must be copyable and a connection is not.
                auto carried = std::make_shared<std::unique_ptr<net::TcpConnection>>(std::move(tcp));
                target.post([this, &target, carried] { adopt(target, std::move(*carried)); });
            });
        if (!listener->start(address, port)) {
            m_errorString = listener->errorString();
            return;
        }
        usedPort = listener->serverPort();
        m_listeners.push_back(std::move(listener));
    });
    return usedPort;
}

void Server::stopListening()
{
    m_pool.at(0).run([this] { m_listeners.clear(); });
}

void Server::adopt(net::Worker &worker, std::unique_ptr<net::TcpConnection> tcp)
{
    WorkerState *state = m_workers[size_t(worker.index())].get();
    if (!state)
        return; // the server is being closed
    auto *connection = new Connection(std::move(tcp));
    connection->start(state->context);
}

void Server::move(net::Worker &owner, std::unique_ptr<Connection> connection)
{
    auto carried = std::make_shared<std::unique_ptr<Connection>>(std::move(connection));
    owner.post([this, &owner, carried] {
        WorkerState *state = m_workers[size_t(owner.index())].get();
        if (!state)
            return; // the server is being closed
        carried->release()->start(state->context);
    });
}

} // namespace http
