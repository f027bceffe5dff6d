#pragma once

#include "http/exchange.h"

#include "net/websocketconnection.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace net {
class Worker;
}

namespace http {

using UpgradeDecision = std::function<void(const std::optional<Response> &refusal)>;

/// What answers the requests below one path.
/// Thread: every call comes from the network worker that is named; it must be safe to be called from all of them.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;

    /// The worker that must handle this request, or null when it may stay where it arrived.
    virtual net::Worker *ownerOf(const RequestHead &head) = 0;
    /// Answers the request, at once or later.
    virtual void handleRequest(net::Worker &worker, std::unique_ptr<Exchange> exchange) = 0;
    /// A request was refused with 413; only for the handler's knowledge.
    virtual void handleBodyTooLarge(net::Worker &worker, const RequestHead &head) = 0;
    /// Called before an upgrade to WebSocket is accepted. @p decide is to be called once, in this worker, now or later:
    /// with an answer that refuses the upgrade, or with nothing.
    virtual void judgeUpgrade(net::Worker &worker, const RequestHead &head, UpgradeDecision decide) = 0;
    /// The upgrade was accepted; @p head is the request.
    virtual void handleUpgraded(net::Worker &worker, RequestHead head,
                                std::unique_ptr<net::WebSocketConnection> connection)
        = 0;
};

/// Finds the handler for a path. A path that ends in `/` serves everything below it, and itself without the slash.
/// Thread: filled before the server starts, then read by any.
class Router final
{
public:
    /// @p handler must outlive the router.
    void add(QByteArray path, RequestHandler &handler);
    /// Null when nothing serves @p path.
    [[nodiscard]] RequestHandler *find(QByteArrayView path) const;

private:
    struct Route
    {
        QByteArray path;
        RequestHandler *handler;
    };
    std::vector<Route> m_routes;
};

} // namespace http
