#pragma once

#include "net/epolleventdispatcher.h"

#include <QObject>
#include <QThread>

/// A thread whose event loop runs on the EpollEventDispatcher.
class EpollThread final
{
public:
    EpollThread()
    {
        m_thread.setEventDispatcher(new net::EpollEventDispatcher);
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }

    ~EpollThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(EpollThread)

    /// Runs @p task in the thread and waits for it.
    template <typename Task>
    void run(const Task &task)
    {
        QMetaObject::invokeMethod(&m_context, task, Qt::BlockingQueuedConnection);
    }

    /// Runs @p task in the thread, later.
    template <typename Task>
    void post(const Task &task)
    {
        QMetaObject::invokeMethod(&m_context, task, Qt::QueuedConnection);
    }

    QThread &thread() { return m_thread; }
    /// An object that lives in the thread.
    QObject *context() { return &m_context; }

private:
    QThread m_thread;
    QObject m_context;
};
