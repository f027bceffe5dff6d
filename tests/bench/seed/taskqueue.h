#pragma once

#include "chat/ports/executor.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace seed {

/// The chat thread for a program without an event loop: tasks wait until somebody runs them.
/// Thread: post() any, runNext() one.
class TaskQueue final : public chat::Executor
{
public:
    void post(std::function<void()> task) override
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        m_posted.notify_one();
    }

    /// Waits for a task and runs it.
    void runNext()
    {
        std::unique_lock lock(m_mutex);
        m_posted.wait(lock, [this] { return !m_tasks.empty(); });
        const std::function<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_posted;
    std::deque<std::function<void()>> m_tasks;
};

} // namespace seed
