#include "node/healthpage.h"

#include "net/websocketconnection.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace node {

namespace {

QLatin1String nameOf(Health::State state)
{
    switch (state) {
    case Health::State::Ok:
        return QLatin1String("ok");
    case Health::State::StorageFull:
        return QLatin1String("storage_full");
    case Health::State::StorageFailed:
        return QLatin1String("storage_failed");
    case Health::State::Stalled:
        return QLatin1String("stalled");
    case Health::State::ShuttingDown:
        return QLatin1String("shutting_down");
    }
    return QLatin1String("ok");
}

} // namespace

HealthPage::HealthPage(const Health &health, QByteArray version, std::function<qsizetype()> countConnections)
    : m_health(health), m_version(std::move(version)), m_countConnections(std::move(countConnections))
{
}

net::Worker *HealthPage::ownerOf(const http::RequestHead &)
{
    return nullptr;
}

void HealthPage::handleRequest(net::Worker &, std::unique_ptr<http::Exchange> exchange)
{
    const QByteArray &method = exchange->head().method;
    if (method == "GET" || method == "HEAD") {
        exchange->respond(report());
        return;
    }
    http::Response refusal(405, "text/plain", "Ask with GET.\n");
    refusal.addField("Allow", "GET, HEAD");
    exchange->respond(refusal);
}

void HealthPage::handleBodyTooLarge(net::Worker &, const http::RequestHead &) {}

void HealthPage::judgeUpgrade(net::Worker &, const http::RequestHead &, http::UpgradeDecision decide)
{
    decide(http::Response(400, "text/plain", "There is no WebSocket here.\n"));
}

void HealthPage::handleUpgraded(net::Worker &, http::RequestHead, std::unique_ptr<net::WebSocketConnection>) {}

http::Response HealthPage::report() const
{
    const Health::State state = m_health.state();
    const QJsonObject body{{QStringLiteral("status"), nameOf(state)},
                           {QStringLiteral("version"), QString::fromUtf8(m_version)},
                           {QStringLiteral("uptimeMs"), qint64(m_health.uptime().count())},
                           {QStringLiteral("connections"), qint64(m_countConnections())}};
    http::Response response(state == Health::State::Ok ? 200 : 503, "application/json",
                            QJsonDocument(body).toJson(QJsonDocument::Compact));
    response.addField("Cache-Control", "no-store");
    return response;
}

} // namespace node
