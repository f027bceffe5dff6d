#pragma once

#include "net/epolleventdispatcher.h"
#include "net/mailbox.h"

#include <QThread>

#include <latch>

/// A thread whose event loop runs on the EpollEventDispatcher. Work is handed over by a Mailbox and a std::latch, which
/// ThreadSanitizer can see, unlike Qt's queued and blocking calls.
class EpollThread final
{
public:
    EpollThread()
    {
        m_thread.setEventDispatcher(new net::EpollEventDispatcher);
        m_mailbox.moveToThread(&m_thread);
        m_thread.start();
    }

    ~EpollThread()
    {
        m_thread.quit();
        m_thread.wait();
        m_mailbox.close();
    }
    Q_DISABLE_COPY_MOVE(EpollThread)

    /// Runs @p task in the thread and waits for it.
    template <typename Task>
    void run(const Task &task)
    {
        std::latch isDone(1);
        m_mailbox.post([&] {
            task();
            isDone.count_down();
        });
        isDone.wait();
    }

    /// Runs @p task in the thread, later.
    template <typename Task>
    void post(const Task &task)
    {
        m_mailbox.post(task);
    }

    QThread &thread() { return m_thread; }
    /// An object that lives in the thread.
    QObject *context() { return &m_mailbox; }

private:
    QThread m_thread;
    net::Mailbox m_mailbox;
};
