#include "engineio/server.h"

#include "engineio/sessionid.h"
#include "engineio/sessiontable.h"

#include "http/upgraderequest.h"

namespace engineio {

/// What the query says, and which session it names.
struct Server::Parameters
{
    http::Query query;
    std::optional<TransportKind> transport;
    bool hasSessionId = false;
    Session *session = nullptr;
    bool isUpgrade = false;
};

Server::Server(net::WorkerPool &pool, Options options, SessionOpened onSessionOpened)
    : m_pool(pool), m_options(std::move(options)), m_cors(m_options.cors),
      m_onSessionOpened(std::move(onSessionOpened)), m_tables(size_t(pool.size()))
{
    for (int i = 0; i < m_pool.size(); ++i) {
        net::Worker &worker = m_pool.at(i);
        worker.run(
            [&] { m_tables[size_t(i)] = std::make_unique<SessionTable>(worker, m_options, m_cors, m_sessionCount); });
    }
}

Server::~Server()
{
    close(CloseReason::ServerShuttingDown);
    for (int i = 0; i < m_pool.size(); ++i)
        m_pool.at(i).run([this, i] { m_tables[size_t(i)].reset(); });
}

void Server::close(CloseReason reason)
{
    m_isClosing = true;
    for (int i = 0; i < m_pool.size(); ++i)
        m_pool.at(i).run([this, i, reason] { m_tables[size_t(i)]->closeAll(reason); });
}

SessionTable &Server::tableOf(net::Worker &worker) const
{
    return *m_tables[size_t(worker.index())];
}

net::Worker *Server::ownerOf(const http::RequestHead &head)
{
    const auto sid = http::Query(head.query()).value("sid");
    const auto index = sid ? workerIndexOf(*sid) : std::nullopt;
    return index && *index < m_pool.size() ? &m_pool.at(*index) : nullptr;
}

Server::Parameters Server::parametersOf(net::Worker &worker, const http::RequestHead &head) const
{
    Parameters parameters;
    parameters.query = http::Query(head.query());
    const auto transport = parameters.query.value("transport");
    if (transport == "polling" && m_options.allowsPolling)
        parameters.transport = TransportKind::Polling;
    else if (transport == "websocket" && m_options.allowsWebSocket)
        parameters.transport = TransportKind::WebSocket;
    const auto sid = parameters.query.value("sid");
    parameters.hasSessionId = sid.has_value();
    if (sid)
        parameters.session = tableOf(worker).find(*sid);
    parameters.isUpgrade = http::asksForWebSocket(head);
    return parameters;
}

std::optional<Refusal> Server::judge(const Parameters &parameters, const http::RequestHead &head) const
{
    for (const QByteArrayView name : {"EIO", "transport", "sid"}) {
        if (parameters.query.repeats(name))
            return Refusal::BadRequest;
    }
    if (!parameters.transport)
        return Refusal::UnknownTransport;
    if (parameters.query.value("EIO") != "4")
        return Refusal::UnsupportedVersion;
    if (!m_cors.permits(head))
        return Refusal::Forbidden;
    if (!parameters.hasSessionId)
        return judgeOpening(parameters, head);
    if (!parameters.session)
        return Refusal::UnknownSession;
    if (!parameters.isUpgrade && parameters.session->transportKind() != *parameters.transport)
        return Refusal::BadRequest;
    if (parameters.isUpgrade && parameters.transport != TransportKind::WebSocket)
        return Refusal::BadRequest;
    return std::nullopt;
}

std::optional<Refusal> Server::judgeOpening(const Parameters &parameters, const http::RequestHead &head) const
{
    if (head.method != "GET")
        return Refusal::BadHandshakeMethod;
    if ((parameters.transport == TransportKind::WebSocket) != parameters.isUpgrade)
        return Refusal::BadRequest;
    return std::nullopt;
}

void Server::judgeByProgram(const http::RequestHead &head, const std::function<void(bool)> &decide) const
{
    if (m_options.allowRequest)
        m_options.allowRequest(head, decide);
    else
        decide(true);
}

http::Response Server::refused(Refusal refusal, const http::RequestHead &head) const
{
    http::Response response = responseTo(refusal);
    m_cors.addFields(response, head);
    return response;
}

void Server::handleRequest(net::Worker &worker, std::unique_ptr<http::Exchange> exchange)
{
    const http::RequestHead &head = exchange->head();
    if (head.method == "OPTIONS") {
        exchange->respond(m_cors.preflightResponse(head));
        return;
    }
    const Parameters parameters = parametersOf(worker, head);
    if (const auto refusal = judge(parameters, head)) {
        exchange->respond(refused(*refusal, head));
        return;
    }
    if (parameters.session && head.method != "GET" && head.method != "POST") {
        http::Response response(405);
        response.addField("Allow", "GET, POST, OPTIONS");
        exchange->respond(response);
        return;
    }
    const bool isTooLate = parameters.session && head.method == "GET" && parameters.session->isOverdue();
    if (parameters.session && !isTooLate) {
        parameters.session->handleRequest(std::move(exchange));
        return;
    }
    // Shared, because a std::function must be copyable and an exchange is not.
    const auto waiting = std::make_shared<std::unique_ptr<http::Exchange>>(std::move(exchange));
    if (isTooLate) { // unless a pong that came in time is still to be read
        tableOf(worker).runAfterDeadlines([this, &worker, waiting] { handleRequest(worker, std::move(*waiting)); });
        return;
    }
    judgeByProgram((*waiting)->head(), [this, &worker, waiting](bool isAllowed) {
        auto decided = std::move(*waiting);
        if (!decided)
            return; // decided already
        if (isAllowed)
            openPollingSession(worker, std::move(decided));
        else
            decided->respond(refused(Refusal::Forbidden, decided->head()));
    });
}

void Server::openPollingSession(net::Worker &worker, std::unique_ptr<http::Exchange> exchange)
{
    if (!exchange->isClientThere())
        return;
    if (m_isClosing) {
        exchange->respondAndClose(http::Response(503));
        return;
    }
    Session &session = tableOf(worker).add(exchange->head());
    session.openWithPolling(std::move(exchange));
    m_onSessionOpened(session);
}

void Server::handleBodyTooLarge(net::Worker &worker, const http::RequestHead &head)
{
    const Parameters parameters = parametersOf(worker, head);
    if (!judge(parameters, head) && parameters.session)
        parameters.session->handleOversizeMessage();
}

void Server::judgeUpgrade(net::Worker &worker, const http::RequestHead &head, http::UpgradeDecision decide)
{
    const Parameters parameters = parametersOf(worker, head);
    if (const auto refusal = judge(parameters, head)) {
        decide(refused(*refusal, head));
        return;
    }
    if (parameters.session || !m_options.allowRequest) {
        decide(std::nullopt);
        return;
    }
    judgeByProgram(head, [this, head, decide](bool isAllowed) {
        decide(isAllowed ? std::nullopt : std::optional(refused(Refusal::Forbidden, head)));
    });
}

void Server::handleUpgraded(net::Worker &worker, http::RequestHead head,
                            std::unique_ptr<net::WebSocketConnection> connection)
{
    const Parameters parameters = parametersOf(worker, head);
    if (parameters.session) {
        parameters.session->beginUpgrade(std::move(connection));
        return;
    }
    if (parameters.hasSessionId || m_isClosing) { // the session, or the server, ended meanwhile
        connection.release()->deleteLater();
        return;
    }
    Session &session = tableOf(worker).add(head);
    session.openWithWebSocket(std::move(connection));
    m_onSessionOpened(session);
}

} // namespace engineio
