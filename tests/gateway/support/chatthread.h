#pragma once

#include "chat/ports/executor.h"

#include <condition_variable>
#include <mutex>
#include <semaphore>
#include <thread>
#include <utility>
#include <vector>

/// A chat thread as plain as can be.
class ChatThread final : public chat::Executor
{
public:
    ChatThread() : m_thread([this] { work(); }) {}
    ~ChatThread() override { stop(); }
    ChatThread(const ChatThread &) = delete;
    ChatThread &operator=(const ChatThread &) = delete;

    void post(std::function<void()> task) override
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        m_posted.notify_one();
    }

    /// Runs @p task in the thread and waits for it.
    void run(const std::function<void()> &task)
    {
        std::binary_semaphore done(0);
        post([&] {
            task();
            done.release();
        });
        done.acquire();
    }

    /// Does what has been posted, and nothing any more.
    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopping = true;
            m_posted.notify_one();
        }
        if (m_thread.joinable())
            m_thread.join();
    }

private:
    void work()
    {
        for (;;) {
            std::vector<std::function<void()>> tasks;
            {
                std::unique_lock lock(m_mutex);
                m_posted.wait(lock, [this] { return !m_tasks.empty() || m_isStopping; });
                if (m_tasks.empty())
                    return;
                tasks.swap(m_tasks);
            }
            for (const auto &task : tasks)
                task();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_posted;
    std::vector<std::function<void()>> m_tasks; ///< guarded by m_mutex
    bool m_isStopping = false; ///< guarded by m_mutex
    std::thread m_thread;
};
