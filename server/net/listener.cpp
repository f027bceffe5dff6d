#include "net/listener.h"

#include "net/lingeringclose.h"
#include "net/logging.h"
#include "net/nativesocket.h"
#include "net/worker.h"

#include <QSocketNotifier>

#include <cerrno>
#include <limits>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <fcntl.h>
#include <sys/socket.h>
#endif

namespace net {

namespace {

constexpr int backlog = 4096; // the default of 50 drops connections in a storm, which costs each a second
constexpr int mostPerTurn = 256; // connections that are open already get their turn in between
constexpr std::chrono::milliseconds pauseWithoutReserve(100);
constexpr char busyAnswer[] = "HTTP/1.1 503 Service Unavailable\r\n"
                              "Content-Type: text/plain; charset=UTF-8\r\n"
                              "Content-Length: 21\r\n"
                              "Retry-After: 5\r\n"
                              "Connection: close\r\n"
                              "\r\n"
                              "too many connections\n";

#ifdef Q_OS_WIN

QHostAddress peerAddressOf(qintptr socketDescriptor)
{
    sockaddr_storage address = {};
    socklen_t length = sizeof address;
    if (::getpeername(SOCKET(socketDescriptor), reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return QHostAddress();
    return QHostAddress(reinterpret_cast<const sockaddr *>(&address));
}

#else

/// A non-blocking descriptor that child processes do not inherit; -1 with errno set when there is none.
int acceptFrom(qintptr listeningDescriptor, sockaddr_storage &peer)
{
    socklen_t length = sizeof peer;
    auto *address = reinterpret_cast<sockaddr *>(&peer);
#ifdef Q_OS_LINUX
    return ::accept4(int(listeningDescriptor), address, &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
#else
    const int descriptor = ::accept(int(listeningDescriptor), address, &length);
    if (descriptor != -1) {
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
        setNonBlocking(descriptor);
    }
    return descriptor;
#endif
}

#endif

} // namespace

Listener::Listener(Worker &worker, std::shared_ptr<ConnectionLimiter> limiter, qint64 maxOutgoingBytes,
                   AcceptHandler onAccepted)
    : m_worker(worker), m_limiter(std::move(limiter)), m_maxOutgoingBytes(maxOutgoingBytes),
      m_onAccepted(std::move(onAccepted)), m_pause([this] { m_waiting->setEnabled(true); })
{
    setListenBacklogSize(backlog);
    setMaxPendingConnections(std::numeric_limits<int>::max());
}

Listener::~Listener() = default;

bool Listener::start(const QHostAddress &address, quint16 port)
{
    if (!listen(address, port))
        return false;
#ifdef Q_OS_LINUX
    sendWithoutDelay(socketDescriptor()); // inherited by what it accepts
#endif
#ifndef Q_OS_WIN
    pauseAccepting();
    m_waiting = std::make_unique<QSocketNotifier>(socketDescriptor(), QSocketNotifier::Read);
    connect(m_waiting.get(), &QSocketNotifier::activated, this, &Listener::acceptWaiting);
#endif
    return true;
}

void Listener::admit(qintptr socketDescriptor, const QHostAddress &peerAddress)
{
#ifndef Q_OS_LINUX
    sendWithoutDelay(socketDescriptor);
#endif
    auto ticket = m_limiter->admit(peerAddress);
    if (ticket) {
        m_onAccepted(
            std::make_unique<TcpConnection>(socketDescriptor, peerAddress, std::move(*ticket), m_maxOutgoingBytes));
        return;
    }
    OutgoingQueue farewell;
    farewell.append(QByteArray::fromRawData(busyAnswer, sizeof busyAnswer - 1));
    LingeringClose::start(m_worker, socketDescriptor, std::move(farewell), ConnectionTicket());
}

#ifdef Q_OS_WIN

void Listener::incomingConnection(qintptr socketDescriptor)
{
    setNonBlocking(socketDescriptor);
    admit(socketDescriptor, peerAddressOf(socketDescriptor));
}

void Listener::acceptWaiting() {}
void Listener::handleOutOfDescriptors() {}

#else

void Listener::incomingConnection(qintptr socketDescriptor)
{
    closeSocket(socketDescriptor); // does not happen: accepting is paused for good
}

void Listener::acceptWaiting()
{
    for (int accepted = 0; accepted < mostPerTurn; ++accepted) {
        sockaddr_storage peer = {};
        const int descriptor = acceptFrom(socketDescriptor(), peer);
        if (descriptor != -1) {
            admit(descriptor, QHostAddress(reinterpret_cast<const sockaddr *>(&peer)));
            continue;
        }
        if (errno == EINTR || errno == ECONNABORTED)
            continue;
        if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)
            handleOutOfDescriptors();
        else if (errno != EAGAIN && errno != EWOULDBLOCK)
            qCWarning(lcNet, "Cannot accept a connection: %s", qPrintable(qt_error_string(errno)));
        return;
    }
}

void Listener::handleOutOfDescriptors()
{
    if (!m_reserve.isHeld()) {
        m_waiting->setEnabled(false);
        m_pause.expireIn(m_worker.deadlines(), pauseWithoutReserve);
        return;
    }
    const int refused = m_reserve.refuseWaiting(socketDescriptor(), busyAnswer);
    if (refused > 0)
        qCWarning(lcNet, "Out of descriptors: refused %d connections. Raise the limit on open files.", refused);
}

#endif

} // namespace net
