#pragma once

#include "engineio/corspolicy.h"
#include "engineio/options.h"
#include "engineio/refusal.h"
#include "engineio/session.h"

#include "http/router.h"

#include "net/workerpool.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace engineio {

class SessionTable;

/// The Engine.IO v4 server: answers the requests below one path and keeps the sessions they belong to, each in the
/// worker its id names. Thread: the owner's; sessions are opened, and live, in the workers.
class Server final : public http::RequestHandler
{
public:
    /// Called in the session's worker for each new session; it must call Session::setHandler().
    using SessionOpened = std::function<void(Session &)>;

    /// @p pool outlives the server.
    Server(net::WorkerPool &pool, Options options, SessionOpened onSessionOpened);
    ~Server() override;

    [[nodiscard]] const Options &options() const { return m_options; }
    /// Opens no more sessions, ends all that are open, and waits until that is done.
    void close(CloseReason reason);
    /// How many sessions are open, in all workers. Thread: any.
    [[nodiscard]] qsizetype sessionCount() const { return m_sessionCount.load(std::memory_order_relaxed); }

    net::Worker *ownerOf(const http::RequestHead &head) override;
    void handleRequest(net::Worker &worker, std::unique_ptr<http::Exchange> exchange) override;
    void handleBodyTooLarge(net::Worker &worker, const http::RequestHead &head) override;
    void judgeUpgrade(net::Worker &worker, const http::RequestHead &head, http::UpgradeDecision decide) override;
    void handleUpgraded(net::Worker &worker, http::RequestHead head,
                        std::unique_ptr<net::WebSocketConnection> connection) override;

private:
    struct Parameters;

    [[nodiscard]] SessionTable &tableOf(net::Worker &worker) const;
    [[nodiscard]] Parameters parametersOf(net::Worker &worker, const http::RequestHead &head) const;
    [[nodiscard]] std::optional<Refusal> judge(const Parameters &parameters, const http::RequestHead &head) const;
    [[nodiscard]] std::optional<Refusal> judgeOpening(const Parameters &parameters,
                                                      const http::RequestHead &head) const;
    /// Asks the program whether the session may be opened.
    void judgeByProgram(const http::RequestHead &head, const std::function<void(bool isAllowed)> &decide) const;
    void openPollingSession(net::Worker &worker, std::unique_ptr<http::Exchange> exchange);
    [[nodiscard]] http::Response refused(Refusal refusal, const http::RequestHead &head) const;

    net::WorkerPool &m_pool;
    const Options m_options;
    const CorsPolicy m_cors;
    const SessionOpened m_onSessionOpened;
    std::atomic<bool> m_isClosing = false;
    std::atomic<qsizetype> m_sessionCount = 0;
    std::vector<std::unique_ptr<SessionTable>> m_tables; ///< by worker index; each used only in its worker
};

} // namespace engineio
