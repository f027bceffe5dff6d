#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <array>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

/// Two connected sockets of this machine, non-blocking; [0] is the near end.
class SocketPair final
{
public:
    SocketPair()
    {
        m_isOpen = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, m_ends.data()) == 0;
    }
    ~SocketPair()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Q_DISABLE_COPY_MOVE(SocketPair)

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] int nearEnd() const { return m_ends[0]; }
    [[nodiscard]] int farEnd() const { return m_ends[1]; }

    /// Hands the near end over to someone who closes it.
    [[nodiscard]] int giveNearEnd() { return std::exchange(m_ends[0], -1); }

    /// Makes the kernel keep as little as it can of what the near end sends.
    void shrinkSendBuffer() const
    {
        const int bytes = 1;
        ::setsockopt(m_ends[0], SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
    }

    [[nodiscard]] bool sendFromFarEnd(const QByteArray &bytes) const
    {
        return ::send(m_ends[1], bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }

    /// Whatever has arrived at @p descriptor.
    [[nodiscard]] static QByteArray readAll(int descriptor)
    {
        QByteArray all;
        char buffer[4096];
        for (ssize_t got; (got = ::recv(descriptor, buffer, sizeof buffer, MSG_DONTWAIT)) > 0;)
            all.append(buffer, qsizetype(got));
        return all;
    }

    void closeEnd(size_t end)
    {
        if (m_ends[end] != -1)
            ::close(m_ends[end]);
        m_ends[end] = -1;
    }

private:
    std::array<int, 2> m_ends = {-1, -1};
    bool m_isOpen = false;
};
