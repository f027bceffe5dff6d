#pragma once

#include "socketio/adapter.h"
#include "socketio/broadcastoperator.h"
#include "socketio/namespacesetup.h"

#include <QString>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace net {
class WorkerPool;
}

namespace socketio {

class NamespaceRegistry;
class NamespaceShard;
class RecoveryLog;
struct ServerOptions;

/// A part of the server with its own sockets, rooms and rules; `/` is the one everybody knows.
/// Thread: any, except where said.
class Namespace final : public std::enable_shared_from_this<Namespace>
{
public:
    /// Made by the NamespaceRegistry, which outlives it, as do @p pool and @p options.
    Namespace(QString name, net::WorkerPool &pool, NamespaceRegistry &registry, const ServerOptions &options,
              NamespaceSetup setup);
    ~Namespace();
    Q_DISABLE_COPY_MOVE(Namespace)

    [[nodiscard]] const QString &name() const { return m_name; }

    /// Adds a middleware that decides over sockets that connect from now on.
    void use(ConnectMiddleware middleware);
    /// Adds a handler for sockets that connect from now on.
    void onConnection(ConnectionHandler handler);
    /// Limits the events of each socket; the server's default otherwise. Set it before clients connect.
    void setEventRate(EventRate rate);

    [[nodiscard]] BroadcastOperator everyone() { return BroadcastOperator(shared_from_this()); }
    [[nodiscard]] BroadcastOperator to(const Name &room) { return everyone().to(room); }
    [[nodiscard]] BroadcastOperator to(const QStringList &rooms) { return everyone().to(rooms); }
    [[nodiscard]] BroadcastOperator in(const Name &room) { return to(room); }
    [[nodiscard]] BroadcastOperator except(const Name &room) { return everyone().except(room); }
    template <typename... Args>
    void emit(const Name &name, const Args &...args)
    {
        everyone().emit(name, args...);
    }

    // For the sockets and the adapter

    [[nodiscard]] Adapter &adapter() { return *m_adapter; }
    /// Null unless recovery is enabled.
    [[nodiscard]] RecoveryLog *recoveryLog() const { return m_recoveryLog.get(); }
    /// One worker's part; to be used in that worker only.
    [[nodiscard]] NamespaceShard &shard(int workerIndex) { return *m_shards[size_t(workerIndex)]; }
    [[nodiscard]] std::shared_ptr<const NamespaceSetup> setup() const;
    [[nodiscard]] std::shared_ptr<const NamespaceSetup> setupWithoutMiddlewares() const;
    [[nodiscard]] quint64 nextAckId() { return m_lastAckId.fetch_add(1, std::memory_order_relaxed); }
    [[nodiscard]] const EventRate &eventRate() const { return m_eventRate; }
    [[nodiscard]] int maxPendingEvents() const;
    [[nodiscard]] qint64 maxPendingBytes() const;
    /// One socket fewer; the reverse of NamespaceRegistry::acquire().
    void release();

private:
    friend class NamespaceRegistry;

    void changeSetup(const std::function<void(NamespaceSetup &)> &change);

    const QString m_name;
    NamespaceRegistry &m_registry;
    const ServerOptions &m_options;
    const std::vector<std::unique_ptr<NamespaceShard>> m_shards;
    const std::unique_ptr<RecoveryLog> m_recoveryLog;
    const std::unique_ptr<Adapter> m_adapter;
    std::atomic<quint64> m_lastAckId = 0;
    EventRate m_eventRate;
    mutable std::mutex m_mutex;
    std::shared_ptr<const NamespaceSetup> m_setup; ///< guarded by m_mutex; replaced, never changed
    int m_users = 0; ///< sockets that are in it or about to be; guarded by the registry
};

} // namespace socketio
