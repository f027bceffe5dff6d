#pragma once

#include "chat/ports/executor.h"
#include "net/worker.h"

namespace node {

/// The thread in which the chat's rules run.
/// Thread: construction and destruction the owner's; the rest any.
class ChatThread final : public chat::Executor
{
public:
    /// Starts the thread.
    ChatThread();
    /// Stops it.
    ~ChatThread() override;
    Q_DISABLE_COPY_MOVE(ChatThread)

    void post(std::function<void()> task) override { m_worker.post(std::move(task)); }
    /// Runs @p task there and waits for it.
    void run(const std::function<void()> &task) { m_worker.run(task); }
    /// Lets what has been posted run, then ends the thread; what is posted later is dropped.
    void stop() { m_worker.stop(); }
    /// To be used in the thread only.
    [[nodiscard]] net::DeadlineQueue &deadlines() { return m_worker.deadlines(); }

private:
    net::Worker m_worker;
};

} // namespace node
