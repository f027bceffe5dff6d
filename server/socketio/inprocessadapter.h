#pragma once

#include "socketio/adapter.h"
#include "socketio/encodedmessage.h"

#include "net/workerpool.h"

#include <memory>

namespace socketio {

class Namespace;
class NamespaceShard;

/// Reaches the sockets of this server. A broadcast is encoded once; the worker it comes from delivers it at once to its
/// own sockets, the others as soon as they get to it.
/// Thread: any.
class InProcessAdapter final : public Adapter
{
public:
    /// @p nsp owns the adapter.
    InProcessAdapter(Namespace &nsp, net::WorkerPool &pool);

    void broadcast(const PacketContent &content, const BroadcastOptions &options) override;
    void broadcastWithAck(const QCborArray &nameAndArgs, const BroadcastOptions &options,
                          BroadcastAckCallback callback) override;
    void joinRooms(const BroadcastOptions &options, const QStringList &rooms) override;
    void leaveRooms(const BroadcastOptions &options, const QStringList &rooms) override;
    void disconnectSockets(const BroadcastOptions &options, DisconnectScope scope) override;
    void fetchSockets(const BroadcastOptions &options, FetchCallback callback) override;

private:
    /// Runs @p task in every worker with its part of the namespace: in this one at once, in the others later.
    void inEachWorker(const std::function<void(NamespaceShard &)> &task);
    void publishInOrder(const PacketContent &content, const BroadcastOptions &options);

    Namespace &m_namespace;
    net::WorkerPool &m_pool;
};

} // namespace socketio
