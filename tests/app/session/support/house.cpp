#include "support/house.h"

#include <QDir>

House::House()
{
    config.dataFolder = m_folder.filePath(QStringLiteral("data"));
    config.addresses = {QHostAddress(QHostAddress::LocalHost)};
    config.port = 0;
    config.sockets.workers = 1;
    config.waitsForDisk = false;
    config.passwords.memoryBytes = 1024 * 1024;
    config.passwords.passes = 1;
    config.returnDelay = std::chrono::milliseconds(50);
    gateway::RateLimits &rates = config.rates;
    for (double *rate :
         {&rates.messagesPerSecond, &rates.reactionsPerSecond, &rates.typingPerSecond, &rates.joinsPerMinute,
          &rates.roomsPerMinute, &rates.searchesPerMinute, &rates.othersPerSecond, &rates.connectsPerMinute})
        *rate = 0;
}

connection::ServerAddress House::directAddress() const
{
    return *connection::ServerAddress::parse(
        QStringLiteral("127.0.0.1:%1").arg(m_server->endpoints().constFirst().port));
}

void House::start()
{
    m_server = std::make_unique<node::ChatServer>(config);
    if (const auto started = m_server->start(); !started)
        qFatal("The server cannot start: %s", qPrintable(started.error().message));
    m_proxy.setTarget(m_server->endpoints().constFirst().port);
}

void House::stop()
{
    m_server.reset();
}

void House::forgetEverything()
{
    QDir(config.dataFolder).removeRecursively();
}
