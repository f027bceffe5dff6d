#include "net/mailbox.h"

#ifdef Q_OS_LINUX
#include "net/epolleventdispatcher.h"
#endif

#include <QCoreApplication>
#include <QEvent>

namespace net {

namespace {

const int mailArrived = QEvent::registerEventType();

void ringAtTurnsEnd(const std::shared_ptr<Doorbell> &doorbell)
{
#ifdef Q_OS_LINUX
    if (auto *dispatcher = qobject_cast<EpollEventDispatcher *>(QAbstractEventDispatcher::instance())) {
        dispatcher->ringAtTurnsEnd(doorbell);
        return;
    }
#endif
    doorbell->ring();
}

} // namespace

Mailbox::Mailbox(QObject *parent)
    : QObject(parent), m_doorbell(std::make_shared<Doorbell>(*this, QEvent::Type(mailArrived)))
{
}

Mailbox::~Mailbox()
{
    m_doorbell->remove();
}

void Mailbox::post(Task task)
{
    if (putIn(std::move(task)))
        ringAtTurnsEnd(m_doorbell);
}

void Mailbox::postNow(Task task)
{
    // Even where there were tasks before it: it may be this thread that has not rung for them yet.
    (void)putIn(std::move(task));
    m_doorbell->ring();
}

bool Mailbox::putIn(Task task)
{
    const std::lock_guard lock(m_mutex);
    if (m_isClosed)
        return false;
    const bool isFirst = m_tasks.empty();
    m_tasks.push_back(std::move(task));
    return isFirst;
}

void Mailbox::close()
{
    std::vector<Task> dropped;
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_tasks.swap(dropped);
}

bool Mailbox::event(QEvent *event)
{
    if (event->type() != mailArrived)
        return QObject::event(event);
    std::vector<Task> tasks;
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.swap(tasks);
    }
    for (Task &task : tasks)
        task();
    return true;
}

} // namespace net
