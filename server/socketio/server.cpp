#include "socketio/server.h"

#include "socketio/client.h"
#include "socketio/namespaceregistry.h"

#include "engineio/server.h"

#include "http/server.h"

#include "net/workerpool.h"

#include <algorithm>

namespace socketio {

namespace {

ServerOptions consistent(ServerOptions options)
{
    options.workers = std::clamp(options.workers, 1, 64);
    options.http.connection.request.maxBodyBytes = options.engine.maxPayloadBytes;
    options.http.webSocket.maxMessageBytes = options.engine.maxPayloadBytes;
    options.http.maxOutgoingBytes = options.engine.maxOutgoingBytes;
    return options;
}

} // namespace

Server::Server(ServerOptions options)
    : m_options(consistent(std::move(options))), m_pool(std::make_unique<net::WorkerPool>(m_options.workers)),
      m_namespaces(std::make_unique<NamespaceRegistry>(*m_pool, m_options)),
      m_main(m_namespaces->of(QStringLiteral("/"))),
      m_engine(std::make_unique<engineio::Server>(*m_pool, m_options.engine,
                                                  [this](engineio::Session &session) {
                                                      session.setHandler(
                                                          std::make_unique<Client>(session, *m_namespaces, m_options));
                                                  })),
      m_http(std::make_unique<http::Server>(*m_pool, m_options.http))
{
    m_http->router().add(m_options.engine.path, *m_engine);
}

Server::~Server()
{
    close();
    // What is still on its way to the sockets leaves in this round, before the connections go.
    for (int i = 0; i < m_pool->size(); ++i)
        m_pool->at(i).run([] {});
    m_http.reset();
    m_engine.reset();
}

void Server::addHandler(const QByteArray &path, http::RequestHandler &handler)
{
    m_http->router().add(path, handler);
}

quint16 Server::listen(quint16 port)
{
    return listen(QHostAddress::Any, port);
}

quint16 Server::listen(const QHostAddress &address, quint16 port)
{
    return m_http->listen(address, port);
}

QString Server::errorString() const
{
    return m_http->errorString();
}

void Server::close()
{
    m_http->stopListening();
    m_engine->close(engineio::CloseReason::ServerShuttingDown);
}

qsizetype Server::sessionCount() const
{
    return m_engine->sessionCount();
}

Namespace &Server::of(const Name &name)
{
    return *m_namespaces->of(name);
}

ParentNamespace &Server::of(NamespacePredicate predicate)
{
    return *m_namespaces->ofMatching(std::move(predicate));
}

} // namespace socketio
