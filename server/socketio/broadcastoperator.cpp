#include "socketio/broadcastoperator.h"

#include "socketio/namespace.h"

namespace socketio {

BroadcastOperator::BroadcastOperator(std::shared_ptr<Namespace> nsp, BroadcastOptions options)
    : m_namespace(std::move(nsp)), m_options(std::move(options))
{
}

BroadcastOperator BroadcastOperator::to(const Name &room) const
{
    return to(QStringList{room.text()});
}

BroadcastOperator BroadcastOperator::to(const QStringList &rooms) const
{
    BroadcastOperator result(*this);
    result.m_options.rooms += rooms;
    return result;
}

BroadcastOperator BroadcastOperator::except(const Name &room) const
{
    return except(QStringList{room.text()});
}

BroadcastOperator BroadcastOperator::except(const QStringList &rooms) const
{
    BroadcastOperator result(*this);
    result.m_options.except += rooms;
    return result;
}

BroadcastOperator BroadcastOperator::asVolatile() const
{
    BroadcastOperator result(*this);
    result.m_options.isVolatile = true;
    return result;
}

BroadcastOperator BroadcastOperator::local() const
{
    BroadcastOperator result(*this);
    result.m_options.isLocal = true;
    return result;
}

BroadcastOperator BroadcastOperator::timeout(std::chrono::milliseconds timeout) const
{
    BroadcastOperator result(*this);
    result.m_options.timeout = timeout;
    return result;
}

void BroadcastOperator::emitArray(const Name &name, const QCborArray &args) const
{
    m_namespace->adapter().broadcast(withName(name, args), m_options);
}

void BroadcastOperator::emitArrayWithAck(BroadcastAckCallback callback, const Name &name, const QCborArray &args) const
{
    m_namespace->adapter().broadcastWithAck(withName(name, args), m_options, std::move(callback));
}

void BroadcastOperator::socketsJoin(const QStringList &rooms) const
{
    m_namespace->adapter().joinRooms(m_options, rooms);
}

void BroadcastOperator::socketsLeave(const QStringList &rooms) const
{
    m_namespace->adapter().leaveRooms(m_options, rooms);
}

void BroadcastOperator::disconnectSockets(DisconnectScope scope) const
{
    m_namespace->adapter().disconnectSockets(m_options, scope);
}

void BroadcastOperator::fetchSockets(FetchCallback callback) const
{
    m_namespace->adapter().fetchSockets(m_options, std::move(callback));
}

} // namespace socketio
