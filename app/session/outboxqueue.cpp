#include "session/outboxqueue.h"

#include "cache/chatcache.h"

#include <algorithm>

namespace session {

using cache::OutgoingChange;

Outgoing OutboxItem::toOutgoing() const
{
    Outgoing outgoing;
    outgoing.nonce = change.nonce;
    outgoing.room = change.room;
    outgoing.text = change.text;
    outgoing.replyTo = change.replyTo;
    outgoing.createdAt = change.createdAt;
    outgoing.problem = problem;
    if (isRefused())
        outgoing.state = Outgoing::State::Refused;
    else if (isSending || acknowledgedSeq > 0)
        outgoing.state = Outgoing::State::Sending;
    return outgoing;
}

OutboxQueue::OutboxQueue(cache::ChatCache &cache) : m_cache(cache)
{
    for (const OutgoingChange &change : cache.outgoing()) {
        OutboxItem item;
        item.change = change;
        item.mayHaveArrived = true; // who knows
        if (item.isRefused())
            item.problem = RequestError{change.problemCode, change.problem, {}, {}};
        if (!item.isPost())
            ++m_changes[change.messageId];
        m_items.push_back(std::move(item));
    }
}

OutboxItem &OutboxQueue::add(const OutgoingChange &change)
{
    m_cache.storeOutgoing(change);
    OutboxItem item;
    item.change = change;
    m_items.push_back(std::move(item));
    if (!m_items.back().isPost())
        ++m_changes[change.messageId];
    return m_items.back();
}

OutboxItem *OutboxQueue::find(const QString &nonce)
{
    const auto it = std::find_if(m_items.begin(), m_items.end(),
                                 [&nonce](const OutboxItem &item) { return item.change.nonce == nonce; });
    return it == m_items.end() ? nullptr : &*it;
}

void OutboxQueue::remove(const QString &nonce)
{
    const auto it = std::find_if(m_items.begin(), m_items.end(),
                                 [&nonce](const OutboxItem &item) { return item.change.nonce == nonce; });
    if (it == m_items.end())
        return;
    forgetInCache(*it);
    if (!it->isPost() && --m_changes[it->change.messageId] == 0)
        m_changes.remove(it->change.messageId);
    m_items.erase(it);
}

void OutboxQueue::store(const OutboxItem &item)
{
    m_cache.storeOutgoing(item.change);
}

void OutboxQueue::forgetInCache(const OutboxItem &item)
{
    m_cache.removeOutgoing(item.change.nonce);
}

void OutboxQueue::moveToEnd(const QString &nonce)
{
    const auto it = std::find_if(m_items.begin(), m_items.end(),
                                 [&nonce](const OutboxItem &item) { return item.change.nonce == nonce; });
    if (it == m_items.end())
        return;
    m_items.splice(m_items.end(), m_items, it);
    forgetInCache(m_items.back());
    store(m_items.back());
}

QList<OutboxLane> OutboxQueue::lanes() const
{
    QList<OutboxLane> lanes;
    for (const OutboxItem &item : m_items) {
        if (const OutboxLane lane = laneOf(item); !lanes.contains(lane))
            lanes.append(lane);
    }
    return lanes;
}

OutboxItem *OutboxQueue::first(const OutboxLane &lane)
{
    for (OutboxItem &item : m_items) {
        if (item.isRefused() || item.acknowledgedSeq > 0 || laneOf(item) != lane)
            continue;
        return item.isSending ? nullptr : &item;
    }
    return nullptr;
}

} // namespace session
