#pragma once

#include "support/proxy.h"

#include "node/chatserver.h"

#include <QTemporaryDir>

#include <memory>

/// A chat server with its data, which can be stopped and started again, and the network in front of it.
class House final
{
public:
    House();

    /// Of the network.
    [[nodiscard]] connection::ServerAddress address() const { return m_proxy.address(); }
    /// Past the network, straight to the server.
    [[nodiscard]] connection::ServerAddress directAddress() const;
    [[nodiscard]] Proxy &network() { return m_proxy; }

    /// Before start(): how the server is to be.
    node::ServerConfig config;
    void start();
    void stop();
    /// Throws its data away.
    void forgetEverything();

private:
    QTemporaryDir m_folder;
    Proxy m_proxy;
    std::unique_ptr<node::ChatServer> m_server;
};
