#pragma once

#include "node/error.h"
#include "node/health.h"
#include "node/serverconfig.h"

#include <QHostAddress>
#include <QList>

#include <memory>

namespace node {

class RunningChat;

/// A whole chat server: what `confabd` runs, and what a program that hosts a chat runs inside itself. It has its own
/// threads and needs no event loop of its owner.
/// Thread: the owner's, which may be any, one at a time. start() and stop() block.
class ChatServer final
{
public:
    struct Endpoint
    {
        QHostAddress address;
        quint16 port = 0;
    };

    explicit ChatServer(ServerConfig config);
    /// Stops it.
    ~ChatServer();
    Q_DISABLE_COPY_MOVE(ChatServer)

    /// Opens the data folder, made if need be, and listens. After a failure nothing is left running, and it may be
    /// tried again. Does nothing when it runs already.
    [[nodiscard]] Result<std::monostate> start();
    /// Announces `server:closing` to everybody, finishes what has been begun, within ServerConfig::drainTimeout, and
    /// ends. May be started again. Does nothing when it does not run.
    void stop();

    [[nodiscard]] bool isRunning() const { return m_running != nullptr; }
    /// Where it listens; empty when it does not run.
    [[nodiscard]] QList<Endpoint> endpoints() const;
    /// Health::State::ShuttingDown when it does not run.
    [[nodiscard]] Health::State health() const;
    [[nodiscard]] const ServerConfig &config() const { return m_config; }

    /// Of the program, such as `0.1.0`.
    [[nodiscard]] static QString version();

private:
    const ServerConfig m_config;
    std::unique_ptr<RunningChat> m_running;
};

} // namespace node
