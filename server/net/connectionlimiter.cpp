#include "net/connectionlimiter.h"

#include "net/addresskey.h"

namespace net {

ConnectionTicket::ConnectionTicket(std::shared_ptr<ConnectionLimiter> limiter, QByteArray key)
    : m_limiter(std::move(limiter)), m_key(std::move(key))
{
}

ConnectionTicket &ConnectionTicket::operator=(ConnectionTicket &&other) noexcept
{
    if (this != &other) {
        release();
        m_limiter = std::move(other.m_limiter);
        m_key = std::move(other.m_key);
    }
    return *this;
}

ConnectionTicket::~ConnectionTicket()
{
    release();
}

void ConnectionTicket::release()
{
    if (m_limiter)
        m_limiter->release(m_key);
    m_limiter.reset();
}

ConnectionLimiter::ConnectionLimiter(ConnectionLimits limits) : m_limits(limits) {}

std::optional<ConnectionTicket> ConnectionLimiter::admit(const QHostAddress &address)
{
    const QByteArray key = addressKey(address);
    const auto now = TokenBucket::Clock::now();
    const std::lock_guard lock(m_mutex);
    if (m_limits.maxConnections > 0 && m_open >= m_limits.maxConnections)
        return std::nullopt;

    AddressState &state = m_addresses[key];
    if (m_limits.maxConnectionsPerAddress > 0 && state.open >= m_limits.maxConnectionsPerAddress)
        return std::nullopt;
    if (m_limits.connectsPerSecondPerAddress > 0) {
        if (!state.connects)
            state.connects.emplace(m_limits.connectsPerSecondPerAddress, m_limits.connectBurstPerAddress, now);
        if (!state.connects->tryTake(now))
            return std::nullopt;
    }
    ++state.open;
    ++m_open;
    forgetQuietAddresses(now);
    return ConnectionTicket(shared_from_this(), key);
}

int ConnectionLimiter::openConnections() const
{
    const std::lock_guard lock(m_mutex);
    return m_open;
}

void ConnectionLimiter::release(const QByteArray &key)
{
    const std::lock_guard lock(m_mutex);
    --m_open;
    const auto it = m_addresses.find(key);
    if (it == m_addresses.end())
        return;
    --it->open;
    if (it->open == 0 && !it->connects)
        m_addresses.erase(it);
}

void ConnectionLimiter::forgetQuietAddresses(TokenBucket::Clock::time_point now)
{
    // Addresses with a full bucket and nothing open are as good as unknown. Looked for only when the table has
    // doubled, so that the cost per connection stays constant.
    if (m_addresses.size() < m_forgetAbove)
        return;
    m_addresses.removeIf([now](std::pair<const QByteArray &, AddressState &> address) {
        AddressState &state = address.second;
        return state.open == 0 && (!state.connects || state.connects->isFull(now));
    });
    m_forgetAbove = std::max<qsizetype>(1024, m_addresses.size() * 2);
}

} // namespace net
