#pragma once

#include "net/tokenbucket.h"

#include <QByteArray>
#include <QHash>
#include <QHostAddress>

#include <memory>
#include <mutex>
#include <optional>

namespace net {

struct ConnectionLimits
{
    int maxConnections = 20'000; ///< open at once, in total; 0 = no cap
    int maxConnectionsPerAddress = 0; ///< open at once from one address (see addressKey()); 0 = no cap
    double connectsPerSecondPerAddress = 0; ///< steady rate from one address; 0 = no limit
    double connectBurstPerAddress = 100; ///< how many may come at once before the rate counts
};

class ConnectionLimiter;

/// The right of one connection to be open; gives its place back when it is destroyed. Movable.
/// Thread: any.
class ConnectionTicket final
{
public:
    ConnectionTicket() = default;
    ConnectionTicket(std::shared_ptr<ConnectionLimiter> limiter, QByteArray key);
    ConnectionTicket(ConnectionTicket &&other) noexcept = default;
    ConnectionTicket &operator=(ConnectionTicket &&other) noexcept;
    ~ConnectionTicket();
    Q_DISABLE_COPY(ConnectionTicket)

private:
    void release();

    std::shared_ptr<ConnectionLimiter> m_limiter;
    QByteArray m_key;
};

/// Counts open connections and connection attempts, in total and per address.
/// Thread: any.
class ConnectionLimiter final : public std::enable_shared_from_this<ConnectionLimiter>
{
public:
    explicit ConnectionLimiter(ConnectionLimits limits);

    /// Nothing when the address or the server is over a limit.
    [[nodiscard]] std::optional<ConnectionTicket> admit(const QHostAddress &address);
    [[nodiscard]] int openConnections() const;

private:
    friend class ConnectionTicket;
    struct AddressState
    {
        int open = 0;
        std::optional<TokenBucket> connects;
    };

    void release(const QByteArray &key);
    void forgetQuietAddresses(TokenBucket::Clock::time_point now);

    const ConnectionLimits m_limits;
    mutable std::mutex m_mutex;
    int m_open = 0; ///< guarded by m_mutex
    QHash<QByteArray, AddressState> m_addresses; ///< guarded by m_mutex
    qsizetype m_forgetAbove = 1024; ///< guarded by m_mutex
};

} // namespace net
