#include "socketio/broadcastacks.h"

#include "net/worker.h"

namespace socketio {

BroadcastAckCollector::BroadcastAckCollector(net::Worker &worker, int workerCount, std::chrono::milliseconds timeout,
                                             BroadcastAckCallback callback)
    : m_worker(worker), m_timeout(timeout), m_callback(std::move(callback)), m_workersLeft(workerCount)
{
}

void BroadcastAckCollector::start()
{
    m_worker.post([self = shared_from_this()] {
        {
            const std::lock_guard lock(self->m_mutex);
            if (!self->m_callback)
                return;
        }
        // The deadline keeps the collector alive until it expires or is cancelled.
        self->m_deadline = std::make_unique<net::Deadline>([self] { self->finish(true); });
        self->m_deadline->expireIn(self->m_worker.deadlines(), self->m_timeout);
    });
}

void BroadcastAckCollector::addReceivers(const QStringList &socketIds)
{
    {
        const std::lock_guard lock(m_mutex);
        m_awaited.unite(QSet<QString>(socketIds.begin(), socketIds.end()));
        --m_workersLeft;
    }
    finishIfComplete();
}

void BroadcastAckCollector::addResult(const QString &socketId, const AckResult &result)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_callback || !m_awaited.remove(socketId))
            return;
        if (result)
            m_acks.answers.push_back({socketId, *result});
        else
            m_gone.append(socketId);
    }
    finishIfComplete();
}

void BroadcastAckCollector::finishIfComplete()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_workersLeft > 0 || !m_awaited.isEmpty())
            return;
    }
    m_worker.post([self = shared_from_this()] { self->finish(false); });
}

void BroadcastAckCollector::finish(bool hasTimedOut)
{
    BroadcastAckCallback callback;
    BroadcastAcks acks;
    {
        const std::lock_guard lock(m_mutex);
        callback = std::exchange(m_callback, nullptr);
        acks = m_acks;
        acks.missing = m_gone + m_awaited.values();
    }
    if (callback) {
        acks.hasTimedOut = hasTimedOut;
        callback(acks);
    }
    const auto self = shared_from_this(); // the deadline may hold the last reference
    m_deadline.reset();
}

} // namespace socketio
