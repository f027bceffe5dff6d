#pragma once

#include "net/connectionlimiter.h"
#include "net/deadline.h"
#include "net/outgoingqueue.h"

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace net {

class Worker;

/// Closes a socket so that the other side gets everything that was sent to it. Closing at once while bytes of the peer
/// are still on their way makes the kernel send a reset, which can overtake and destroy our last words, such as the
/// reason of the close (RFC 9112, section 9.6). So: send what is left, shut down our direction, read and throw away
/// until the peer closes too, for a few seconds at most.
///
/// Owns the descriptor and destroys itself when it is done.
/// Thread: network worker.
class LingeringClose final : public QObject
{
    Q_OBJECT

public:
    /// Takes over @p socketDescriptor, what still has to leave on it, and the connection's ticket.
    static void start(Worker &worker, qintptr socketDescriptor, OutgoingQueue outgoing, ConnectionTicket ticket);
    ~LingeringClose() override;

private:
    LingeringClose(Worker &worker, qintptr socketDescriptor, OutgoingQueue outgoing, ConnectionTicket ticket);

    void handleWritable();
    void handleReadable();
    void finish();

    const qintptr m_socketDescriptor;
    OutgoingQueue m_outgoing;
    ConnectionTicket m_ticket;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    Deadline m_deadline;
};

} // namespace net
