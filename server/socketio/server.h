#pragma once

#include "socketio/namespace.h"
#include "socketio/parentnamespace.h"
#include "socketio/serveroptions.h"

#include <QHostAddress>

#include <memory>

namespace engineio {
class Server;
}
namespace http {
class RequestHandler;
class Server;
} // namespace http

namespace socketio {

class NamespaceRegistry;

/// A Socket.IO v5 server. See docs/examples/chat_server.cpp for a whole chat in ten lines.
///
/// Handlers are called in the server's own threads, those of one socket always in the same one. With one worker, the
/// default, nothing ever runs at the same time as anything else.
/// Thread: construction, listen(), close() and destruction the owner's; the rest any.
class Server final
{
public:
    explicit Server(ServerOptions options = {});
    /// Closes every connection.
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    /// Serves another path of the same port, such as `/files/`. Before listen(); @p handler outlives the server.
    void addHandler(const QByteArray &path, http::RequestHandler &handler);

    /// Listens on all addresses. Port 0 takes a free one. Returns the port, or 0 with errorString() set.
    [[nodiscard]] quint16 listen(quint16 port);
    /// Listens on one address; may be called for several.
    [[nodiscard]] quint16 listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] QString errorString() const;
    /// Takes no more connections, and ends those that are open.
    void close();

    [[nodiscard]] const ServerOptions &options() const { return m_options; }
    [[nodiscard]] net::WorkerPool &workers() { return *m_pool; }
    /// Open Engine.IO sessions.
    [[nodiscard]] qsizetype sessionCount() const;

    /// The namespace of that name, made if need be.
    [[nodiscard]] Namespace &of(const Name &name);
    /// Namespaces that are made when a client asks for one that @p predicate accepts.
    [[nodiscard]] ParentNamespace &of(NamespacePredicate predicate);

    // The main namespace, for short

    [[nodiscard]] Namespace &main() { return *m_main; }
    void use(ConnectMiddleware middleware) { m_main->use(std::move(middleware)); }
    void onConnection(ConnectionHandler handler) { m_main->onConnection(std::move(handler)); }
    [[nodiscard]] BroadcastOperator to(const Name &room) { return m_main->to(room); }
    [[nodiscard]] BroadcastOperator in(const Name &room) { return m_main->to(room); }
    [[nodiscard]] BroadcastOperator except(const Name &room) { return m_main->except(room); }
    template <typename... Args>
    void emit(const Name &name, const Args &...args)
    {
        m_main->emit(name, args...);
    }

private:
    const ServerOptions m_options;
    const std::unique_ptr<net::WorkerPool> m_pool;
    const std::unique_ptr<NamespaceRegistry> m_namespaces;
    const std::shared_ptr<Namespace> m_main;
    std::unique_ptr<engineio::Server> m_engine;
    std::unique_ptr<http::Server> m_http;
};

} // namespace socketio
