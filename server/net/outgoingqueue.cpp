#include "net/outgoingqueue.h"

#include <cerrno>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#include <sys/uio.h>
#endif

namespace net {

namespace {

constexpr int maxChunksPerCall = 64;
constexpr size_t keptCapacity = 4; ///< chunks; an idle connection should not hold a large table

#ifndef MSG_NOSIGNAL
constexpr int MSG_NOSIGNAL = 0; // Qt ignores SIGPIPE for the whole process
#endif

} // namespace

void OutgoingQueue::append(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    m_chunks.push_back(bytes);
    m_bytes += bytes.size();
}

void OutgoingQueue::clear()
{
    if (m_chunks.capacity() > keptCapacity)
        std::vector<QByteArray>().swap(m_chunks);
    else
        m_chunks.clear();
    m_firstChunk = 0;
    m_firstOffset = 0;
    m_bytes = 0;
}

#ifdef Q_OS_WIN

OutgoingQueue::SendResult OutgoingQueue::sendTo(qintptr socketDescriptor)
{
    while (m_bytes > 0) {
        const QByteArray &chunk = m_chunks[size_t(m_firstChunk)];
        const int sent
            = ::send(SOCKET(socketDescriptor), chunk.constData() + m_firstOffset, int(chunk.size() - m_firstOffset), 0);
        if (sent == SOCKET_ERROR)
            return WSAGetLastError() == WSAEWOULDBLOCK ? SendResult::Blocked : SendResult::Failed;
        consume(sent);
    }
    return SendResult::Done;
}

#else

OutgoingQueue::SendResult OutgoingQueue::sendTo(qintptr socketDescriptor)
{
    while (m_bytes > 0) {
        if (m_firstChunk + 1 == qsizetype(m_chunks.size())) { // the common case, and the cheaper call
            const QByteArray &chunk = m_chunks.back();
            const ssize_t sent = ::send(int(socketDescriptor), chunk.constData() + m_firstOffset,
                                        size_t(chunk.size() - m_firstOffset), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent == -1 && errno != EINTR)
                return errno == EAGAIN || errno == EWOULDBLOCK ? SendResult::Blocked : SendResult::Failed;
            if (sent > 0)
                consume(sent);
            continue;
        }
        iovec parts[maxChunksPerCall];
        int partCount = 0;
        qsizetype offset = m_firstOffset;
        for (auto i = size_t(m_firstChunk); i < m_chunks.size() && partCount < maxChunksPerCall; ++i) {
            const QByteArray &chunk = m_chunks[i];
            parts[partCount].iov_base = const_cast<char *>(chunk.constData()) + offset;
            parts[partCount].iov_len = size_t(chunk.size() - offset);
            ++partCount;
            offset = 0;
        }
        msghdr message = {};
        message.msg_iov = parts;
        message.msg_iovlen = decltype(message.msg_iovlen)(partCount);
        ssize_t sent;
        do {
            sent = ::sendmsg(int(socketDescriptor), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        } while (sent == -1 && errno == EINTR);
        if (sent == -1)
            return errno == EAGAIN || errno == EWOULDBLOCK ? SendResult::Blocked : SendResult::Failed;
        consume(sent);
    }
    return SendResult::Done;
}

#endif

void OutgoingQueue::consume(qint64 sent)
{
    m_bytes -= sent;
    if (m_bytes == 0) {
        clear();
        return;
    }
    while (sent > 0) {
        QByteArray &chunk = m_chunks[size_t(m_firstChunk)];
        const qsizetype left = chunk.size() - m_firstOffset;
        if (sent < left) {
            m_firstOffset += sent;
            return;
        }
        sent -= left;
        chunk = QByteArray(); // lets go of the shared bytes at once
        ++m_firstChunk;
        m_firstOffset = 0;
    }
    if (m_firstChunk > 256) {
        m_chunks.erase(m_chunks.begin(), m_chunks.begin() + m_firstChunk);
        m_firstChunk = 0;
    }
}

} // namespace net
