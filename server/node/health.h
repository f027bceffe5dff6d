#pragma once

#include <QByteArray>

#include <atomic>
#include <chrono>

namespace node {

/// How the server is, as far as it has been noticed.
/// Thread: any.
class Health final
{
public:
    enum class State {
        Ok,
        StorageFull, ///< the latest change could not be stored for want of space
        StorageFailed, ///< nor for another reason
        Stalled, ///< the chat thread has not been seen for a while
        ShuttingDown,
    };
    /// After how long without noteTick() the chat thread counts as stalled.
    static constexpr std::chrono::seconds stalledAfter{10};

    Health();

    void noteTick();
    void noteStorage(State state) { m_storage = state; }
    void noteShutdown() { m_isShuttingDown = true; }

    [[nodiscard]] State state() const;
    [[nodiscard]] std::chrono::milliseconds uptime() const;

private:
    using Clock = std::chrono::steady_clock;

    const Clock::time_point m_startedAt;
    std::atomic<Clock::time_point> m_latestTick;
    std::atomic<State> m_storage = State::Ok;
    std::atomic<bool> m_isShuttingDown = false;
};

} // namespace node
