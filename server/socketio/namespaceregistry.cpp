#include "socketio/namespaceregistry.h"

#include "socketio/recoverylog.h"
#include "socketio/serveroptions.h"

#include "net/workerpool.h"

namespace socketio {

NamespaceRegistry::NamespaceRegistry(net::WorkerPool &pool, const ServerOptions &options)
    : m_pool(pool), m_options(options)
{
}

std::shared_ptr<Namespace> NamespaceRegistry::make(const QString &name, const NamespaceSetup &setup)
{
    return std::make_shared<Namespace>(name, m_pool, *this, m_options, setup);
}

std::shared_ptr<Namespace> NamespaceRegistry::of(const QString &name)
{
    const QString path = name.startsWith(u'/') ? name : QString(u'/' + name);
    const std::lock_guard lock(m_mutex);
    Registered &registered = m_namespaces[path];
    if (!registered.nsp)
        registered.nsp = make(path, {});
    registered.isDynamic = false;
    return registered.nsp;
}

std::shared_ptr<ParentNamespace> NamespaceRegistry::ofMatching(NamespacePredicate predicate)
{
    const auto parent = std::make_shared<ParentNamespace>(std::move(predicate));
    const std::lock_guard lock(m_mutex);
    m_parents.push_back(parent);
    return parent;
}

std::shared_ptr<Namespace> NamespaceRegistry::acquire(const QString &name)
{
    std::vector<std::shared_ptr<ParentNamespace>> parents;
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_namespaces.constFind(name);
        if (it != m_namespaces.cend()) {
            ++it->nsp->m_users;
            return it->nsp;
        }
        parents = m_parents;
    }
    // Predicates are the program's code, so they run without the lock; another worker may be first meanwhile.
    for (const auto &parent : parents) {
        if (!parent->matches(name))
            continue;
        const NamespaceSetup setup = parent->setup();
        const std::lock_guard lock(m_mutex);
        Registered &registered = m_namespaces[name];
        if (!registered.nsp)
            registered = {make(name, setup), true};
        ++registered.nsp->m_users;
        return registered.nsp;
    }
    return nullptr;
}

void NamespaceRegistry::release(Namespace &nsp)
{
    std::vector<std::shared_ptr<Namespace>> unused; // destroyed without the lock
    const std::lock_guard lock(m_mutex);
    if (--nsp.m_users == 0 && m_options.removesEmptyDynamicNamespaces && !m_emptied.contains(nsp.name()))
        m_emptied.append(nsp.name());
    unused = takeUnused();
}

std::vector<std::shared_ptr<Namespace>> NamespaceRegistry::takeUnused()
{
    std::vector<std::shared_ptr<Namespace>> unused;
    m_emptied.removeIf([this, &unused](const QString &name) {
        const auto it = m_namespaces.find(name);
        if (it == m_namespaces.end() || !it->isDynamic || it->nsp->m_users > 0)
            return true;
        if (it->nsp->recoveryLog() && it->nsp->recoveryLog()->isAwaitingAnyone())
            return false; // looked at again when the next socket goes
        unused.push_back(it->nsp);
        m_namespaces.erase(it);
        return true;
    });
    return unused;
}

} // namespace socketio
