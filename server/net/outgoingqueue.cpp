#include "net/outgoingqueue.h"

#include <algorithm>
#include <array>
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
constexpr qsizetype maxCopiedBytes = 4'096; ///< as much in several chunks goes out sooner when it is one
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
        const qint64 sent = hasOneChunk() || m_bytes <= maxCopiedBytes ? sendAsOne(int(socketDescriptor))
                                                                       : sendParts(int(socketDescriptor));
        if (sent >= 0)
            consume(sent);
        else if (errno != EINTR)
            return errno == EAGAIN || errno == EWOULDBLOCK ? SendResult::Blocked : SendResult::Failed;
    }
    return SendResult::Done;
}

qint64 OutgoingQueue::sendAsOne(int socketDescriptor) const
{
    constexpr int flags = MSG_NOSIGNAL | MSG_DONTWAIT;
    const QByteArray &first = m_chunks[size_t(m_firstChunk)];
    if (hasOneChunk())
        return ::send(socketDescriptor, first.constData() + m_firstOffset, size_t(m_bytes), flags);
    std::array<char, maxCopiedBytes> bytes;
    char *end = std::copy(first.cbegin() + m_firstOffset, first.cend(), bytes.begin());
    for (auto i = size_t(m_firstChunk) + 1; i < m_chunks.size(); ++i)
        end = std::copy(m_chunks[i].cbegin(), m_chunks[i].cend(), end);
    return ::send(socketDescriptor, bytes.data(), size_t(m_bytes), flags);
}

qint64 OutgoingQueue::sendParts(int socketDescriptor) const
{
    std::array<iovec, maxChunksPerCall> parts;
    int partCount = 0;
    qsizetype offset = m_firstOffset;
    for (auto i = size_t(m_firstChunk); i < m_chunks.size() && partCount < maxChunksPerCall; ++i) {
        const QByteArray &chunk = m_chunks[i];
        parts[size_t(partCount)] = {const_cast<char *>(chunk.constData()) + offset, size_t(chunk.size() - offset)};
        ++partCount;
        offset = 0;
    }
    msghdr message = {};
    message.msg_iov = parts.data();
    message.msg_iovlen = decltype(message.msg_iovlen)(partCount);
    return ::sendmsg(socketDescriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
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
