#include "connection/retryqueue.h"

#include <utility>

namespace connection {

using protocol::failure;

RetryQueue::RetryQueue(const RetryOptions &options, const BufferLimits &limits, Transmit transmit)
    : m_options(options), m_limits(limits), m_transmit(std::move(transmit))
{
}

bool RetryQueue::tryAdd(const QCborArray &nameAndArgs, qint64 bytes, AckCallback callback)
{
    if (count() >= m_limits.maxEvents || bytes > m_limits.maxBytes - m_bytes)
        return false;
    m_items.push_back(Item{++m_lastNumber, nameAndArgs, bytes, std::move(callback)});
    m_bytes += bytes;
    transmitNext();
    return true;
}

void RetryQueue::resume()
{
    m_isPaused = false;
    transmitNext();
}

void RetryQueue::failAll(EmitError error)
{
    m_isUnderWay = false;
    m_bytes = 0;
    for (const Item &item : std::exchange(m_items, {})) {
        if (item.callback)
            item.callback(failure(error));
    }
}

void RetryQueue::transmitNext()
{
    if (m_isPaused || m_isUnderWay || m_items.empty())
        return;
    m_isUnderWay = true;
    Item &item = m_items.front();
    ++item.tries;
    m_transmit(item.nameAndArgs,
               [this, number = item.number](const AckResult &result) { handleOutcome(number, result); });
}

void RetryQueue::handleOutcome(quint64 number, const AckResult &result)
{
    if (m_items.empty() || m_items.front().number != number)
        return; // it was failed in the meantime
    m_isUnderWay = false;
    if (isFinal(result))
        finishFirst(result);
    transmitNext();
}

bool RetryQueue::isFinal(const AckResult &result) const
{
    if (result)
        return true;
    const bool mayHelp = result.error() == EmitError::Timeout || result.error() == EmitError::Disconnected;
    return !mayHelp || m_items.front().tries > m_options.maxRetries;
}

void RetryQueue::finishFirst(const AckResult &result)
{
    const Item item = std::move(m_items.front());
    m_items.pop_front();
    m_bytes -= item.bytes;
    if (item.callback)
        item.callback(result);
}

} // namespace connection
