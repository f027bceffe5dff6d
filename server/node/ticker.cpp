#include "node/ticker.h"

namespace node {

Ticker::Ticker(net::DeadlineQueue &queue, std::chrono::milliseconds interval, std::function<void()> onTick)
    : m_queue(queue), m_interval(interval), m_onTick(std::move(onTick)), m_deadline([this] {
          m_deadline.expireIn(m_queue, m_interval);
          m_onTick();
      })
{
    m_deadline.expireIn(m_queue, m_interval);
}

} // namespace node
