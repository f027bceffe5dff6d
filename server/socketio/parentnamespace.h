#pragma once

#include "socketio/namespacesetup.h"

#include <QString>

#include <functional>
#include <memory>
#include <mutex>

namespace socketio {

/// Decides whether a namespace of that name may come into being.
using NamespacePredicate = std::function<bool(const QString &name)>;

/// A family of namespaces that come into being when a client asks for one: `io.of(predicate)`. What is set here holds
/// for each that is made from then on. Thread: any.
class ParentNamespace final
{
public:
    explicit ParentNamespace(NamespacePredicate predicate) : m_predicate(std::move(predicate)) {}

    void use(ConnectMiddleware middleware);
    void onConnection(ConnectionHandler handler);

    [[nodiscard]] bool matches(const QString &name) const { return m_predicate(name); }
    [[nodiscard]] NamespaceSetup setup() const;

private:
    const NamespacePredicate m_predicate;
    mutable std::mutex m_mutex;
    NamespaceSetup m_setup; ///< guarded by m_mutex
};

} // namespace socketio
