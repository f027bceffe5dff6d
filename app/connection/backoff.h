#pragma once

#include <QRandomGenerator>

#include <chrono>
#include <optional>

namespace connection {

/// Delays between attempts: `initial`, times `factor` each time, never more than `max`.
struct BackoffOptions
{
    std::chrono::milliseconds initial = std::chrono::milliseconds(250);
    std::chrono::milliseconds max = std::chrono::seconds(8);
    double factor = 2; ///< at least 1
    /// 0 to 1: each delay is shortened or lengthened at random by up to this part of itself, so that the clients of a
    /// server that restarts do not all come back at the same moment. It still never exceeds `max`.
    double jitter = 0.5;
};

/// Says how long to wait before the next attempt.
/// Thread: that of its owner.
class Backoff final
{
public:
    explicit Backoff(const BackoffOptions &options, quint32 seed = QRandomGenerator::system()->generate());

    /// The delay before the next attempt. A hint given since the last call is returned as it is.
    [[nodiscard]] std::chrono::milliseconds next();
    /// Someone knows better how long the next delay should be; a negative one means 0.
    void setHint(std::chrono::milliseconds delay);
    [[nodiscard]] bool hasHint() const { return m_hint.has_value(); }
    void clearHint() { m_hint.reset(); }
    /// All is well: delays start small again. A hint stays.
    void reset();

private:
    const BackoffOptions m_options;
    QRandomGenerator m_random;
    double m_baseMs; ///< of the next delay, before jitter
    std::optional<std::chrono::milliseconds> m_hint;
};

} // namespace connection
