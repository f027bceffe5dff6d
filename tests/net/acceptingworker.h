#pragma once

#include "net/listener.h"
#include "net/tcpconnection.h"
#include "net/worker.h"

#include <atomic>
#include <memory>

/// A worker that listens on 127.0.0.1 and keeps the last connection it has accepted.
class AcceptingWorker final : private net::TcpConnectionListener
{
public:
    explicit AcceptingWorker(qint64 maxOutgoingBytes = 1'000'000, net::ConnectionLimits limits = {})
        : limiter(std::make_shared<net::ConnectionLimiter>(limits)), worker(0)
    {
        worker.start();
        worker.run([this, maxOutgoingBytes] {
            m_listener = std::make_unique<net::Listener>(
                worker, limiter, [this, maxOutgoingBytes](qintptr descriptor, net::ConnectionTicket ticket) {
                    connection = std::make_unique<net::TcpConnection>(std::move(ticket), maxOutgoingBytes);
                    if (!connection->adopt(descriptor))
                        return;
                    connection->attachTo(worker);
                    connection->setListener(this);
                    ++accepted;
                });
            if (m_listener->listen(QHostAddress(QHostAddress::LocalHost), 0))
                m_port = m_listener->serverPort();
        });
    }

    ~AcceptingWorker()
    {
        worker.run([this] {
            m_listener.reset();
            if (connection)
                connection->setListener(nullptr);
            connection.reset();
        });
        worker.stop();
    }
    Q_DISABLE_COPY_MOVE(AcceptingWorker)

    [[nodiscard]] quint16 port() const { return m_port; }

    std::shared_ptr<net::ConnectionLimiter> limiter;
    net::Worker worker;
    std::unique_ptr<net::TcpConnection> connection; ///< used in the worker only
    std::atomic<int> accepted = 0;
    std::atomic<int> overflows = 0;
    std::atomic<int> disconnects = 0;

private:
    void handleOverflow() override { ++overflows; }
    void handleDisconnected() override { ++disconnects; }

    std::unique_ptr<net::Listener> m_listener;
    quint16 m_port = 0;
};
