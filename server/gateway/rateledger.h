#pragma once

#include "gateway/ratebucket.h"
#include "gateway/ratelimits.h"

#include <QByteArray>
#include <QHash>

#include <array>
#include <memory>
#include <mutex>

namespace gateway {

/// What one user or one address has done lately, of each kind.
/// Thread: any.
struct RateAccount
{
    std::array<RateBucket, rateKinds> buckets;

    [[nodiscard]] bool isFull(RateClock::time_point now) const;
};

/// The accounts of everybody who is here or was here a moment ago. One that is full and that nobody holds is forgotten,
/// so the memory taken is bounded by what the rates let through.
/// Thread: any.
class RateLedger final
{
public:
    explicit RateLedger(const RateLimits &limits);

    [[nodiscard]] std::shared_ptr<RateAccount> user(const QString &id);
    /// @p key as net::addressKey() makes it.
    [[nodiscard]] std::shared_ptr<RateAccount> address(const QByteArray &key);

    /// Takes one of @p kind from both and returns 0; or how long to wait.
    [[nodiscard]] std::chrono::milliseconds take(RateKind kind, RateAccount &user, RateAccount &address) const;
    /// The same where only the address is known.
    [[nodiscard]] std::chrono::milliseconds take(RateKind kind, RateAccount &address) const;

    /// Accounts that are remembered.
    [[nodiscard]] qsizetype size() const;

private:
    using Rates = std::array<Rate, rateKinds>;
    using Accounts = QHash<QByteArray, std::shared_ptr<RateAccount>>;

    [[nodiscard]] static Rates ratesOf(const RateLimits &limits, double factor);
    [[nodiscard]] std::shared_ptr<RateAccount> account(Accounts &accounts, const QByteArray &key);
    void forgetIdle();

    const Rates m_userRates;
    const Rates m_addressRates;
    mutable std::mutex m_mutex;
    Accounts m_users; ///< guarded by m_mutex
    Accounts m_addresses; ///< guarded by m_mutex
    qsizetype m_forgetAbove = 1024; ///< guarded by m_mutex
};

} // namespace gateway
