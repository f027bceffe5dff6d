#include "net/flushqueue.h"

#include "net/tcpconnection.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace net {

namespace {

const int flushDue = QEvent::registerEventType();
constexpr int mostTurnsToWait = 4;
constexpr size_t mostAtOnce = 256;

} // namespace

FlushQueue::FlushQueue(QObject *parent) : QObject(parent) {}

void FlushQueue::add(TcpConnection *connection)
{
    if (m_waiting.empty() && m_flushing.empty())
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
    if (!m_flushing.empty() || !isWorthWaiting())
        flushSome();
    if (!m_waiting.empty() || !m_flushing.empty())
        QCoreApplication::postEvent(this, new QEvent(QEvent::Type(flushDue)));
    return true;
}

/// What can be read already may lead to more for the same connections.
bool FlushQueue::isWorthWaiting()
{
    if (std::exchange(m_isGrowing, false) && m_turnsWaited < mostTurnsToWait) {
        ++m_turnsWaited;
        return true;
    }
    m_turnsWaited = 0;
    return false;
}

void FlushQueue::flushSome()
{
    if (m_flushing.empty())
        m_flushing.swap(m_waiting);
    // By index: a flush that fails may close connections, which then replace themselves by null.
    const size_t end = std::min(m_next + mostAtOnce, m_flushing.size());
    for (; m_next < end; ++m_next) {
        if (m_flushing[m_next])
            m_flushing[m_next]->handleFlushTurn();
    }
    if (m_next < m_flushing.size())
        return;
    m_flushing.clear();
    m_next = 0;
}

} // namespace net
