#include "net/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

namespace net {

namespace {

const int mailArrived = QEvent::registerEventType();

} // namespace

Mailbox::Mailbox(QObject *parent) : QObject(parent) {}

void Mailbox::post(Task task)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed)
            return;
        isFirst = m_tasks.empty();
        m_tasks.push_back(std::move(task));
    }
    if (isFirst)
        QCoreApplication::postEvent(this, new QEvent(QEvent::Type(mailArrived)));
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
