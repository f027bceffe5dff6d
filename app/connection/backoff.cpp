#include "connection/backoff.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace connection {

using std::chrono::milliseconds;

Backoff::Backoff(const BackoffOptions &options, quint32 seed)
    : m_options(options), m_random(seed), m_baseMs(double(options.initial.count()))
{
}

milliseconds Backoff::next()
{
    const double maxMs = double(m_options.max.count());
    const double baseMs = std::min(m_baseMs, maxMs);
    m_baseMs = std::min(baseMs * std::max(m_options.factor, 1.0), maxMs);
    if (m_hint)
        return *std::exchange(m_hint, std::nullopt);

    const double deviation = m_options.jitter * (2 * m_random.generateDouble() - 1);
    return milliseconds(qint64(std::clamp(std::round(baseMs * (1 + deviation)), 0.0, maxMs)));
}

void Backoff::setHint(milliseconds delay)
{
    m_hint = std::max(delay, milliseconds(0));
}

void Backoff::reset()
{
    m_baseMs = double(m_options.initial.count());
}

} // namespace connection
