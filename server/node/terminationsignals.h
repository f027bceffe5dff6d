#pragma once

#include <QtGlobal>

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace node {

/// Turns the first SIGTERM, SIGINT or SIGHUP into a call; a second one ends the process at once. Signals that whoever
/// started the process has made it ignore stay ignored. Make it before any other thread is started, so that all threads
/// inherit the blocked signals; the whole process is concerned.
/// Thread: main.
class TerminationSignals final
{
public:
    /// @p onFirst is called in a thread of its own.
    explicit TerminationSignals(std::function<void()> onFirst);
    ~TerminationSignals();
    Q_DISABLE_COPY_MOVE(TerminationSignals)

private:
    void waitForSignals(const std::function<void()> &onFirst);

    sigset_t m_signals;
    std::atomic<bool> m_isEnding = false;
    std::thread m_thread;
};

} // namespace node
