#pragma once

#include <QByteArray>

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

/// A plain blocking TCP client on this machine. Waits at most ten seconds for anything.
class RawClient final
{
public:
    explicit RawClient(quint16 port)
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int receiveBuffer = 4096; // so that a server that sends to one who does not read is soon stuck
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
        const timeval patience = {10, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(RawClient)

    [[nodiscard]] bool isConnected() const { return m_isConnected; }

    [[nodiscard]] bool send(const QByteArray &bytes) const
    {
        return ::send(m_socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }

    /// Says that nothing more will be sent; reading goes on.
    void finishSending() const { ::shutdown(m_socket, SHUT_WR); }

    /// How reading ended.
    enum class End { Closed, Reset, TimedOut };
    struct Received
    {
        QByteArray bytes;
        End end;
    };

    /// Everything up to the end of the connection.
    [[nodiscard]] Received readToTheEnd() const
    {
        Received received{{}, End::TimedOut};
        char buffer[16 * 1024];
        for (;;) {
            const ssize_t got = ::recv(m_socket, buffer, sizeof buffer, 0);
            if (got <= 0) {
                received.end = got == 0 ? End::Closed : errno == ECONNRESET ? End::Reset : End::TimedOut;
                return received;
            }
            received.bytes.append(buffer, qsizetype(got));
        }
    }

    [[nodiscard]] QByteArray read(qsizetype count) const
    {
        QByteArray bytes(count, Qt::Uninitialized);
        const ssize_t got = ::recv(m_socket, bytes.data(), size_t(count), MSG_WAITALL);
        bytes.truncate(std::max<qsizetype>(0, qsizetype(got)));
        return bytes;
    }

private:
    int m_socket = -1;
    bool m_isConnected = false;
};
