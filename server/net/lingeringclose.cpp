#include "net/lingeringclose.h"

#include "net/worker.h"

#include <QSocketNotifier>

#include <cerrno>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace net {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 2s;

#ifdef Q_OS_WIN
constexpr int shutdownSending = SD_SEND;
constexpr int dontWait = 0;
void closeDescriptor(qintptr descriptor)
{
    ::closesocket(SOCKET(descriptor));
}
#else
constexpr int shutdownSending = SHUT_WR;
constexpr int dontWait = MSG_DONTWAIT;
void closeDescriptor(qintptr descriptor)
{
    ::close(int(descriptor));
}
#endif

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
    closeDescriptor(m_socketDescriptor);
}

void LingeringClose::handleWritable()
{
    switch (m_outgoing.sendTo(m_socketDescriptor)) {
    case OutgoingQueue::SendResult::Done:
        if (m_writable)
            m_writable->setEnabled(false);
        ::shutdown(decltype(::socket(0, 0, 0))(m_socketDescriptor), shutdownSending);
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
    const auto received
        = ::recv(decltype(::socket(0, 0, 0))(m_socketDescriptor), discarded, sizeof discarded, dontWait);
#ifdef Q_OS_WIN
    const bool mayComeLater = received == SOCKET_ERROR && WSAGetLastError() == WSAEWOULDBLOCK;
#else
    const bool mayComeLater = received == -1 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
#endif
    if (received > 0 || mayComeLater)
        return;
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
