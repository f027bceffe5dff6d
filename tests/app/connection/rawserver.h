#pragma once

#include "connection/serveraddress.h"

#include <QCryptographicHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtEndian>

#include <functional>

/// A server of its own mind on 127.0.0.1: accepts everybody, and says what it is told to, byte for byte.
class RawServer final : public QObject
{
public:
    /// Called when a client's request has come, with its header.
    using Script = std::function<void(QTcpSocket &client, const QByteArray &request)>;

    explicit RawServer(Script script) : m_script(std::move(script))
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] { accept(m_server.nextPendingConnection()); });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("The raw server cannot listen");
    }

    [[nodiscard]] connection::ServerAddress address() const
    {
        return *connection::ServerAddress::parse(QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort()));
    }
    [[nodiscard]] int clientCount() const { return m_clientCount; }

    /// The answer that makes the connection a WebSocket.
    static QByteArray upgradeAnswer(const QByteArray &request)
    {
        const QByteArray field("Sec-WebSocket-Key: ");
        const qsizetype begin = request.indexOf(field) + field.size();
        const QByteArray key = request.mid(begin, request.indexOf('\r', begin) - begin);
        const QByteArray salted = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        const QByteArray accept = QCryptographicHash::hash(salted, QCryptographicHash::Sha1).toBase64();
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
               "Sec-WebSocket-Accept: "
            + accept + "\r\n\r\n";
    }
    /// A frame from a server. @p opcode: 1 text, 2 binary, 8 close.
    static QByteArray frame(const QByteArray &payload, char opcode = 1)
    {
        QByteArray bytes(1, char(0x80 | opcode));
        if (payload.size() < 126) {
            bytes.append(char(payload.size()));
        } else if (payload.size() < 65536) {
            bytes.append(char(126)).resize(4);
            qToBigEndian<quint16>(quint16(payload.size()), bytes.data() + 2);
        } else {
            bytes.append(char(127)).resize(10);
            qToBigEndian<quint64>(quint64(payload.size()), bytes.data() + 2);
        }
        return bytes + payload;
    }
    /// The open packet of Engine.IO.
    static QByteArray openPacket(int pingInterval = 25000, int pingTimeout = 20000)
    {
        return R"(0{"sid":"abc","upgrades":[],"pingInterval":)" + QByteArray::number(pingInterval)
            + R"(,"pingTimeout":)" + QByteArray::number(pingTimeout) + R"(,"maxPayload":1000000})";
    }
    /// All of them up to being let in.
    static QByteArray welcome(const QByteArray &request, int pingInterval = 25000, int pingTimeout = 20000)
    {
        return upgradeAnswer(request) + frame(openPacket(pingInterval, pingTimeout)) + frame(R"(40{"sid":"xyz"})");
    }

private:
    void accept(QTcpSocket *client)
    {
        ++m_clientCount;
        connect(client, &QTcpSocket::readyRead, this, [this, client] {
            if (client->property("isAnswered").toBool() || !client->peek(64 * 1024).contains("\r\n\r\n"))
                return;
            client->setProperty("isAnswered", true);
            m_script(*client, client->readAll());
        });
    }

    const Script m_script;
    QTcpServer m_server;
    int m_clientCount = 0;
};
