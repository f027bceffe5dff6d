// The part of Socket that receives: the order of events, their middlewares and their handlers.

#include "socketio/socket.h"

#include "socketio/client.h"
#include "socketio/namespace.h"
#include "socketio/socketextras.h"

#include "net/tokenbucket.h"

#include <QVarLengthArray>

namespace socketio {

void Socket::handleEvent(Event event, qsizetype bytes)
{
    if (!m_isConnected || !isWithinRate(event))
        return;
    if (isBusy())
        enqueue(std::move(event), bytes);
    else
        handleNow(std::move(event));
}

void Socket::handleGoodbye()
{
    if (isBusy()) {
        m_isGoodbyeWaiting = true;
        enqueue(std::nullopt, 0);
        return;
    }
    leaveAtOnce();
}

void Socket::leaveAtOnce()
{
    leaveNamespace(QStringLiteral("client namespace disconnect"));
}

void Socket::handleAck(quint64 id, const QCborArray &args)
{
    if (m_extras)
        m_extras->acks.resolve(id, args);
}

bool Socket::isBusy() const
{
    return m_isHandling || m_holds > 0;
}

bool Socket::isWithinRate(const Event &event)
{
    const EventRate &rate = m_namespace->eventRate();
    if (rate.perSecond <= 0)
        return true;
    const auto now = net::TokenBucket::Clock::now();
    net::TokenBucket &bucket = m_client->eventBucket(*m_namespace);
    if (bucket.tryTake(now))
        return true;
    const QCborMap error{{QStringLiteral("code"), QStringLiteral("rate_limited")},
                         {QStringLiteral("event"), event.name},
                         {QStringLiteral("retryAfterMs"), qint64(bucket.untilNext(now).count())}};
    event.ack(QCborMap{{QStringLiteral("ok"), false}, {QStringLiteral("error"), error}});
    emit("rate_limited", error);
    return false;
}

void Socket::enqueue(std::optional<Event> item, qsizetype bytes)
{
    SocketInbox &inbox = extras().inbox;
    if (inbox.size() >= m_namespace->maxPendingEvents() || inbox.bytes() > m_namespace->maxPendingBytes()) {
        // The client keeps sending although nothing is answered; it would fill the memory.
        m_client->session().close(engineio::CloseReason::ForcedClose);
        return;
    }
    inbox.push(std::move(item), bytes);
}

void Socket::handleNow(Event event)
{
    m_isHandling = true;
    if (m_extras && !m_extras->middlewares.empty())
        runMiddleware(0, event);
    else
        dispatch(event);
}

void Socket::runMiddleware(size_t index, const Event &event)
{
    if (!m_isConnected)
        return;
    if (!m_extras || index >= m_extras->middlewares.size()) {
        dispatch(event);
        return;
    }
    const Next next([weak = weak_from_this(), index, event](const std::optional<Refusal> &refusal) {
        const auto socket = weak.lock();
        if (!socket)
            return;
        socket->runInWorker([socket, index, event, refusal] {
            if (!refusal) {
                socket->runMiddleware(index + 1, event);
                return;
            }
            if (socket->m_extras && socket->m_extras->refusedHandler) {
                const auto handler = socket->m_extras->refusedHandler;
                handler(event, *refusal);
            }
            socket->m_isHandling = false;
            socket->handleWaiting();
        });
    });
    const EventMiddleware middleware = m_extras->middlewares[index];
    middleware(event, next);
}

void Socket::dispatch(const Event &event)
{
    const auto self = shared_from_this();
    if (m_extras && !m_extras->anyHandlers.empty()) {
        const auto handlers = m_extras->anyHandlers;
        for (const EventHandler &handler : handlers)
            handler(event);
    }
    // Collected first: a handler may add or remove handlers, or end the socket.
    QVarLengthArray<HandlerPointer, 4> handlers;
    for (const auto &[name, handler] : m_handlers) {
        if (name == event.name)
            handlers.append(handler);
    }
    for (const HandlerPointer &handler : handlers)
        (*handler)(event);
    m_isHandling = false;
    handleWaiting();
}

void Socket::handleWaiting()
{
    // Handling an event leads back here; the loop that is running then takes the next one.
    if (std::exchange(m_isTakingTurns, true))
        return;
    while (m_isConnected && !isBusy() && m_extras && !m_extras->inbox.isEmpty()) {
        std::optional<Event> item = m_extras->inbox.pop();
        if (item)
            handleNow(std::move(*item));
        else
            leaveAtOnce();
    }
    m_isTakingTurns = false;
}

Hold Socket::hold()
{
    ++m_holds;
    return Hold(weak_from_this());
}

void Socket::releaseHold()
{
    --m_holds;
    handleWaiting();
}

} // namespace socketio
