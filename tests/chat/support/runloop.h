#pragma once

#include "chat/ports/executor.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

/// The chat thread of a test: the thread that calls runUntil().
class RunLoop final : public chat::Executor
{
public:
    void post(std::function<void()> task) override
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        m_posted.notify_one();
    }

    /// Runs what has been posted until @p condition holds. False when it does not in good time.
    template <typename Condition>
    [[nodiscard]] bool runUntil(Condition condition, std::chrono::seconds patience = std::chrono::seconds(20))
    {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        while (!condition()) {
            std::function<void()> task = take(deadline);
            if (!task)
                return false;
            task();
        }
        return true;
    }

    /// Drops what has been posted.
    void clear()
    {
        std::deque<std::function<void()>> dropped; // ends after the lock
        const std::lock_guard lock(m_mutex);
        dropped.swap(m_tasks);
    }

private:
    std::function<void()> take(std::chrono::steady_clock::time_point deadline)
    {
        std::unique_lock lock(m_mutex);
        if (!m_posted.wait_until(lock, deadline, [this] { return !m_tasks.empty(); }))
            return nullptr;
        std::function<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        return task;
    }

    std::mutex m_mutex;
    std::condition_variable m_posted;
    std::deque<std::function<void()>> m_tasks;
};
