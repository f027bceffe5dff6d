#include "gateway/entrance.h"

#include "gateway/connection.h"
#include "gateway/gatewaypublisher.h"
#include "gateway/logging.h"

#include "chat/actions/attach.h"
#include "chat/ports/executor.h"
#include "net/addresskey.h"
#include "protocol/chat/connectrequests.h"

namespace gateway {

using chat::Admission;
using protocol::chat::Error;
using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Result;

namespace {

constexpr QLatin1String userKey("user");
constexpr QLatin1String tokenKey("token");
constexpr QLatin1String tokenHashKey("tokenHash");

void refuse(const socketio::Next &next, const Error &error)
{
    const QCborMap data = error.toMap();
    next.refuse(data.value(QLatin1String("message")).toString(), data);
}

/// What the chat said of a socket travels with it from the middleware to the connection handler.
void putAdmission(socketio::Socket &socket, const Admission &admission)
{
    socket.data().insert(userKey, admission.user);
    socket.data().insert(tokenKey, admission.token);
    socket.data().insert(tokenHashKey, admission.tokenHash);
}

Admission takeAdmission(socketio::Socket &socket)
{
    QCborMap &data = socket.data();
    return {data.value(userKey).toString(), data.take(tokenKey).toString(), data.take(tokenHashKey).toByteArray()};
}

void greet(const std::weak_ptr<socketio::Socket> &weak, const Result<QCborMap> &result)
{
    const auto socket = weak.lock();
    if (!socket)
        return;
    socket->postToWorker([socket, result] {
        if (result) {
            socket->emit("welcome", *result);
            return;
        }
        socket->emit("closed", result.error().toMap());
        socket->disconnect(socketio::DisconnectScope::Connection);
    });
}

} // namespace

Result<protocol::chat::ConnectRequest> Entrance::readRequest(socketio::Socket &socket) const
{
    const auto closingFor = m_intake->closingFor.load(std::memory_order_relaxed);
    if (closingFor.count() >= 0)
        return refusal(ErrorCode::ShuttingDown, closingFor);
    const auto account = m_intake->ledger.address(net::addressKey(socket.handshake().address()));
    const auto wait = m_intake->ledger.take(RateKind::Connect, *account);
    if (wait.count() > 0)
        return refusal(ErrorCode::RateLimited, wait);
    return protocol::chat::readConnectRequest(socket.auth().toMap(), m_intake->limits);
}

void Entrance::admit(socketio::Socket &socket, const socketio::Next &next) const
{
    const auto request = readRequest(socket);
    if (!request) {
        refuse(next, request.error());
        return;
    }
    const auto reply = [weak = socket.weak_from_this(), next](const Result<Admission> &result) {
        const auto admitted = weak.lock();
        if (!admitted)
            return;
        if (!result) {
            refuse(next, result.error());
            return;
        }
        admitted->postToWorker([admitted, next, admission = *result] {
            putAdmission(*admitted, admission);
            next();
        });
    };
    m_intake->chatThread.post(
        [&context = m_intake->context, request = *request, reply] { chat::connectUser(context, request, reply); });
}

void Entrance::open(socketio::Socket &socket) const
{
    const Admission admission = takeAdmission(socket);
    socket.join(userChannel(admission.user));
    const auto connection = std::make_shared<Connection>(m_intake, socket, admission.user);
    socket.onAny([connection](const socketio::Event &event) { connection->handleEvent(event); });
    socket.onDisconnected([intake = m_intake, id = socket.id()](const QString &) {
        intake->chatThread.post([&context = intake->context, id] { chat::detach(context, id); });
    });
    m_intake->chatThread.post(
        [&context = m_intake->context, weak = socket.weak_from_this(), id = socket.id(), admission] {
            chat::attach(context, id, admission, [weak](const Result<QCborMap> &result) { greet(weak, result); });
        });
    qCDebug(lcGateway).noquote() << "user" << admission.user << "connected as" << socket.id();
}

} // namespace gateway
