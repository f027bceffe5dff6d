#include "socketio/inprocessadapter.h"

#include "socketio/namespace.h"
#include "socketio/namespaceshard.h"
#include "socketio/recoverylog.h"

namespace socketio {

using namespace std::chrono_literals;

InProcessAdapter::InProcessAdapter(Namespace &nsp, net::WorkerPool &pool) : m_namespace(nsp), m_pool(pool) {}

void InProcessAdapter::inEachWorker(const std::function<void(NamespaceShard &)> &task)
{
    const auto nsp = m_namespace.shared_from_this();
    for (int i = 0; i < m_pool.size(); ++i) {
        net::Worker &worker = m_pool.at(i);
        if (worker.isCurrent())
            task(nsp->shard(i));
        else
            worker.post([nsp, i, task] { task(nsp->shard(i)); });
    }
}

void InProcessAdapter::broadcast(const PacketContent &content, const BroadcastOptions &options)
{
    if (m_namespace.recoveryLog()) {
        publishInOrder(content, options);
        return;
    }
    const EncodedMessage message(content.encode(protocol::socketio::PacketType::Event, m_namespace.name()));
    const int only = m_pool.size() == 1 ? 0 : options.worker.value_or(-1);
    if (only >= 0 && m_pool.at(only).isCurrent()) {
        m_namespace.shard(only).deliver(message, content, options);
        return;
    }
    struct Broadcast
    {
        EncodedMessage message;
        PacketContent content;
        BroadcastOptions options;
    };
    // Shared: it is handed on several times on its way.
    inEachWorker([shared = std::make_shared<const Broadcast>(Broadcast{message, content, options})](
                     NamespaceShard &shard) { shard.deliver(shared->message, shared->content, shared->options); });
}

void InProcessAdapter::publishInOrder(const PacketContent &content, const BroadcastOptions &options)
{
    const auto nsp = m_namespace.shared_from_this();
    const auto publish = [&](const EncodedMessage &message, quint64 number) {
        for (int i = 0; i < m_pool.size(); ++i) {
            if (options.worker.value_or(i) != i)
                continue;
            if (nsp->shard(i).putInLine({message, content, options, number}) && !m_pool.at(i).isCurrent())
                m_pool.at(i).post([nsp, i] { nsp->shard(i).deliverLine(); });
        }
    };
    auto packet = content.encode(protocol::socketio::PacketType::Event, m_namespace.name());
    if (options.isVolatile)
        m_namespace.recoveryLog()->passThrough(std::move(packet), publish);
    else
        m_namespace.recoveryLog()->append(std::move(packet), options, publish);
    if (net::Worker *worker = m_pool.current())
        nsp->shard(worker->index()).deliverLine();
}

void InProcessAdapter::broadcastWithAck(const QCborArray &nameAndArgs, const BroadcastOptions &options,
                                        BroadcastAckCallback callback)
{
    net::Worker *current = m_pool.current();
    const auto collector = std::make_shared<BroadcastAckCollector>(current ? *current : m_pool.at(0), m_pool.size(),
                                                                   options.timeout.value_or(10s), std::move(callback));
    collector->start();
    const quint64 id = m_namespace.nextAckId();
    const EncodedMessage message(protocol::socketio::encodeEvent(m_namespace.name(), nameAndArgs, id));
    inEachWorker([=](NamespaceShard &shard) { shard.deliverWithAck(message, nameAndArgs, options, id, collector); });
}

void InProcessAdapter::joinRooms(const BroadcastOptions &options, const QStringList &rooms)
{
    inEachWorker([=](NamespaceShard &shard) { shard.joinRooms(options, rooms); });
}

void InProcessAdapter::leaveRooms(const BroadcastOptions &options, const QStringList &rooms)
{
    inEachWorker([=](NamespaceShard &shard) { shard.leaveRooms(options, rooms); });
}

void InProcessAdapter::disconnectSockets(const BroadcastOptions &options, DisconnectScope scope)
{
    inEachWorker([=](NamespaceShard &shard) { shard.disconnectSockets(options, scope); });
}

void InProcessAdapter::fetchSockets(const BroadcastOptions &options, FetchCallback callback)
{
    struct Gathering
    {
        std::mutex mutex;
        int workersLeft;
        std::vector<RemoteSocket> sockets;
    };
    const auto gathering = std::make_shared<Gathering>();
    gathering->workersLeft = m_pool.size();
    net::Worker *current = m_pool.current();
    net::Worker &home = current ? *current : m_pool.at(0);
    inEachWorker([=, &home](NamespaceShard &shard) {
        const std::vector<RemoteSocket> found = shard.describe(options);
        const std::lock_guard lock(gathering->mutex);
        gathering->sockets.insert(gathering->sockets.end(), found.begin(), found.end());
        if (--gathering->workersLeft == 0)
            home.post([gathering, callback] { callback(gathering->sockets); });
    });
}

} // namespace socketio
