#include "clientsocket.h"

#include "failure.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace loadgen {

namespace {

constexpr std::uint32_t SourceAddresses = 8;

sockaddr_in loopbackAddress(std::uint32_t lastByte, std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK + lastByte - 1);
    return address;
}

/// Returns 0, or the errno of the call that failed.
int startConnection(int socket, std::uint32_t sourceByte, std::uint16_t port)
{
    const sockaddr_in source = loopbackAddress(sourceByte, 0);
    const sockaddr_in server = loopbackAddress(1, port);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    // Choose the source port when connecting: then only the pair with the server's port has to be unused.
    ::setsockopt(socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    if (::bind(socket, reinterpret_cast<const sockaddr *>(&source), sizeof source) != 0)
        return errno;
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&server), sizeof server) != 0 && errno != EINPROGRESS)
        return errno;
    return 0;
}

} // namespace

int connectClientSocket(std::uint16_t port)
{
    static std::uint32_t sourceByte = 1;
    for (; sourceByte <= SourceAddresses; ++sourceByte) {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (socket < 0)
            throw Failure("socket: " + std::string(std::strerror(errno)));
        const int error = startConnection(socket, sourceByte, port);
        if (error == 0)
            return socket;
        ::close(socket);
        if (error != EADDRNOTAVAIL)
            throw Failure("connect: " + std::string(std::strerror(error)));
    }
    throw Failure("no local port is left for another session");
}

void raiseOpenFileLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        throw Failure("getrlimit: " + std::string(std::strerror(errno)));
    limit.rlim_cur = limit.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0)
        throw Failure("setrlimit: " + std::string(std::strerror(errno)));
}

} // namespace loadgen
