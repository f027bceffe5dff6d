#pragma once

#include "socketio/namespace.h"
#include "socketio/parentnamespace.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>
#include <vector>

namespace socketio {

/// The namespaces of a server.
/// Thread: any.
class NamespaceRegistry final
{
public:
    /// @p pool and @p options outlive the registry.
    NamespaceRegistry(net::WorkerPool &pool, const ServerOptions &options);

    /// The namespace of that name, made if need be. A missing leading slash is added.
    [[nodiscard]] std::shared_ptr<Namespace> of(const QString &name);
    [[nodiscard]] std::shared_ptr<ParentNamespace> ofMatching(NamespacePredicate predicate);

    /// The namespace a client asks for, counted as used until release(); null when there is none and none may be made.
    [[nodiscard]] std::shared_ptr<Namespace> acquire(const QString &name);
    void release(Namespace &nsp);

private:
    struct Registered
    {
        std::shared_ptr<Namespace> nsp;
        bool isDynamic;
    };

    /// Forgets the dynamic namespaces that nobody is in or may come back to.
    [[nodiscard]] std::vector<std::shared_ptr<Namespace>> takeUnused();
    [[nodiscard]] std::shared_ptr<Namespace> make(const QString &name, const NamespaceSetup &setup);

    net::WorkerPool &m_pool;
    const ServerOptions &m_options;
    std::mutex m_mutex;
    QHash<QString, Registered> m_namespaces; ///< guarded by m_mutex
    std::vector<std::shared_ptr<ParentNamespace>> m_parents; ///< guarded by m_mutex
    QStringList m_emptied; ///< dynamic namespaces that the last socket has left; guarded by m_mutex
};

} // namespace socketio
