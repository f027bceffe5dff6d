#include "socketio/parentnamespace.h"

namespace socketio {

void ParentNamespace::use(ConnectMiddleware middleware)
{
    const std::lock_guard lock(m_mutex);
    m_setup.middlewares.push_back(std::move(middleware));
}

void ParentNamespace::onConnection(ConnectionHandler handler)
{
    const std::lock_guard lock(m_mutex);
    m_setup.connectionHandlers.push_back(std::move(handler));
}

NamespaceSetup ParentNamespace::setup() const
{
    const std::lock_guard lock(m_mutex);
    return m_setup;
}

} // namespace socketio
