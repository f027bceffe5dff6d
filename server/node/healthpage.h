#pragma once

#include "node/health.h"

#include "http/router.h"

#include <functional>

namespace node {

/// Answers `GET /healthz`: 200 while people can chat, 503 with the reason while they cannot.
/// Thread: any network worker.
class HealthPage final : public http::RequestHandler
{
public:
    /// @p health outlives the page. @p countConnections may be called in any network worker.
    HealthPage(const Health &health, QByteArray version, std::function<qsizetype()> countConnections);

    net::Worker *ownerOf(const http::RequestHead &head) override;
    void handleRequest(net::Worker &worker, std::unique_ptr<http::Exchange> exchange) override;
    void handleBodyTooLarge(net::Worker &worker, const http::RequestHead &head) override;
    void judgeUpgrade(net::Worker &worker, const http::RequestHead &head, http::UpgradeDecision decide) override;
    void handleUpgraded(net::Worker &worker, http::RequestHead head,
                        std::unique_ptr<net::WebSocketConnection> connection) override;

private:
    [[nodiscard]] http::Response report() const;

    const Health &m_health;
    const QByteArray m_version;
    const std::function<qsizetype()> m_countConnections;
};

} // namespace node
