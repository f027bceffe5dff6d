#include "net/listener.h"

#include "net/lingeringclose.h"
#include "net/logging.h"
#include "net/worker.h"

#include <limits>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <sys/socket.h>
#endif

namespace net {

namespace {

constexpr int backlog = 4096; // the default of 50 drops connections in a storm, which costs each a second
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
    : m_worker(worker), m_limiter(std::move(limiter)), m_onAccepted(std::move(onAccepted))
{
    setListenBacklogSize(backlog);
    setMaxPendingConnections(std::numeric_limits<int>::max());
    connect(this, &QTcpServer::acceptError, this, &Listener::handleAcceptError);
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

void Listener::handleAcceptError()
{
    const int refused = m_reserve.refuseWaiting(socketDescriptor(), busyAnswer);
    if (refused > 0)
        qCWarning(lcNet, "Out of descriptors: refused %d connections. Raise the limit on open files.", refused);
    resumeAccepting();
}

} // namespace net
