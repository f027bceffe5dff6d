#include "net/lingeringclose.h"

#include "net/nativesocket.h"
#include "net/worker.h"

#include <QSocketNotifier>

namespace net {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 2s;

} // namespace

void LingeringClose::start(Worker &worker, qintptr socketDescriptor, OutgoingQueue outgoing, ConnectionTicket ticket)
{
    auto *closing = new LingeringClose(worker, socketDescriptor, std::move(outgoing), std::move(ticket));
    closing->handleWritable();
}

LingeringClose::LingeringClose(Worker &worker, qintptr socketDescriptor, OutgoingQueue outgoing,
                               ConnectionTicket ticket)
    : m_socketDescriptor(socketDescriptor), m_outgoing(std::move(outgoing)), m_ticket(std::move(ticket)),
      m_readable(std::make_unique<QSocketNotifier>(socketDescriptor, QSocketNotifier::Read)),
      m_deadline([this] { finish(); })
{
    setParent(&worker.strays());
    connect(m_readable.get(), &QSocketNotifier::activated, this, &LingeringClose::handleReadable);
    m_deadline.expireIn(worker.deadlines(), patience);
}

LingeringClose::~LingeringClose()
{
    m_readable.reset();
    m_writable.reset();
    closeSocket(m_socketDescriptor);
}

void LingeringClose::handleWritable()
{
    switch (m_outgoing.sendTo(m_socketDescriptor)) {
    case OutgoingQueue::SendResult::Done:
        if (m_writable)
            m_writable->setEnabled(false);
        shutDownSending(m_socketDescriptor);
        break;
    case OutgoingQueue::SendResult::Blocked:
        if (!m_writable) {
            m_writable = std::make_unique<QSocketNotifier>(m_socketDescriptor, QSocketNotifier::Write);
            connect(m_writable.get(), &QSocketNotifier::activated, this, &LingeringClose::handleWritable);
        }
        break;
    case OutgoingQueue::SendResult::Failed:
        finish();
        break;
    }
}

void LingeringClose::handleReadable()
{
    char discarded[16 * 1024];
    const Received received = receiveFrom(m_socketDescriptor, discarded);
    if (received.state == Received::State::End || received.state == Received::State::Broken)
        finish();
}

void LingeringClose::finish()
{
    m_deadline.cancel();
    m_readable->setEnabled(false);
    if (m_writable)
        m_writable->setEnabled(false);
    deleteLater();
}

} // namespace net
