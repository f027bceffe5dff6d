#pragma once

#include "http/exchange.h"
#include "http/requestparser.h"
#include "http/response.h"

#include "net/deadline.h"
#include "net/tcpconnection.h"

#include <QObject>

#include <memory>

namespace net {
class WebSocketAcceptor;
class Worker;
} // namespace net

namespace http {

class RequestHandler;
class Router;

struct ConnectionTimeouts
{
    std::chrono::milliseconds head
        = std::chrono::seconds(10); ///< from the first byte of a request to the end of its head
    std::chrono::milliseconds body = std::chrono::seconds(30); ///< from there to the end of its body
    std::chrono::milliseconds idle = std::chrono::seconds(15); ///< between requests on a kept connection
};

struct ConnectionOptions
{
    RequestLimits request;
    ConnectionTimeouts timeouts;
};

/// What the connections of one worker share.
struct ConnectionContext
{
    net::Worker &worker;
    net::WebSocketAcceptor &acceptor;
    const Router &router;
    const ConnectionOptions &options;
    QObject &parent; ///< owns the connections of this worker
    /// Carries a connection that has left this worker to the one its request belongs to.
    std::function<void(net::Worker &owner, std::unique_ptr<class Connection> connection)> moveTo;
};

/// An HTTP/1.1 connection: reads one request, has it answered, then reads the next, so answers leave in the order of
/// the requests. Becomes a WebSocketConnection when asked to. Destroys itself when the client goes. Thread: network
/// worker; it moves to another before a request is handled whose session lives there.
class Connection final : public QObject, private net::TcpConnectionListener
{
    Q_OBJECT

public:
    explicit Connection(std::unique_ptr<net::TcpConnection> tcp);
    ~Connection() override;

    /// Begins, or goes on after a move, in the worker of @p context, which outlives the connection.
    void start(const ConnectionContext &context);

private:
    friend class Exchange;
    enum class State { ReadingHead, ReadingBody, Answering, Moving, Closing };

    void handleReceived(std::span<char> bytes) override;
    void handleOverflow() override;
    void handleDisconnected() override;
    void handleDeadline();
    void processInput();
    void parseRequests();
    void handleHead();
    void beginBody();
    void handleRequest();
    void reportBodyTooLarge();
    [[nodiscard]] bool isMethodKnown() const;
    void prepareMove(net::Worker &owner);
    void moveTo(net::Worker &owner);
    void continueAfterMove();
    void judgeUpgrade();
    void upgrade(RequestHead head, const QByteArray &key);
    void answer(const Response &response, Response::ConnectionUse use);
    void refuse(ErrorCode code);
    void drop();
    void closeAfterAnswer();
    void awaitNextRequest();

    std::unique_ptr<net::TcpConnection> m_tcp; ///< null once it has become a WebSocket
    const ConnectionContext *m_context = nullptr;
    RequestParser m_parser;
    QByteArray m_input;
    RequestHandler *m_handler = nullptr;
    Exchange *m_exchange = nullptr; ///< the one that has not been answered yet; owned by the handler
    net::Deadline m_deadline;
    State m_state = State::ReadingHead;
    bool m_isAnswerToHead = false;
    bool m_isProcessing = false;
};

} // namespace http
