#pragma once

#include "net/connectionlimiter.h"
#include "net/deadline.h"
#include "net/reservedescriptor.h"
#include "net/tcpconnection.h"

#include <QTcpServer>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace net {

class Worker;

/// Accepts connections on one address and hands over those that are within the limits. The others are told so with a
/// short HTTP answer and closed.
///
/// QTcpServer binds and listens; accepting is done here, except on Windows, because QTcpServer of Qt 6.4 does not
/// report that the process has run out of descriptors and tries again and again. Thread: that of the worker it was made
/// in.
class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    /// Gets each accepted connection, not yet attached to any worker.
    using AcceptHandler = std::function<void(std::unique_ptr<TcpConnection> connection)>;

    /// @p maxOutgoingBytes: see TcpConnection.
    Listener(Worker &worker, std::shared_ptr<ConnectionLimiter> limiter, qint64 maxOutgoingBytes,
             AcceptHandler onAccepted);
    ~Listener() override;

    /// Listens; false with errorString() set when that is not possible. Port 0 takes a free one.
    [[nodiscard]] bool start(const QHostAddress &address, quint16 port);

protected:
    void incomingConnection(qintptr socketDescriptor) override;

private:
    void acceptWaiting();
    void admit(qintptr socketDescriptor, const QHostAddress &peerAddress);
    void handleOutOfDescriptors();

    Worker &m_worker;
    const std::shared_ptr<ConnectionLimiter> m_limiter;
    const qint64 m_maxOutgoingBytes;
    const AcceptHandler m_onAccepted;
    ReserveDescriptor m_reserve;
    std::unique_ptr<QSocketNotifier> m_waiting;
    Deadline m_pause; ///< pending while even the reserve is gone
};

} // namespace net
