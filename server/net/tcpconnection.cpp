#include "net/tcpconnection.h"

#include "net/lingeringclose.h"
#include "net/worker.h"

#include <QSocketNotifier>

#ifndef Q_OS_WIN
#include <fcntl.h>
#include <sys/socket.h>
#endif

namespace net {

namespace {

/// A second descriptor for the same socket, so that it outlives QAbstractSocket's; -1 where that is not possible.
qintptr duplicate(qintptr socketDescriptor)
{
#ifdef Q_OS_WIN
    Q_UNUSED(socketDescriptor);
    return -1;
#else
    return ::fcntl(int(socketDescriptor), F_DUPFD_CLOEXEC, 0);
#endif
}

void resetOnClose(qintptr socketDescriptor)
{
#ifdef Q_OS_WIN
    Q_UNUSED(socketDescriptor);
#else
    const linger noLinger = {1, 0};
    ::setsockopt(int(socketDescriptor), SOL_SOCKET, SO_LINGER, &noLinger, sizeof noLinger);
#endif
}

} // namespace

TcpConnection::TcpConnection(ConnectionTicket ticket, qint64 maxOutgoingBytes)
    : m_ticket(std::move(ticket)), m_maxOutgoingBytes(maxOutgoingBytes)
{
}

TcpConnection::~TcpConnection()
{
    drop();
    if (m_worker && m_isFlushScheduled)
        m_worker->flushes().remove(this);
    if (m_worker)
        m_worker->heapTrimmer().noteFreed();
}

bool TcpConnection::adopt(qintptr socketDescriptor)
{
    if (!setSocketDescriptor(socketDescriptor))
        return false;
    setSocketOption(LowDelayOption, 1);
    m_descriptor = socketDescriptor;
    return true;
}

void TcpConnection::attachTo(Worker &worker)
{
    m_worker = &worker;
}

void TcpConnection::detach()
{
    Q_ASSERT(m_outgoing.isEmpty());
    m_writable.reset(); // it would stay behind in this thread
    if (m_isFlushScheduled)
        m_worker->flushes().remove(this);
    m_isFlushScheduled = false;
    m_worker = nullptr;
}

void TcpConnection::enqueue(const QByteArray &bytes)
{
    if (m_isOverflowed || m_isDropped)
        return;
    m_outgoing.append(bytes);
    if (m_outgoing.bytes() > m_maxOutgoingBytes) {
        // Much was written in one turn; that alone does not make the reader slow.
        if (!m_isBlocked)
            flushOutgoing();
        if (m_outgoing.bytes() > m_maxOutgoingBytes) {
            m_isOverflowed = true;
            m_outgoing.clear();
        }
    }
    scheduleFlush();
}

void TcpConnection::scheduleFlush()
{
    if (m_isFlushScheduled)
        m_worker->flushes().noteMore();
    if (m_isFlushScheduled || (m_isBlocked && !m_isOverflowed))
        return;
    m_isFlushScheduled = true;
    m_worker->flushes().add(this);
}

void TcpConnection::handleFlushTurn()
{
    m_isFlushScheduled = false;
    flushOutgoing();
}

void TcpConnection::flushOutgoing()
{
    if (m_isOverflowed) {
        if (!std::exchange(m_isOverflowReported, true) && m_listener)
            m_listener->handleOverflow();
        return;
    }
    if (m_descriptor == -1) {
        m_outgoing.clear();
        return;
    }
    switch (m_outgoing.sendTo(m_descriptor)) {
    case OutgoingQueue::SendResult::Done:
        setUnblocked();
        break;
    case OutgoingQueue::SendResult::Blocked:
        setBlocked();
        break;
    case OutgoingQueue::SendResult::Failed:
        // The reader side learns of the broken connection from its own next read.
        m_outgoing.clear();
        setUnblocked();
        break;
    }
}

void TcpConnection::setBlocked()
{
    m_isBlocked = true;
    if (m_writable) {
        m_writable->setEnabled(true);
        return;
    }
    m_writable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &TcpConnection::flushOutgoing);
}

void TcpConnection::setUnblocked()
{
    if (std::exchange(m_isBlocked, false) && m_writable)
        m_writable->setEnabled(false);
}

void TcpConnection::pushBack(QByteArrayView bytes)
{
    for (qsizetype i = bytes.size() - 1; i >= 0; --i)
        ungetChar(bytes[i]);
}

void TcpConnection::drop()
{
    if (std::exchange(m_isDropped, true))
        return;
    m_outgoing.clear();
    m_writable.reset();
    if (state() == UnconnectedState)
        return;
    if (m_descriptor != -1)
        resetOnClose(m_descriptor);
    abort();
}

void TcpConnection::disconnectFromHost()
{
    m_writable.reset();
    m_descriptor = -1;
    // Qt has closed it already, and has no descriptor any more, where it was the peer who went.
    const qintptr descriptor = socketDescriptor();
    if (!m_isDropped && !m_isOverflowed && m_worker && state() == ConnectedState && descriptor != -1) {
        const qintptr lingering = duplicate(descriptor);
        if (lingering != -1)
            LingeringClose::start(*m_worker, lingering, std::exchange(m_outgoing, {}), std::move(m_ticket));
    }
    QTcpSocket::disconnectFromHost();
    if (state() != UnconnectedState)
        return;
    if (TcpConnectionListener *listener = std::exchange(m_listener, nullptr))
        listener->handleDisconnected();
}

qint64 TcpConnection::writeData(const char *data, qint64 size)
{
    enqueue(QByteArray(data, size));
    return size;
}

} // namespace net
