#pragma once

#include <QRegularExpression>
#include <QStringList>
#include <QTest>
#include <QUrl>
#include <QWebSocket>

/// A client that speaks Socket.IO by hand: what it sends and receives are the packets as text, without the leading `4`
/// of Engine.IO.
class TestClient final : public QObject
{
public:
    explicit TestClient(quint16 port, const QString &connectPacket = QStringLiteral("0"))
    {
        connect(&m_webSocket, &QWebSocket::textMessageReceived, this, [this, connectPacket](const QString &text) {
            if (text.startsWith(u'0'))
                send(connectPacket);
            else if (text.startsWith(u'2'))
                m_webSocket.sendTextMessage(QStringLiteral("3"));
            else if (text.startsWith(u'4'))
                packets.append(text.sliced(1));
        });
        connect(&m_webSocket, &QWebSocket::disconnected, this, [this] { m_isClosed = true; });
        m_webSocket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/socket.io/?EIO=4&transport=websocket").arg(port)));
    }

    void send(const QString &packet) { m_webSocket.sendTextMessage(u'4' + packet); }
    /// Ends the connection without a goodbye in Socket.IO's words.
    void cut() { m_webSocket.abort(); }
    [[nodiscard]] bool isClosed() const { return m_isClosed; }

    /// Waits for a packet that begins with @p start; returns it, or nothing when none comes in time.
    [[nodiscard]] QString waitForPacket(const QString &start)
    {
        QString found;
        [[maybe_unused]] const bool isThere = QTest::qWaitFor([&] {
            for (const QString &packet : std::as_const(packets)) {
                if (packet.startsWith(start))
                    found = packet;
            }
            return !found.isEmpty();
        });
        return found;
    }
    [[nodiscard]] bool waitForConnect() { return !waitForPacket(QStringLiteral("0{")).isEmpty(); }
    [[nodiscard]] bool waitForClose()
    {
        return QTest::qWaitFor([this] { return m_isClosed; });
    }

    [[nodiscard]] QStringList events() const { return packets.filter(QRegularExpression(QStringLiteral("^2"))); }

    QStringList packets; ///< all that have come, in order

private:
    QWebSocket m_webSocket;
    bool m_isClosed = false;
};
