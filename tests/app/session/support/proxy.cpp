#include "support/proxy.h"

#include <QHostAddress>
#include <QtEndian>

#include <utility>

Proxy::Proxy(QObject *parent) : QObject(parent)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &Proxy::handleConnection);
    if (!m_listener.listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("The proxy cannot listen");
}

connection::ServerAddress Proxy::address() const
{
    return *connection::ServerAddress::parse(QStringLiteral("127.0.0.1:%1").arg(m_listener.serverPort()));
}

void Proxy::handleConnection()
{
    while (QTcpSocket *const client = m_listener.nextPendingConnection()) {
        client->setParent(nullptr);
        const auto link = std::make_shared<Link>();
        link->client.reset(client);
        if (m_isDown) {
            client->abort();
            continue;
        }
        ++m_connections;
        link->server = std::make_unique<QTcpSocket>();
        QTcpSocket *const server = link->server.get();
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
        const auto passUp = [client, server] {
            if (server->state() == QAbstractSocket::ConnectedState)
                server->write(client->readAll());
        };
        connect(client, &QTcpSocket::readyRead, this, passUp);
        connect(server, &QTcpSocket::connected, this, passUp);
        connect(server, &QTcpSocket::readyRead, this, [this, weak = std::weak_ptr(link)] {
            if (const auto alive = weak.lock())
                passOn(*alive);
        });
        connect(client, &QTcpSocket::disconnected, server, [server] { server->disconnectFromHost(); });
        connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
        connect(server, &QTcpSocket::errorOccurred, client, [client](QAbstractSocket::SocketError error) {
            if (error != QAbstractSocket::RemoteHostClosedError)
                client->abort();
        });
        m_links.push_back(link);
    }
}

void Proxy::passOn(Link &link)
{
    link.fromServer += link.server->readAll();
    if (m_isHeld)
        return;
    if (!link.isOpen) {
        const qsizetype end = link.fromServer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        link.isOpen = true;
        link.client->write(link.fromServer.left(end + 4));
        link.fromServer.remove(0, end + 4);
    }
    while (const qsizetype bytes = frameBytes(link.fromServer)) {
        const QByteArray frame = link.fromServer.left(bytes);
        link.fromServer.remove(0, bytes);
        if (m_losses > 0 && frame.contains(m_toLose)) {
            --m_losses;
            ++m_lost;
        } else {
            link.client->write(frame);
        }
    }
}

qsizetype Proxy::frameBytes(const QByteArray &bytes)
{
    if (bytes.size() < 2)
        return 0;
    qsizetype header = 2;
    quint64 length = quint8(bytes[1]) & 0x7f;
    if (length == 126) {
        if (bytes.size() < 4)
            return 0;
        length = qFromBigEndian<quint16>(bytes.constData() + 2);
        header = 4;
    } else if (length == 127) {
        if (bytes.size() < 10)
            return 0;
        length = qFromBigEndian<quint64>(bytes.constData() + 2);
        header = 10;
    }
    const qsizetype all = header + qsizetype(length);
    return bytes.size() < all ? 0 : all;
}

void Proxy::cut()
{
    for (const auto &link : std::exchange(m_links, {})) {
        link->server->disconnect();
        link->client->disconnect();
        link->server->abort();
        link->client->abort();
    }
}

void Proxy::setDown(bool isDown)
{
    m_isDown = isDown;
    if (isDown)
        cut();
}

void Proxy::lose(const QByteArray &text, int count)
{
    m_toLose = text;
    m_losses = count;
}
