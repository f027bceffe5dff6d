#include "http/router.h"

namespace http {

void Router::add(QByteArray path, RequestHandler &handler)
{
    m_routes.push_back({std::move(path), &handler});
}

RequestHandler *Router::find(QByteArrayView path) const
{
    for (const Route &route : m_routes) {
        const QByteArrayView served(route.path);
        if (path == served)
            return route.handler;
        if (served.endsWith('/') && (path.startsWith(served) || path == served.chopped(1)))
            return route.handler;
    }
    return nullptr;
}

} // namespace http
