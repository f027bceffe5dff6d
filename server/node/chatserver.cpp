#include "node/chatserver.h"

#include "node/logging.h"
#include "node/runningchat.h"

namespace node {

ChatServer::ChatServer(ServerConfig config) : m_config(std::move(config)) {}

ChatServer::~ChatServer()
{
    stop();
}

Result<std::monostate> ChatServer::start()
{
    if (m_running)
        return std::monostate{};
    auto running = std::make_unique<RunningChat>(m_config);
    const auto started = running->start();
    if (!started)
        return protocol::failure(started.error());
    m_running = std::move(running);
    return std::monostate{};
}

void ChatServer::stop()
{
    if (!m_running)
        return;
    m_running->drain();
    m_running.reset();
    qCInfo(lcNode, "stopped");
}

QList<ChatServer::Endpoint> ChatServer::endpoints() const
{
    return m_running ? m_running->endpoints() : QList<Endpoint>();
}

Health::State ChatServer::health() const
{
    return m_running ? m_running->health().state() : Health::State::ShuttingDown;
}

QString ChatServer::version()
{
    return QStringLiteral(CONFAB_VERSION);
}

} // namespace node
