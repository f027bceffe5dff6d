#include "hosting/serverthread.h"

#include "node/chatserver.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QUuid>

namespace hosting {

namespace {

constexpr qint64 maxIdBytes = 64;

HostedChat::Problem toProblem(node::ErrorCode code)
{
    switch (code) {
    case node::ErrorCode::DataFolderUnusable:
        return HostedChat::Problem::FolderUnusable;
    case node::ErrorCode::StoreUnusable:
        return HostedChat::Problem::StoreUnusable;
    case node::ErrorCode::CannotListen:
        return HostedChat::Problem::CannotListen;
    case node::ErrorCode::BadConfiguration:
    case node::ErrorCode::Internal:
        break;
    }
    return HostedChat::Problem::Internal;
}

node::ServerConfig toConfig(const HostedChatOptions &options, quint16 port)
{
    node::ServerConfig config;
    config.dataFolder = options.dataFolder;
    config.chat.serverName = options.name;
    config.port = port;
    if (!options.isOnNetwork)
        config.addresses = {QHostAddress(QHostAddress::LocalHost)};
    return config;
}

/// By which those who look for chats know this one again. One that cannot be kept lasts until the chat is stopped.
QString idOfChatIn(const QString &folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("discovery-id"));
    QFile known(path);
    if (known.open(QIODevice::ReadOnly)) {
        const QUuid id = QUuid::fromString(QString::fromLatin1(known.read(maxIdBytes).trimmed()));
        if (!id.isNull())
            return id.toString(QUuid::Id128);
    }
    const QUuid id = QUuid::createUuid();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(id.toByteArray() + '\n');
        file.commit();
    }
    return id.toString(QUuid::Id128);
}

} // namespace

ServerThread::ServerThread(QObject *parent) : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("hosted chat"));
    m_inThread.moveToThread(&m_thread);
    m_thread.start();
}

ServerThread::~ServerThread()
{
    QMetaObject::invokeMethod(&m_inThread, [this] { m_server.reset(); });
    m_thread.quit();
    m_thread.wait();
}

void ServerThread::start(const HostedChatOptions &options)
{
    QMetaObject::invokeMethod(&m_inThread, [this, options] { startHere(options); });
}

void ServerThread::stop()
{
    QMetaObject::invokeMethod(&m_inThread, [this] {
        m_server.reset();
        Q_EMIT stopped();
    });
}

void ServerThread::startHere(const HostedChatOptions &options)
{
    m_server = std::make_unique<node::ChatServer>(toConfig(options, options.port));
    auto done = m_server->start();
    if (!done && done.error().code == node::ErrorCode::CannotListen && options.port != 0) {
        m_server = std::make_unique<node::ChatServer>(toConfig(options, 0));
        done = m_server->start();
    }
    if (!done) {
        m_server.reset();
        Q_EMIT failed(toProblem(done.error().code), done.error().message);
        return;
    }
    Q_EMIT started(m_server->endpoints().constFirst().port, idOfChatIn(options.dataFolder));
}

} // namespace hosting
