#include "connection/socket.h"

#include "connection/logging.h"

#include <QPointer>

#include <memory>

namespace connection {

using protocol::failure;
using protocol::socketio::Packet;
using protocol::socketio::PacketType;

namespace {

QCborArray withName(const QString &name, QCborArray args)
{
    args.prepend(name);
    return args;
}

/// The callback, for as long as the context exists.
AckCallback guarded(QObject *context, AckCallback callback)
{
    return [guard = QPointer<QObject>(context), callback = std::move(callback)](const AckResult &result) {
        if (guard && callback)
            callback(result);
    };
}

} // namespace

Socket::Socket(const ServerAddress &address, const SocketOptions &options, QObject *parent)
    : QObject(parent), m_reconnector(address, options), m_buffer(options.buffer),
      m_retryQueue(options.retry, options.buffer,
                   [this, timeout = options.retry.ackTimeout](const QCborArray &nameAndArgs, AckCallback callback) {
                       emitNow(nameAndArgs, AckOptions{timeout, WhenOffline::Fail}, callback);
                   })
{
    connect(&m_reconnector, &Reconnector::stateChanged, this, &Socket::stateChanged);
    connect(&m_reconnector, &Reconnector::attemptFailed, this, &Socket::attemptFailed);
    connect(&m_reconnector, &Reconnector::refused, this, &Socket::refused);
    connect(&m_reconnector, &Reconnector::reconnectScheduled, this, &Socket::reconnectScheduled);
    connect(&m_reconnector, &Reconnector::connected, this, &Socket::handleConnected);
    connect(&m_reconnector, &Reconnector::disconnected, this, &Socket::handleDisconnected);
    connect(&m_reconnector, &Reconnector::packetReceived, this, &Socket::handlePacket);
    connect(&m_reconnector, &Reconnector::writable, this, &Socket::sendWaiting);
    connect(&m_acks, &PendingAcks::timedOut, this, [this](quint64 id) { m_buffer.remove(id); });
}

Socket::~Socket()
{
    m_reconnector.disconnect(this);
    m_acks.disconnect(this);
}

void Socket::on(const QString &name, QObject *context, EventHandler handler)
{
    m_handlers.add(name, context, std::move(handler));
}

void Socket::onAny(QObject *context, EventHandler handler)
{
    m_handlers.addForAny(context, std::move(handler));
}

Emitted Socket::emit(const QString &name, const QCborArray &args, WhenOffline whenOffline)
{
    EmitError error = EmitError::Disconnected;
    return dispose(
        WaitingEvent{protocol::socketio::encodeEvent(QStringLiteral("/"), withName(name, args)), {}, whenOffline},
        error);
}

void Socket::emitWithAck(const QString &name, const QCborArray &args, const AckOptions &options, QObject *context,
                         AckCallback callback)
{
    emitNow(withName(name, args), options, guarded(context, std::move(callback)));
}

void Socket::emitNow(const QCborArray &nameAndArgs, const AckOptions &options, const AckCallback &callback)
{
    const quint64 id = m_lastAckId++;
    EmitError error = EmitError::Disconnected;
    const Emitted emitted = dispose(
        WaitingEvent{protocol::socketio::encodeEvent(QStringLiteral("/"), nameAndArgs, id), id, options.whenOffline},
        error);
    if (emitted == Emitted::Dropped)
        failLater(callback, error);
    else
        m_acks.add(id, options.timeout, callback);
}

void Socket::emitReliably(const QString &name, const QCborArray &args, QObject *context, AckCallback callback)
{
    const QCborArray nameAndArgs = withName(name, args);
    const qint64 bytes = byteCount(protocol::socketio::encodeEvent(QStringLiteral("/"), nameAndArgs));
    const AckCallback guardedCallback = guarded(context, std::move(callback));
    if (!m_retryQueue.tryAdd(nameAndArgs, bytes, guardedCallback))
        failLater(guardedCallback, EmitError::BufferFull);
}

void Socket::discardWaiting()
{
    const SendBuffer discarded = std::exchange(m_buffer, SendBuffer(m_buffer.limits()));
    m_retryQueue.failAll(EmitError::Disconnected); // first, or it would try again what fails below
    m_acks.failIf([&discarded](quint64 id) { return discarded.contains(id); }, EmitError::Disconnected);
}

/// Sends the event, puts it into the buffer, or drops it with the reason in @p error.
Emitted Socket::dispose(WaitingEvent event, EmitError &error)
{
    SocketConnection *const connection = m_reconnector.connection();
    if (!connection && event.whenOffline != WhenOffline::Buffer)
        return Emitted::Dropped;
    if (connection && largestMessageBytes(event.packet) > connection->maxOutgoingBytes()) {
        error = EmitError::TooLarge;
        return Emitted::Dropped;
    }
    if (connection && m_buffer.isEmpty() && connection->isWritable()) {
        connection->send(event.packet);
        return Emitted::Sent;
    }
    if (event.whenOffline == WhenOffline::Drop)
        return Emitted::Dropped;
    if (m_buffer.tryAdd(std::move(event)))
        return Emitted::Waiting;
    error = EmitError::BufferFull;
    return Emitted::Dropped;
}

void Socket::sendWaiting()
{
    SocketConnection *const connection = m_reconnector.connection();
    while (connection && !m_buffer.isEmpty() && connection->isWritable()) {
        const WaitingEvent event = m_buffer.take();
        if (largestMessageBytes(event.packet) <= connection->maxOutgoingBytes())
            connection->send(event.packet);
        else if (event.ackId)
            m_acks.fail(*event.ackId, EmitError::TooLarge);
        else
            qCWarning(lcConnection) << "Not sent: an event that is larger than the server allows";
        if (m_reconnector.connection() != connection)
            return; // a callback has closed it
    }
}

void Socket::handleConnected(const QString &id)
{
    m_id = id;
    sendWaiting();
    m_retryQueue.resume();
    if (isConnected() && m_id == id)
        Q_EMIT connected();
}

void Socket::handleDisconnected(const Loss &loss)
{
    m_id.clear();
    m_retryQueue.pause();
    m_buffer.removeUnbuffered();
    m_acks.failIf([this](quint64 id) { return !m_buffer.contains(id); }, EmitError::Disconnected);
    Q_EMIT disconnected(loss);
}

void Socket::handlePacket(const Packet &packet)
{
    if (packet.type == PacketType::Ack)
        m_acks.resolve(*packet.id, packet.data.toArray());
    else
        handleEvent(packet);
}

void Socket::handleEvent(const Packet &packet)
{
    Event event;
    event.args = packet.data.toArray();
    event.name = event.args.takeFirst().toVariant().toString(); // a number may be a name, too
    if (packet.id) {
        const auto isAnswered = std::make_shared<bool>(false);
        event.ack
            = [socket = QPointer<Socket>(this), id = m_id, ackId = *packet.id, isAnswered](const QCborArray &args) {
                  if (socket && !std::exchange(*isAnswered, true))
                      socket->sendAck(id, ackId, args);
              };
    }
    if (!m_handlers.dispatch(event))
        qCDebug(lcConnection) << "Nobody listens to" << event.name;
}

void Socket::sendAck(const QString &connectionId, quint64 ackId, const QCborArray &args)
{
    if (!isConnected() || connectionId != m_id)
        return;
    const auto packet = protocol::socketio::encode(Packet{.type = PacketType::Ack, .id = ackId, .data = args});
    EmitError error = EmitError::Disconnected;
    dispose(WaitingEvent{packet, {}, WhenOffline::Fail}, error);
}

void Socket::failLater(const AckCallback &callback, EmitError error)
{
    QMetaObject::invokeMethod(
        this, [callback, error] { callback(failure(error)); }, Qt::QueuedConnection);
}

} // namespace connection
