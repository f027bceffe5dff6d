#pragma once

#include "net/listener.h"
#include "net/tcpconnection.h"
#include "net/worker.h"

#include <atomic>
#include <functional>
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
            m_listener = std::make_unique<net::Listener>(worker, limiter, maxOutgoingBytes,
                                                         [this](std::unique_ptr<net::TcpConnection> tcp) {
                                                             connection = std::move(tcp);
                                                             connection->attachTo(worker);
                                                             connection->setListener(this);
                                                             ++accepted;
                                                         });
            if (m_listener->start(QHostAddress(QHostAddress::LocalHost), 0))
                m_port = m_listener->serverPort();
        });
    }

    ~AcceptingWorker()
    {
        worker.run([this] {
            m_listener.reset();
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
    QByteArray received; ///< used in the worker only
    std::function<void()> onReceived; ///< called in the worker each time
    /// How much has been received so far.
    [[nodiscard]] qsizetype receivedBytes()
    {
        qsizetype count = 0;
        worker.run([&] { count = received.size(); });
        return count;
    }

private:
    void handleReceived(std::span<char> bytes) override
    {
        received.append(bytes.data(), qsizetype(bytes.size()));
        if (onReceived)
            onReceived();
    }
    void handleOverflow() override { ++overflows; }
    void handleDisconnected() override { ++disconnects; }

    std::unique_ptr<net::Listener> m_listener;
    quint16 m_port = 0;
};
