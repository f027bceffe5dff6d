#include "http/connection.h"

#include "http/router.h"
#include "http/upgraderequest.h"

#include "net/websocketacceptor.h"
#include "net/worker.h"

#include <QPointer>

#include <algorithm>

namespace http {

namespace {

/// How much is read on while a request is being answered; the kernel's buffers hold the rest.
constexpr qsizetype readAheadBytes = 64 * 1024;

} // namespace

Connection::Connection(std::unique_ptr<net::TcpConnection> tcp)
    : m_tcp(std::move(tcp)), m_deadline([this] { handleDeadline(); })
{
    m_tcp->setListener(this);
}

Connection::~Connection()
{
    if (m_tcp) {
        m_tcp->setListener(nullptr);
        m_tcp->close();
    }
    if (m_exchange)
        m_exchange->handleConnectionLost();
}

void Connection::start(const ConnectionContext &context)
{
    m_context = &context;
    setParent(&context.parent);
    m_tcp->attachTo(context.worker);
    if (m_state == State::Moving) {
        continueAfterMove();
        return;
    }
    m_parser = RequestParser(context.options.request);
    m_deadline.expireIn(context.worker.deadlines(), context.options.timeouts.head);
}

void Connection::handleReceived(std::span<char> bytes)
{
    if (m_input.isEmpty() && m_state == State::ReadingHead)
        m_deadline.expireIn(m_context->worker.deadlines(), m_context->options.timeouts.head);
    m_input.append(bytes.data(), qsizetype(bytes.size()));
    if (m_state == State::ReadingHead || m_state == State::ReadingBody)
        processInput();
    else if (m_input.size() >= readAheadBytes)
        m_tcp->setReading(false);
}

void Connection::processInput()
{
    // A request that is answered at once leads back here; the loop that is running then takes the next one.
    if (std::exchange(m_isProcessing, true))
        return;
    parseRequests();
    m_isProcessing = false;
}

void Connection::parseRequests()
{
    while (m_tcp && !m_input.isEmpty() && (m_state == State::ReadingHead || m_state == State::ReadingBody)) {
        const auto used = m_parser.feed(m_input);
        if (!used) {
            if (used.error() == ErrorCode::BodyTooLarge)
                reportBodyTooLarge();
            refuse(used.error());
            return;
        }
        m_input.remove(0, *used);
        if (!m_parser.isHeadComplete())
            return;
        if (m_state == State::ReadingHead)
            handleHead();
        else if (m_parser.isComplete())
            handleRequest();
        else
            return;
    }
}

void Connection::handleHead()
{
    const RequestHead &head = m_parser.head();
    m_isAnswerToHead = head.method == "HEAD";
    if (!isMethodKnown()) {
        m_state = State::Answering;
        answer(Response(501), Response::ConnectionUse::Close);
        return;
    }
    m_handler = m_context->router.find(head.path());
    net::Worker *owner = m_handler ? m_handler->ownerOf(head) : nullptr;
    if (owner && owner != &m_context->worker)
        prepareMove(*owner);
    else if (m_handler && asksForWebSocket(head))
        judgeUpgrade();
    else if (m_parser.isComplete())
        handleRequest();
    else
        beginBody();
}

void Connection::reportBodyTooLarge()
{
    // Where the declared length says it, the head has not been handled yet.
    const RequestHead &head = m_parser.head();
    RequestHandler *handler = m_context->router.find(head.path());
    net::Worker *owner = handler ? handler->ownerOf(head) : nullptr;
    if (!handler)
        return;
    if (!owner || owner == &m_context->worker)
        handler->handleBodyTooLarge(m_context->worker, head);
    else
        owner->post([handler, owner, head] { handler->handleBodyTooLarge(*owner, head); });
}

bool Connection::isMethodKnown() const
{
    static constexpr QByteArrayView known[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return std::find(std::begin(known), std::end(known), QByteArrayView(m_parser.head().method)) != std::end(known);
}

void Connection::beginBody()
{
    m_state = State::ReadingBody;
    m_deadline.expireIn(m_context->worker.deadlines(), m_context->options.timeouts.body);
    if (m_parser.expectsContinue())
        m_tcp->enqueue(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
}

void Connection::handleRequest()
{
    m_deadline.cancel();
    m_state = State::Answering;
    Request request = m_parser.takeRequest();
    request.head.peerAddress = m_tcp->peerAddress();
    auto exchange = std::make_unique<Exchange>(*this, std::move(request));
    m_exchange = exchange.get();
    if (m_handler)
        m_handler->handleRequest(m_context->worker, std::move(exchange));
    else
        exchange->respond(Response(404, "text/plain; charset=UTF-8", "not found\n"));
}

void Connection::prepareMove(net::Worker &owner)
{
    m_state = State::Moving;
    m_deadline.cancel();
    // From the event loop, so that no code of the socket is on the stack while another thread takes it over.
    QMetaObject::invokeMethod(
        this, [this, &owner] { moveTo(owner); }, Qt::QueuedConnection);
}

void Connection::moveTo(net::Worker &owner)
{
    m_tcp->flushOutgoing();
    // An answer that is still stuck means a client that does not read; it does not get to ask further.
    if (m_tcp->bytesToWrite() > 0 || !m_tcp->isConnected()) {
        m_tcp->drop();
        deleteLater();
        return;
    }
    m_tcp->detach();
    setParent(nullptr);
    moveToThread(&owner.thread());
    const ConnectionContext *context = std::exchange(m_context, nullptr);
    context->moveTo(owner, std::unique_ptr<Connection>(this));
}

void Connection::continueAfterMove()
{
    if (!m_tcp->isConnected()) {
        deleteLater();
        return;
    }
    m_state = State::ReadingHead;
    m_tcp->setReading(true);
    handleHead();
    processInput();
}

void Connection::judgeUpgrade()
{
    const auto key = webSocketKeyOf(m_parser.head());
    if (!key) {
        refuse(key.error());
        return;
    }
    m_deadline.cancel();
    m_state = State::Answering;
    // Shared, because the decision may be made later, and what is called then must be copyable.
    const auto head = std::make_shared<RequestHead>(m_parser.takeRequest().head);
    head->peerAddress = m_tcp->peerAddress();
    m_handler->judgeUpgrade(m_context->worker, *head,
                            [self = QPointer(this), head, key = *key](const std::optional<Response> &refusal) {
                                if (!self || self->m_state != State::Answering)
                                    return; // the client did not wait
                                if (refusal)
                                    self->answer(*refusal, Response::ConnectionUse::Close);
                                else
                                    self->upgrade(std::move(*head), key);
                            });
}

void Connection::upgrade(RequestHead head, const QByteArray &key)
{
    auto tcp = std::move(m_tcp);
    tcp->setListener(nullptr);
    tcp->setReading(true);
    m_state = State::Closing;
    deleteLater();
    // What is left are frames the client sent without waiting for the answer.
    auto webSocket = m_context->acceptor.accept(std::move(tcp), key, std::exchange(m_input, {}));
    if (webSocket)
        m_handler->handleUpgraded(m_context->worker, std::move(head), std::move(webSocket));
}

void Connection::answer(const Response &response, Response::ConnectionUse use)
{
    m_exchange = nullptr;
    if (m_state != State::Answering)
        return;
    m_tcp->enqueue(
        response.serialized(use, m_isAnswerToHead ? Response::BodyUse::OmitForHead : Response::BodyUse::Send));
    if (use == Response::ConnectionUse::Close)
        closeAfterAnswer();
    else
        awaitNextRequest();
}

void Connection::refuse(ErrorCode code)
{
    m_state = State::Answering;
    m_isAnswerToHead = false;
    answer(Response(statusOf(code)), Response::ConnectionUse::Close);
}

void Connection::drop()
{
    m_exchange = nullptr;
    m_tcp->drop();
}

void Connection::closeAfterAnswer()
{
    m_state = State::Closing;
    m_deadline.cancel();
    m_tcp->close();
}

void Connection::awaitNextRequest()
{
    m_state = State::ReadingHead;
    m_parser = RequestParser(m_context->options.request);
    m_deadline.expireIn(m_context->worker.deadlines(), m_context->options.timeouts.idle);
    m_tcp->setReading(true);
    if (!m_input.isEmpty()) {
        m_deadline.expireIn(m_context->worker.deadlines(), m_context->options.timeouts.head);
        processInput();
    }
}

void Connection::handleDeadline()
{
    const bool isBetweenRequests = m_state == State::ReadingHead && m_input.isEmpty();
    if (isBetweenRequests)
        closeAfterAnswer();
    else
        refuse(ErrorCode::TooSlow);
}

void Connection::handleOverflow()
{
    m_tcp->drop();
}

void Connection::handleDisconnected()
{
    m_deadline.cancel();
    if (Exchange *exchange = std::exchange(m_exchange, nullptr))
        exchange->handleConnectionLost();
    if (m_state == State::Moving)
        return; // it is noticed before or after the move
    m_state = State::Closing;
    deleteLater();
}

} // namespace http
