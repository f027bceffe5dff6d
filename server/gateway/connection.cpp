#include "gateway/connection.h"

#include "gateway/handlers.h"
#include "gateway/pendinganswer.h"

#include "net/addresskey.h"

namespace gateway {

using protocol::chat::Error;
using protocol::chat::ErrorCode;

namespace {

/// Requests of one connection that may be on their way at once; further ones wait with the socket, which bounds them.
constexpr int maxRunning = 1000;
/// As much of an unknown event's name as is repeated.
constexpr int shownNameCharacters = 64;

} // namespace

Connection::Connection(std::shared_ptr<Intake> intake, socketio::Socket &socket, const QString &user)
    : m_intake(std::move(intake)), m_socket(socket.weak_from_this()), m_actor{user, socket.id()},
      m_userAccount(m_intake->ledger.user(user)),
      m_addressAccount(m_intake->ledger.address(net::addressKey(socket.handshake().address())))
{
}

int Connection::noteStarted()
{
    m_intake->unanswered.fetch_add(1, std::memory_order_relaxed);
    return m_running.fetch_add(1, std::memory_order_relaxed) + 1;
}

void Connection::noteFinished()
{
    m_running.fetch_sub(1, std::memory_order_relaxed);
    m_intake->unanswered.fetch_sub(1, std::memory_order_release);
}

void Connection::handleEvent(const socketio::Event &event)
{
    const Handler *handler = handlerOf(event.name);
    std::optional<Error> error = refusalOf(event, handler);
    if (error && !event.ack) {
        if (error->code == ErrorCode::RateLimited)
            tellOfRate(event.name, *error);
        return;
    }
    std::optional<quint64> place;
    if (event.ack)
        place = m_answers.open(event.ack);
    const auto answer = std::make_shared<PendingAnswer>(shared_from_this(), place);
    if (answer->running() >= maxRunning) {
        if (const auto socket = m_socket.lock())
            answer->keep(socket->hold());
    }
    if (!error)
        error = handler->run(event.arg(0).toMap(), answer);
    if (error)
        answer->give(protocol::failure(std::move(*error)));
}

std::optional<Error> Connection::refusalOf(const socketio::Event &event, const Handler *handler)
{
    const auto closingFor = m_intake->closingFor.load(std::memory_order_relaxed);
    if (closingFor.count() >= 0)
        return Error{ErrorCode::ShuttingDown, {}, {}, closingFor};
    const RateKind kind = handler ? handler->rate : RateKind::Other;
    const auto wait = m_intake->ledger.take(kind, *m_userAccount, *m_addressAccount);
    if (wait.count() > 0)
        return Error{ErrorCode::RateLimited, {}, {}, wait};
    if (!handler) {
        return Error{ErrorCode::UnknownEvent,
                     QStringLiteral("There is no event “%1”.").arg(event.name.left(shownNameCharacters)),
                     {},
                     {}};
    }
    if (!event.args.isEmpty() && !event.arg(0).isMap())
        return Error{ErrorCode::BadRequest, QStringLiteral("The first argument must be an object."), {}, {}};
    return std::nullopt;
}

void Connection::tellOfRate(const QString &event, const Error &error)
{
    if (const auto socket = m_socket.lock()) {
        QCborMap data = error.toMap();
        data.insert(QLatin1String("event"), event);
        socket->emit("rate_limited", data);
    }
}

} // namespace gateway
