#pragma once

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace net {

using Task = std::function<void()>;

/// The one way work crosses from thread to thread: tasks are put in from anywhere and run, in order, in the thread the
/// mailbox lives in, all that have come together in one go.
///
/// Tasks carry values, or references whose owner outlives the mailbox. A task posted after close() is dropped.
/// Thread: post() and close() any; the tasks run in the mailbox's thread.
class Mailbox final : public QObject
{
    Q_OBJECT

public:
    explicit Mailbox(QObject *parent = nullptr);

    void post(Task task);
    void close();

protected:
    bool event(QEvent *event) override;

private:
    std::mutex m_mutex;
    std::vector<Task> m_tasks; ///< guarded by m_mutex
    bool m_isClosed = false; ///< guarded by m_mutex
};

} // namespace net
