#include "hosting/answerbudget.h"

#include <algorithm>

namespace hosting {

AnswerBudget::AnswerBudget(const Limits &limits) : m_limits(limits)
{
    m_all.tokens = limits.burst;
}

bool AnswerBudget::takeFor(const QHostAddress &address, std::chrono::milliseconds now)
{
    refill(m_all, m_limits.perSecond, m_limits.burst, now);
    if (m_all.tokens < 1)
        return false;
    auto found = m_addresses.find(address);
    if (found == m_addresses.end()) {
        if (m_addresses.size() >= m_limits.maxAddresses)
            forgetTheFull(now);
        if (m_addresses.size() >= m_limits.maxAddresses)
            return false;
        found = m_addresses.insert(address, {m_limits.burstOfAddress, now});
    }
    refill(*found, m_limits.perSecondOfAddress, m_limits.burstOfAddress, now);
    if (found->tokens < 1)
        return false;
    found->tokens -= 1;
    m_all.tokens -= 1;
    return true;
}

void AnswerBudget::refill(Bucket &bucket, double perSecond, double burst, std::chrono::milliseconds now)
{
    const double seconds = std::chrono::duration<double>(now - bucket.at).count();
    bucket.tokens = std::min(burst, bucket.tokens + perSecond * seconds);
    bucket.at = now;
}

void AnswerBudget::forgetTheFull(std::chrono::milliseconds now)
{
    // Whoever has their whole burst again is like somebody new.
    m_addresses.removeIf([this, now](auto entry) {
        refill(*entry, m_limits.perSecondOfAddress, m_limits.burstOfAddress, now);
        return entry->tokens >= m_limits.burstOfAddress;
    });
}

} // namespace hosting
