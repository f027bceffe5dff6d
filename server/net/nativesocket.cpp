#include "net/nativesocket.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace net {

namespace {

#ifdef Q_OS_WIN

using Handle = SOCKET;
using Length = int;
constexpr int shutdownSending = SD_SEND;
constexpr int dontWait = 0; // the socket itself does not

bool mayComeLater()
{
    return WSAGetLastError() == WSAEWOULDBLOCK;
}

#else

using Handle = int;
using Length = size_t;
constexpr int shutdownSending = SHUT_WR;
constexpr int dontWait = MSG_DONTWAIT;

bool mayComeLater()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

#endif

template <typename Value>
void setOption(qintptr socketDescriptor, int level, int name, const Value &value)
{
    ::setsockopt(Handle(socketDescriptor), level, name, reinterpret_cast<const char *>(&value), sizeof value);
}

} // namespace

Received receiveFrom(qintptr socketDescriptor, std::span<char> buffer)
{
    const auto received = ::recv(Handle(socketDescriptor), buffer.data(), Length(buffer.size()), dontWait);
    if (received > 0)
        return {Received::State::Bytes, size_t(received)};
    if (received == 0)
        return {Received::State::End};
    return {mayComeLater() ? Received::State::NothingYet : Received::State::Broken};
}

void sendWithoutDelay(qintptr socketDescriptor)
{
    setOption(socketDescriptor, IPPROTO_TCP, TCP_NODELAY, int(1));
}

void setNonBlocking(qintptr socketDescriptor)
{
#ifdef Q_OS_WIN
    u_long isNonBlocking = 1;
    ::ioctlsocket(Handle(socketDescriptor), long(FIONBIO), &isNonBlocking);
#else
    ::fcntl(Handle(socketDescriptor), F_SETFL, ::fcntl(Handle(socketDescriptor), F_GETFL) | O_NONBLOCK);
#endif
}

void shutDownSending(qintptr socketDescriptor)
{
    ::shutdown(Handle(socketDescriptor), shutdownSending);
}

void closeSocket(qintptr socketDescriptor)
{
#ifdef Q_OS_WIN
    ::closesocket(Handle(socketDescriptor));
#else
    ::close(Handle(socketDescriptor));
#endif
}

void closeSocketWithReset(qintptr socketDescriptor)
{
    linger noLinger = {};
    noLinger.l_onoff = 1;
    setOption(socketDescriptor, SOL_SOCKET, SO_LINGER, noLinger);
    closeSocket(socketDescriptor);
}

} // namespace net
