#include "socketio/pendingacks.h"

namespace socketio {

using protocol::failure;

void PendingAcks::add(quint64 id, net::DeadlineQueue &deadlines, std::chrono::milliseconds timeout,
                      AckCallback callback)
{
    Pending pending{std::move(callback), nullptr};
    if (timeout.count() > 0) {
        pending.deadline = std::make_unique<net::Deadline>([this, id] { finish(id, failure(AckError::TimedOut)); });
        pending.deadline->expireIn(deadlines, timeout);
    }
    m_pending.insert_or_assign(id, std::move(pending));
}

bool PendingAcks::resolve(quint64 id, const QCborArray &args)
{
    if (!m_pending.contains(id))
        return false;
    finish(id, args);
    return true;
}

void PendingAcks::failAll()
{
    const auto failed = std::exchange(m_pending, {});
    for (const auto &[id, pending] : failed) {
        if (pending.callback)
            pending.callback(failure(AckError::Disconnected));
    }
}

void PendingAcks::finish(quint64 id, const AckResult &result)
{
    const auto node = m_pending.extract(id);
    if (!node.empty() && node.mapped().callback)
        node.mapped().callback(result);
}

} // namespace socketio
