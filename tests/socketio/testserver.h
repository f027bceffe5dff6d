#pragma once

#include "socketio/server.h"
#include "socketio/socket.h"

#include <QTest>

#include <latch>
#include <memory>
#include <mutex>
#include <vector>

/// A Socket.IO server on a free port of 127.0.0.1 that remembers the sockets of `/` in the order they connected.
class TestServer final
{
public:
    using SocketPointer = std::shared_ptr<socketio::Socket>;

    explicit TestServer(int workers = 1) : TestServer(optionsWith(workers)) {}

    explicit TestServer(const socketio::ServerOptions &options) : io(std::make_unique<socketio::Server>(options))
    {
        io->onConnection([this](socketio::Socket &socket) {
            const std::lock_guard lock(m_mutex);
            m_sockets.push_back(socket.shared_from_this());
        });
        m_port = io->listen(QHostAddress(QHostAddress::LocalHost), 0);
    }
    ~TestServer()
    {
        forgetSockets();
        io.reset();
    }
    Q_DISABLE_COPY_MOVE(TestServer)

    static socketio::ServerOptions optionsWith(int workers)
    {
        socketio::ServerOptions options;
        options.workers = workers;
        return options;
    }

    [[nodiscard]] quint16 port() const { return m_port; }

    /// The socket that connected as number @p index; null when none does in time.
    [[nodiscard]] SocketPointer socket(size_t index)
    {
        const bool isThere = QTest::qWaitFor([&] {
            const std::lock_guard lock(m_mutex);
            return m_sockets.size() > index;
        });
        const std::lock_guard lock(m_mutex);
        return isThere ? m_sockets[index] : nullptr;
    }

    void forgetSockets()
    {
        const std::lock_guard lock(m_mutex);
        m_sockets.clear();
    }

    /// Runs @p task in the socket's worker and waits for it.
    static void runIn(const SocketPointer &socket, const std::function<void()> &task)
    {
        std::latch done(1);
        socket->runInWorker([&] {
            task();
            done.count_down();
        });
        done.wait();
    }

    /// Waits until every worker has done what has been asked of it so far.
    void finishTurns()
    {
        for (int i = 0; i < io->workers().size(); ++i)
            io->workers().at(i).run([] {});
    }

    std::unique_ptr<socketio::Server> io;

private:
    std::mutex m_mutex;
    std::vector<SocketPointer> m_sockets; ///< guarded by m_mutex
    quint16 m_port = 0;
};
