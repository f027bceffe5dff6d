#include "connection/pendingacks.h"

#include <algorithm>
#include <vector>

namespace connection {

using protocol::failure;
using std::chrono::milliseconds;

PendingAcks::PendingAcks(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PendingAcks::handleTimer);
}

PendingAcks::~PendingAcks() = default;

void PendingAcks::add(quint64 id, milliseconds timeout, AckCallback callback)
{
    const auto due = timeout.count() > 0 ? Clock::now() + timeout : Clock::time_point::max();
    m_pending.insert_or_assign(id, Pending{std::move(callback), due});
    armTimer();
}

void PendingAcks::resolve(quint64 id, const QCborArray &args)
{
    finish(id, args);
}

void PendingAcks::fail(quint64 id, EmitError error)
{
    finish(id, failure(error));
}

void PendingAcks::failIf(const std::function<bool(quint64)> &isAffected, EmitError error)
{
    std::vector<quint64> ids;
    for (const auto &[id, pending] : m_pending) {
        if (isAffected(id))
            ids.push_back(id);
    }
    for (const quint64 id : ids)
        finish(id, failure(error));
}

void PendingAcks::finish(quint64 id, const AckResult &result)
{
    const auto node = m_pending.extract(id);
    if (!node.empty() && node.mapped().callback)
        node.mapped().callback(result);
}

void PendingAcks::handleTimer()
{
    const auto now = Clock::now();
    std::vector<quint64> due;
    for (const auto &[id, pending] : m_pending) {
        if (pending.due <= now)
            due.push_back(id);
    }
    for (const quint64 id : due) {
        if (m_pending.contains(id)) {
            Q_EMIT timedOut(id);
            fail(id, EmitError::Timeout);
        }
    }
    armTimer();
}

void PendingAcks::armTimer()
{
    auto first = Clock::time_point::max();
    for (const auto &[id, pending] : m_pending)
        first = std::min(first, pending.due);
    if (first == Clock::time_point::max())
        return;
    const auto delay = std::chrono::ceil<milliseconds>(first - Clock::now());
    m_timer.start(std::max(delay, milliseconds(0)));
}

} // namespace connection
