#include "net/flushqueue.h"

#include "net/tcpconnection.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace net {

namespace {

const int flushDue = QEvent::registerEventType();
constexpr int mostTurnsToWait = 4;

} // namespace

FlushQueue::FlushQueue(QObject *parent) : QObject(parent) {}

void FlushQueue::add(TcpConnection *connection)
{
    if (m_waiting.empty())
        QCoreApplication::postEvent(this, new QEvent(QEvent::Type(flushDue)));
    m_waiting.push_back(connection);
    m_isGrowing = true;
}

void FlushQueue::remove(TcpConnection *connection)
{
    std::replace(m_waiting.begin(), m_waiting.end(), connection, static_cast<TcpConnection *>(nullptr));
    std::replace(m_flushing.begin(), m_flushing.end(), connection, static_cast<TcpConnection *>(nullptr));
}

bool FlushQueue::event(QEvent *event)
{
    if (event->type() != flushDue)
        return QObject::event(event);
    // What can be read already may lead to more for the same connections.
    if (std::exchange(m_isGrowing, false) && m_turnsWaited < mostTurnsToWait) {
        ++m_turnsWaited;
        QCoreApplication::postEvent(this, new QEvent(QEvent::Type(flushDue)));
        return true;
    }
    m_turnsWaited = 0;
    flushAll();
    return true;
}

void FlushQueue::flushAll()
{
    m_flushing.swap(m_waiting);
    // By index: a flush that fails may close connections, which then replace themselves by null.
    for (size_t i = 0; i < m_flushing.size(); ++i) {
        if (m_flushing[i])
            m_flushing[i]->handleFlushTurn();
    }
    m_flushing.clear();
}

} // namespace net
