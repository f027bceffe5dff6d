#include "net/worker.h"

#ifdef Q_OS_LINUX
#include "net/epolleventdispatcher.h"
#endif

#include <latch>

namespace net {

Worker::Worker(int index) : m_index(index), m_heapTrimmer(m_deadlines)
{
    m_thread.setObjectName(QStringLiteral("worker-%1").arg(index));
#ifdef Q_OS_LINUX
    m_thread.setEventDispatcher(new EpollEventDispatcher);
#endif
    m_mailbox.moveToThread(&m_thread);
    m_deadlines.moveToThread(&m_thread);
    m_flushes.moveToThread(&m_thread);
    m_strays.moveToThread(&m_thread);
}

Worker::~Worker()
{
    stop();
}

void Worker::start()
{
    m_thread.start();
}

void Worker::stop()
{
    if (!m_thread.isRunning())
        return;
    run([this] {
        qDeleteAll(m_strays.children());
        m_deadlines.stop();
    });
    m_mailbox.close();
    m_thread.quit();
    m_thread.wait();
}

void Worker::run(const Task &task)
{
    if (isCurrent()) {
        task();
        return;
    }
    std::latch done(1);
    m_mailbox.postNow([&task, &done] {
        task();
        done.count_down();
    });
    done.wait();
}

} // namespace net
