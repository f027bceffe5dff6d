#pragma once

#include "net/deadline.h"
#include "net/flushqueue.h"
#include "net/heaptrimmer.h"
#include "net/mailbox.h"
#include "net/receivebuffers.h"

#include <QThread>

#include <memory>

namespace net {

/// A network thread with its event loop: the home of connections and sessions, which never leave it.
/// Thread: post(), run() and isCurrent() any; start() and stop() the owner's; the rest the worker's own.
class Worker final
{
public:
    explicit Worker(int index);
    ~Worker();
    Q_DISABLE_COPY_MOVE(Worker)

    void start();
    /// Lets what has been posted run, then ends the thread and waits for it.
    void stop();

    /// 0 for the first worker of a pool.
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] bool isCurrent() const { return QThread::currentThread() == &m_thread; }
    [[nodiscard]] QThread &thread() { return m_thread; }

    /// Runs @p task in this worker, later; tasks of one sender keep their order.
    void post(Task task) { m_mailbox.post(std::move(task)); }
    /// Runs @p task in this worker and waits for it; at once when called from the worker itself.
    void run(const Task &task);

    [[nodiscard]] DeadlineQueue &deadlines() { return m_deadlines; }
    [[nodiscard]] FlushQueue &flushes() { return m_flushes; }
    [[nodiscard]] ReceiveBuffers &receiveBuffers() { return m_receiveBuffers; }
    [[nodiscard]] HeapTrimmer &heapTrimmer() { return m_heapTrimmer; }
    /// Parent of objects that look after themselves but must not outlive the worker; they are destroyed in its thread.
    [[nodiscard]] QObject &strays() { return m_strays; }

private:
    const int m_index;
    QThread m_thread;
    Mailbox m_mailbox;
    DeadlineQueue m_deadlines;
    FlushQueue m_flushes;
    ReceiveBuffers m_receiveBuffers;
    HeapTrimmer m_heapTrimmer;
    QObject m_strays;
};

} // namespace net
