#pragma once

#include "socketio/acknowledge.h"

#include "net/deadline.h"

#include <QCborArray>
#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace net {
class Worker;
}

namespace socketio {

/// The answers to a broadcast that asked for them.
struct BroadcastAcks
{
    struct Answer
    {
        QString socketId;
        QCborArray args;
    };
    std::vector<Answer> answers; ///< in the order they came
    QStringList missing; ///< ids of the sockets that did not answer in time, or disconnected first
    bool hasTimedOut = false;
};

using BroadcastAckCallback = std::function<void(const BroadcastAcks &)>;

/// Collects the answers to one broadcast from the workers that sent it. Done when every worker has said how many
/// sockets it sent it to and each of those has answered or gone, or when the time is over. Thread: any; the callback
/// runs in the worker named, once.
class BroadcastAckCollector final : public std::enable_shared_from_this<BroadcastAckCollector>
{
public:
    BroadcastAckCollector(net::Worker &worker, int workerCount, std::chrono::milliseconds timeout,
                          BroadcastAckCallback callback);

    [[nodiscard]] std::chrono::milliseconds timeout() const { return m_timeout; }
    /// Starts the clock.
    void start();
    /// One worker has sent to @p socketIds; call it before any of them can answer.
    void addReceivers(const QStringList &socketIds);
    void addResult(const QString &socketId, const AckResult &result);

private:
    void finishIfComplete();
    void finish(bool hasTimedOut);

    net::Worker &m_worker;
    const std::chrono::milliseconds m_timeout;
    std::mutex m_mutex;
    BroadcastAckCallback m_callback; ///< guarded by m_mutex; null once called
    BroadcastAcks m_acks; ///< guarded by m_mutex; without `missing`
    QSet<QString> m_awaited; ///< guarded by m_mutex
    QStringList m_gone; ///< guarded by m_mutex: those that will not answer any more
    int m_workersLeft; ///< guarded by m_mutex
    std::unique_ptr<net::Deadline> m_deadline; ///< used in m_worker only
};

} // namespace socketio
