#pragma once

#include "net/connectionlimiter.h"
#include "net/reservedescriptor.h"

#include <QTcpServer>

#include <functional>
#include <memory>

namespace net {

class Worker;

/// Accepts connections on one address and hands over those that are within the limits. The others are told so with a
/// short HTTP answer and closed.
/// Thread: that of the worker it was made in.
class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    /// Called for each accepted descriptor; takes over its ownership.
    using AcceptHandler = std::function<void(qintptr socketDescriptor, ConnectionTicket ticket)>;

    Listener(Worker &worker, std::shared_ptr<ConnectionLimiter> limiter, AcceptHandler onAccepted);

protected:
    void incomingConnection(qintptr socketDescriptor) override;

private:
    void handleAcceptError();

    Worker &m_worker;
    const std::shared_ptr<ConnectionLimiter> m_limiter;
    const AcceptHandler m_onAccepted;
    ReserveDescriptor m_reserve;
};

} // namespace net
