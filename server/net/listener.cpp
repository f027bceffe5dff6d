#include "net/listener.h"

#include "net/lingeringclose.h"
#include "net/logging.h"
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

QHostAddress peerAddressOf(qintptr socketDescriptor)
{
    sockaddr_storage address = {};
    socklen_t length = sizeof address;
    if (::getpeername(decltype(::socket(0, 0, 0))(socketDescriptor), reinterpret_cast<sockaddr *>(&address), &length)
        != 0) {
        return QHostAddress();
    }
    return QHostAddress(reinterpret_cast<const sockaddr *>(&address));
}

} // namespace

Listener::Listener(Worker &worker, std::shared_ptr<ConnectionLimiter> limiter, AcceptHandler onAccepted)
    : m_worker(worker), m_limiter(std::move(limiter)), m_onAccepted(std::move(onAccepted)),
      m_pause([this] { m_waiting->setEnabled(true); })
{
    setListenBacklogSize(backlog);
    setMaxPendingConnections(std::numeric_limits<int>::max());
}

Listener::~Listener() = default;

bool Listener::start(const QHostAddress &address, quint16 port)
{
    if (!listen(address, port))
        return false;
#ifndef Q_OS_WIN
    pauseAccepting();
    m_waiting = std::make_unique<QSocketNotifier>(socketDescriptor(), QSocketNotifier::Read);
    connect(m_waiting.get(), &QSocketNotifier::activated, this, &Listener::acceptWaiting);
#endif
    return true;
}

void Listener::incomingConnection(qintptr socketDescriptor)
{
    auto ticket = m_limiter->admit(peerAddressOf(socketDescriptor));
    if (ticket) {
        m_onAccepted(socketDescriptor, std::move(*ticket));
        return;
    }
    OutgoingQueue farewell;
    farewell.append(QByteArray::fromRawData(busyAnswer, sizeof busyAnswer - 1));
    LingeringClose::start(m_worker, socketDescriptor, std::move(farewell), ConnectionTicket());
}

#ifdef Q_OS_WIN

void Listener::acceptWaiting() {}
void Listener::handleOutOfDescriptors() {}

#else

void Listener::acceptWaiting()
{
    for (int accepted = 0; accepted < mostPerTurn; ++accepted) {
        const int descriptor = ::accept(int(socketDescriptor()), nullptr, nullptr);
        if (descriptor != -1) {
            ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
            ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
            incomingConnection(descriptor);
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
