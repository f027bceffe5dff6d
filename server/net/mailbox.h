#pragma once

#include "net/doorbell.h"

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace net {

using Task = std::function<void()>;

/// The one way work crosses from thread to thread: tasks are put in from anywhere and run, in order, in the thread the
/// mailbox lives in, all that have come together in one go.
///
/// A thread that runs on an EpollEventDispatcher wakes the mailbox's thread only when its own turn ends: what it posts
/// in one turn is done together, for one wake-up, and what that leads to is stored and sent together, too.
///
/// Tasks carry values, or references whose owner outlives the mailbox. A task posted after close() is dropped.
/// Thread: post() and close() any; the tasks run in the mailbox's thread.
class Mailbox final : public QObject
{
    Q_OBJECT

public:
    explicit Mailbox(QObject *parent = nullptr);
    ~Mailbox() override;

    void post(Task task);
    /// For a poster that is going to wait for the task before its turn ends.
    void postNow(Task task);
    void close();

protected:
    bool event(QEvent *event) override;

private:
    /// False when there were tasks before it, so that someone sees to it that they are run.
    [[nodiscard]] bool putIn(Task task);

    const std::shared_ptr<Doorbell> m_doorbell;
    std::mutex m_mutex;
    std::vector<Task> m_tasks; ///< guarded by m_mutex
    bool m_isClosed = false; ///< guarded by m_mutex
};

} // namespace net
