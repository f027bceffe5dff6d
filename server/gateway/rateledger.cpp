#include "gateway/rateledger.h"

#include <QString>

#include <algorithm>

namespace gateway {

namespace {

/// Rounded up: whoever waits that long gets through.
std::chrono::milliseconds inMilliseconds(std::chrono::nanoseconds wait)
{
    return std::chrono::ceil<std::chrono::milliseconds>(wait);
}

} // namespace

bool RateAccount::isFull(RateClock::time_point now) const
{
    return std::all_of(buckets.begin(), buckets.end(), [now](const RateBucket &bucket) { return bucket.isFull(now); });
}

RateLedger::RateLedger(const RateLimits &limits)
    : m_userRates(ratesOf(limits, 1)), m_addressRates(ratesOf(limits, std::max(limits.peoplePerAddress, 1.0)))
{
}

RateLedger::Rates RateLedger::ratesOf(const RateLimits &limits, double factor)
{
    // In the order of RateKind.
    return {Rate::perSecond(limits.messagesPerSecond * factor, limits.messageBurst * factor),
            Rate::perSecond(limits.reactionsPerSecond * factor, limits.reactionBurst * factor),
            Rate::perSecond(limits.typingPerSecond * factor, limits.typingBurst * factor),
            Rate::perMinute(limits.joinsPerMinute * factor, limits.joinBurst * factor),
            Rate::perMinute(limits.roomsPerMinute * factor, limits.roomBurst * factor),
            Rate::perMinute(limits.searchesPerMinute * factor, limits.searchBurst * factor),
            Rate::perSecond(limits.othersPerSecond * factor, limits.otherBurst * factor),
            Rate::perMinute(limits.connectsPerMinute, limits.connectBurst)};
}

std::shared_ptr<RateAccount> RateLedger::user(const QString &id)
{
    return account(m_users, id.toLatin1());
}

std::shared_ptr<RateAccount> RateLedger::address(const QByteArray &key)
{
    return account(m_addresses, key);
}

std::shared_ptr<RateAccount> RateLedger::account(Accounts &accounts, const QByteArray &key)
{
    const std::lock_guard lock(m_mutex);
    const auto known = accounts.constFind(key);
    if (known != accounts.constEnd())
        return *known;
    forgetIdle();
    const auto account = std::make_shared<RateAccount>();
    accounts.insert(key, account);
    return account;
}

std::chrono::milliseconds RateLedger::take(RateKind kind, RateAccount &user, RateAccount &address) const
{
    const auto now = RateClock::now();
    const auto index = size_t(kind);
    const auto wait = user.buckets[index].take(m_userRates[index], now);
    if (wait.count() > 0)
        return inMilliseconds(wait);
    return inMilliseconds(address.buckets[index].take(m_addressRates[index], now));
}

std::chrono::milliseconds RateLedger::take(RateKind kind, RateAccount &address) const
{
    const auto index = size_t(kind);
    return inMilliseconds(address.buckets[index].take(m_addressRates[index], RateClock::now()));
}

qsizetype RateLedger::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_users.size() + m_addresses.size();
}

void RateLedger::forgetIdle()
{
    if (m_users.size() + m_addresses.size() < m_forgetAbove)
        return;
    const auto now = RateClock::now();
    for (Accounts *accounts : {&m_users, &m_addresses}) {
        accounts->removeIf(
            [now](const auto &entry) { return entry.value().use_count() == 1 && entry.value()->isFull(now); });
    }
    // Twice what is left, so that looking through all of them stays rare.
    m_forgetAbove = std::max<qsizetype>(1024, 2 * (m_users.size() + m_addresses.size()));
}

} // namespace gateway
