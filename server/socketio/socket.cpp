#include "socketio/socket.h"

#include "socketio/client.h"
#include "socketio/namespace.h"
#include "socketio/namespaceshard.h"
#include "socketio/recoverylog.h"
#include "socketio/socketextras.h"

#include "engineio/sessionid.h"

#include "net/worker.h"

#include <algorithm>

namespace socketio {

using protocol::socketio::Packet;
using protocol::socketio::PacketType;

Socket::Socket(Client &client, std::shared_ptr<Namespace> nsp, QCborValue auth, const RecoveredSocket *recovered,
               QString privateId)
    : m_client(&client), m_worker(client.session().worker()), m_namespace(std::move(nsp)),
      m_id(recovered ? recovered->socket.id : QString::fromLatin1(engineio::randomUrlSafeText(15))),
      m_privateId(std::move(privateId)), m_auth(std::move(auth)), m_isRecovered(recovered != nullptr)
{
    if (recovered) {
        m_data = recovered->socket.data;
        m_connectedAfter = recovered->socket.connectedAfter;
    }
}

Socket::~Socket() = default;

const engineio::Handshake &Socket::handshake() const
{
    return m_client->session().handshake();
}

engineio::TransportKind Socket::transportKind() const
{
    return m_client->session().transportKind();
}

Socket::Extras &Socket::extras()
{
    if (!m_extras)
        m_extras = std::make_unique<Extras>();
    return *m_extras;
}

bool Socket::isInWorker() const
{
    return m_worker.isCurrent();
}

void Socket::runInWorker(std::function<void()> task)
{
    if (isInWorker())
        task();
    else
        m_worker.post(std::move(task));
}

void Socket::postToWorker(std::function<void()> task)
{
    m_worker.post(std::move(task));
}

// Listening

void Socket::on(const Name &event, EventHandler handler)
{
    m_handlers.emplace_back(event, std::make_shared<const EventHandler>(std::move(handler)));
}

void Socket::off(const Name &event)
{
    std::erase_if(m_handlers, [&event](const auto &entry) { return entry.first == event.text(); });
}

void Socket::onAny(EventHandler handler)
{
    extras().anyHandlers.push_back(std::move(handler));
}

void Socket::offAny()
{
    extras().anyHandlers.clear();
}

void Socket::onAnyOutgoing(OutgoingHandler handler)
{
    extras().outgoingHandlers.push_back(std::move(handler));
}

void Socket::offAnyOutgoing()
{
    extras().outgoingHandlers.clear();
}

bool Socket::hasOutgoingHandlers() const
{
    return m_extras && !m_extras->outgoingHandlers.empty();
}

void Socket::reportOutgoing(const QCborArray &nameAndArgs)
{
    if (!hasOutgoingHandlers())
        return;
    QCborArray args = nameAndArgs;
    const QString name = args.takeFirst().toString();
    const auto handlers = m_extras->outgoingHandlers;
    for (const OutgoingHandler &handler : handlers)
        handler(name, args);
}

void Socket::use(EventMiddleware middleware)
{
    extras().middlewares.push_back(std::move(middleware));
}

void Socket::onRefused(std::function<void(const Event &, const Refusal &)> handler)
{
    extras().refusedHandler = std::move(handler);
}

void Socket::onDisconnecting(std::function<void(const QString &)> handler)
{
    extras().disconnectingHandlers.push_back(std::move(handler));
}

void Socket::onDisconnected(std::function<void(const QString &)> handler)
{
    extras().disconnectedHandlers.push_back(std::move(handler));
}

// Sending

void Socket::emitArray(const Name &name, const QCborArray &args)
{
    Q_ASSERT(isInWorker());
    const QCborArray nameAndArgs = withName(name, args);
    if (m_namespace->recoveryLog() && m_isConnected) {
        // Takes its number among the broadcasts, so that it can be recovered in its place.
        m_namespace->adapter().broadcast(nameAndArgs, onlyMe());
        return;
    }
    sendDirectly(nameAndArgs);
}

void Socket::emitVolatileArray(const Name &name, const QCborArray &args)
{
    Q_ASSERT(isInWorker());
    BroadcastOptions options = onlyMe();
    options.isVolatile = true;
    if (m_isConnected)
        m_namespace->adapter().broadcast(withName(name, args), options);
}

BroadcastOptions Socket::onlyMe() const
{
    BroadcastOptions options;
    options.rooms = QStringList{m_id};
    options.worker = m_worker.index();
    return options;
}

void Socket::sendDirectly(const QCborArray &nameAndArgs)
{
    sendNow(EncodedMessage(protocol::socketio::encodeEvent(m_namespace->name(), nameAndArgs)));
    reportOutgoing(nameAndArgs);
}

void Socket::emitArrayWithAck(std::chrono::milliseconds timeout, AckCallback callback, const Name &name,
                              const QCborArray &args)
{
    const quint64 id = m_namespace->nextAckId();
    const QCborArray nameAndArgs = withName(name, args);
    awaitAck(id, timeout, std::move(callback));
    sendNow(EncodedMessage(protocol::socketio::encodeEvent(m_namespace->name(), nameAndArgs, id)));
    reportOutgoing(nameAndArgs);
}

void Socket::awaitAck(quint64 id, std::chrono::milliseconds timeout, AckCallback callback)
{
    Q_ASSERT(isInWorker());
    if (m_client)
        extras().acks.add(id, m_worker.deadlines(), timeout, std::move(callback));
    else if (callback)
        callback(protocol::failure(AckError::Disconnected));
}

void Socket::sendAck(quint64 id, const PacketContent &args)
{
    sendNow(EncodedMessage(args.encode(PacketType::Ack, m_namespace->name(), id)));
}

void Socket::sendNow(const EncodedMessage &message)
{
    Q_ASSERT(isInWorker());
    if (m_client)
        message.sendTo(m_client->session());
}

void Socket::deliver(const EncodedMessage &message, const BroadcastOptions &options)
{
    if (!m_client || !m_isConnected || (options.isVolatile && !m_client->session().isWritable()))
        return;
    message.sendTo(m_client->session());
}

// Rooms

void Socket::join(const Name &room)
{
    Q_ASSERT(isInWorker());
    if (m_client)
        m_namespace->shard(m_worker.index()).rooms().join(*this, room);
}

void Socket::leave(const Name &room)
{
    Q_ASSERT(isInWorker());
    m_namespace->shard(m_worker.index()).rooms().leave(*this, room);
}

QStringList Socket::rooms() const
{
    return m_namespace->shard(m_worker.index()).rooms().roomsOf(*this);
}

BroadcastOperator Socket::broadcast() const
{
    BroadcastOptions options;
    options.except = QStringList{m_id};
    return BroadcastOperator(m_namespace, options);
}

// Coming and going

void Socket::handleConnected(const RecoveredSocket *recovered)
{
    m_isConnected = true;
    RecoveryLog *log = m_namespace->recoveryLog();
    if (!recovered && log)
        m_connectedAfter = log->lastNumber();
    m_namespace->shard(m_worker.index()).rooms().add(shared_from_this());
    if (recovered) {
        for (const QString &room : recovered->socket.rooms)
            join(room);
        // In its rooms first: what is published from now on waits in this worker's line, and what of it is among the
        // missed is skipped there.
        const MissedEvents missed = log->missedBy(*recovered);
        m_recoveredUpTo = missed.upTo;
        for (const EncodedMessage &message : missed.messages)
            sendNow(message);
    }
    QCborMap data{{QStringLiteral("sid"), m_id}};
    if (!m_privateId.isEmpty())
        data.insert(QStringLiteral("pid"), m_privateId);
    sendNow(EncodedMessage::fromPacket(Packet{PacketType::Connect, m_namespace->name(), std::nullopt, data}));
}

void Socket::refuseConnection(const Refusal &refusal)
{
    QCborMap data{{QStringLiteral("message"), refusal.message}};
    if (!refusal.data.isUndefined())
        data.insert(QStringLiteral("data"), refusal.data);
    sendNow(EncodedMessage::fromPacket(Packet{PacketType::ConnectError, m_namespace->name(), std::nullopt, data}));
    abandon();
}

void Socket::abandon()
{
    m_namespace->shard(m_worker.index()).rooms().remove(*this); // a middleware may have put it into a room
    if (m_extras)
        m_extras->acks.failAll();
    m_extras.reset();
    m_handlers.clear();
    m_client = nullptr;
}

void Socket::disconnect(DisconnectScope scope)
{
    if (!m_client || !m_isConnected)
        return;
    const auto self = shared_from_this();
    if (scope == DisconnectScope::Connection) {
        m_client->disconnect();
        return;
    }
    sendNow(EncodedMessage::fromPacket(
        Packet{PacketType::Disconnect, m_namespace->name(), std::nullopt, QCborValue(QCborValue::Undefined)}));
    leaveNamespace(QStringLiteral("server namespace disconnect"));
}

void Socket::drop()
{
    if (m_client)
        m_client->session().drop();
}

void Socket::leaveNamespace(const QString &reason)
{
    m_client->forget(*this);
    handleClosed(reason, false);
}

void Socket::handleClosed(const QString &reason, bool isRecoverable)
{
    const auto self = shared_from_this();
    if (!std::exchange(m_isConnected, false)) {
        abandon();
        return;
    }
    if (m_extras) {
        const auto handlers = m_extras->disconnectingHandlers; // a copy: they may add more
        for (const auto &handler : handlers)
            handler(reason);
    }
    if (isRecoverable && m_namespace->recoveryLog())
        m_namespace->recoveryLog()->keep(m_privateId, {m_id, rooms(), m_data, m_connectedAfter});
    m_namespace->shard(m_worker.index()).rooms().remove(*this);
    m_namespace->release();
    if (m_extras) {
        m_extras->acks.failAll();
        const auto handlers = m_extras->disconnectedHandlers;
        for (const auto &handler : handlers)
            handler(reason);
    }
    abandon();
}

} // namespace socketio
