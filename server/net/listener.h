#pragma once

#include "net/connectionlimiter.h"
#include "net/deadline.h"
#include "net/reservedescriptor.h"

#include <QTcpServer>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace net {

class Worker;

/// Accepts connections on one address and hands over those that are within the limits. The others are told so with a
/// short HTTP answer and closed.
///
/// QTcpServer binds and listens; accepting is done here, because QTcpServer of Qt 6.4 does not report that the process
/// has run out of descriptors and tries again and again.
/// Thread: that of the worker it was made in.
class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    /// Called for each accepted descriptor; takes over its ownership.
    using AcceptHandler = std::function<void(qintptr socketDescriptor, ConnectionTicket ticket)>;

    Listener(Worker &worker, std::shared_ptr<ConnectionLimiter> limiter, AcceptHandler onAccepted);
    ~Listener() override;

    /// Listens; false with errorString() set when that is not possible. Port 0 takes a free one.
    [[nodiscard]] bool start(const QHostAddress &address, quint16 port);

protected:
    void incomingConnection(qintptr socketDescriptor) override;

private:
    void acceptWaiting();
    void handleOutOfDescriptors();

    Worker &m_worker;
    const std::shared_ptr<ConnectionLimiter> m_limiter;
    const AcceptHandler m_onAccepted;
    ReserveDescriptor m_reserve;
    std::unique_ptr<QSocketNotifier> m_waiting;
    Deadline m_pause; ///< pending while even the reserve is gone
};

} // namespace net
