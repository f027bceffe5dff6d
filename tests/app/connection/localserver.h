#pragma once

#include "socketio/server.h"
#include "socketio/socket.h"

#include "connection/serveraddress.h"

#include <functional>
#include <memory>

/// A Socket.IO server on 127.0.0.1 that can be stopped and started again on the same port.
class LocalServer final
{
public:
    using Setup = std::function<void(socketio::Server &)>;

    explicit LocalServer(Setup setup = {}, socketio::ServerOptions options = {})
        : m_setup(std::move(setup)), m_options(std::move(options))
    {
        start();
    }

    void start()
    {
        m_io = std::make_unique<socketio::Server>(m_options);
        if (m_setup)
            m_setup(*m_io);
        m_port = m_io->listen(QHostAddress(QHostAddress::LocalHost), m_port);
        if (m_port == 0)
            qFatal("The server cannot listen: %s", qPrintable(m_io->errorString()));
    }
    void stop() { m_io.reset(); }

    [[nodiscard]] socketio::Server &io() { return *m_io; }
    [[nodiscard]] connection::ServerAddress address() const
    {
        return *connection::ServerAddress::parse(QStringLiteral("127.0.0.1:%1").arg(m_port));
    }

private:
    const Setup m_setup;
    const socketio::ServerOptions m_options;
    std::unique_ptr<socketio::Server> m_io;
    quint16 m_port = 0;
};
