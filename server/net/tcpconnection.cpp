#include "net/tcpconnection.h"

#include "net/lingeringclose.h"
#include "net/nativesocket.h"
#include "net/worker.h"

namespace net {

TcpConnection::TcpConnection(qintptr socketDescriptor, QHostAddress peerAddress, ConnectionTicket ticket,
                             qint64 maxOutgoingBytes)
    : m_descriptor(socketDescriptor), m_maxOutgoingBytes(maxOutgoingBytes), m_peerAddress(std::move(peerAddress)),
      m_ticket(std::move(ticket))
{
}

TcpConnection::~TcpConnection()
{
    m_listener = nullptr;
    drop();
    if (m_isDestroyed)
        *m_isDestroyed = true;
    if (m_worker && m_isFlushScheduled)
        m_worker->flushes().remove(this);
    if (m_worker)
        m_worker->heapTrimmer().noteFreed();
}

void TcpConnection::attachTo(Worker &worker)
{
    m_worker = &worker;
    if (!isConnected())
        return;
    m_watch.emplace(m_descriptor, static_cast<ReadinessListener &>(*this));
    updateInterest();
}

void TcpConnection::detach()
{
    Q_ASSERT(m_outgoing.isEmpty());
    m_watch.reset();
    if (m_isFlushScheduled)
        m_worker->flushes().remove(this);
    m_isFlushScheduled = false;
    m_isBlocked = false;
    m_worker = nullptr;
}

// Receiving

void TcpConnection::setReading(bool isOn)
{
    m_isReading = isOn;
    updateInterest();
}

void TcpConnection::updateInterest()
{
    if (m_watch)
        m_watch->waitFor({m_isReading && !m_isHeldUp, m_isBlocked});
}

void TcpConnection::handleReadable()
{
    if (m_isHandingOn) { // the listener runs an event loop; its bytes come first
        m_isHeldUp = true;
        updateInterest();
        return;
    }
    const ReceiveBuffers::Loan loan(m_worker->receiveBuffers());
    const Received received = receiveFrom(m_descriptor, loan.bytes());
    switch (received.state) {
    case Received::State::Bytes:
        handOn(loan.bytes().first(received.bytes));
        break;
    case Received::State::NothingYet:
        break;
    case Received::State::End:
        // It may still be reading.
        if (!m_outgoing.isEmpty()) {
            close();
            break;
        }
        [[fallthrough]];
    case Received::State::Broken:
        closeSocket(giveUpDescriptor());
        m_outgoing.clear();
        reportDisconnected();
        break;
    }
}

void TcpConnection::handOn(std::span<char> bytes)
{
    if (!m_listener)
        return;
    bool isDestroyed = false;
    m_isDestroyed = &isDestroyed;
    m_isHandingOn = true;
    m_listener->handleReceived(bytes);
    if (isDestroyed)
        return;
    m_isDestroyed = nullptr;
    m_isHandingOn = false;
    if (std::exchange(m_isHeldUp, false))
        updateInterest();
}

// Sending

void TcpConnection::enqueue(const QByteArray &bytes)
{
    if (m_isOverflowed || !isConnected())
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
    if (!isConnected())
        return;
    switch (m_outgoing.sendTo(m_descriptor)) {
    case OutgoingQueue::SendResult::Done:
        setBlocked(false);
        break;
    case OutgoingQueue::SendResult::Blocked:
        setBlocked(true);
        break;
    case OutgoingQueue::SendResult::Failed:
        // The reader side learns of the broken connection from its own next read.
        m_outgoing.clear();
        setBlocked(false);
        break;
    }
}

void TcpConnection::setBlocked(bool isBlocked)
{
    if (std::exchange(m_isBlocked, isBlocked) != isBlocked)
        updateInterest();
}

// Closing

void TcpConnection::close()
{
    if (!isConnected())
        return;
    const qintptr descriptor = giveUpDescriptor();
    if (m_worker && !m_isOverflowed)
        LingeringClose::start(*m_worker, descriptor, std::exchange(m_outgoing, {}), std::move(m_ticket));
    else
        closeSocket(descriptor);
    reportDisconnected();
}

void TcpConnection::drop()
{
    if (!isConnected())
        return;
    m_outgoing.clear();
    closeSocketWithReset(giveUpDescriptor());
    reportDisconnected();
}

qintptr TcpConnection::giveUpDescriptor()
{
    m_watch.reset();
    return std::exchange(m_descriptor, -1);
}

void TcpConnection::reportDisconnected()
{
    if (TcpConnectionListener *listener = std::exchange(m_listener, nullptr))
        listener->handleDisconnected();
}

} // namespace net
