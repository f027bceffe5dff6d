#pragma once

#include <QByteArray>

#include <vector>

namespace net {

/// The bytes that wait to leave on one socket. Chunks wait shared, not copied: a broadcast to a thousand sockets puts
/// the same buffer into a thousand queues. Thread: that of its connection.
class OutgoingQueue final
{
public:
    enum class SendResult {
        Done, ///< everything has been handed to the kernel
        Blocked, ///< the kernel's buffer is full: wait until the socket is writable
        Failed ///< the connection is broken
    };

    void append(const QByteArray &bytes);
    void clear();

    /// Hands as much as possible to the kernel without blocking.
    [[nodiscard]] SendResult sendTo(qintptr socketDescriptor);

    [[nodiscard]] bool isEmpty() const { return m_bytes == 0; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    [[nodiscard]] bool hasOneChunk() const { return m_firstChunk + 1 == qsizetype(m_chunks.size()); }
    /// What the kernel took, in bytes; -1: see errno.
    [[nodiscard]] qint64 sendAsOne(int socketDescriptor) const;
    [[nodiscard]] qint64 sendParts(int socketDescriptor) const;
    void consume(qint64 sent);

    std::vector<QByteArray> m_chunks;
    qsizetype m_firstChunk = 0; ///< chunks before it are gone
    qsizetype m_firstOffset = 0; ///< bytes of the first chunk that are gone
    qint64 m_bytes = 0;
};

} // namespace net
