#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QTest>
#include <QUrl>
#include <QWebSocket>

#include <functional>

/// One connection to the chat: Socket.IO by hand, so that everything that travels can be seen.
class ChatClient final : public QObject
{
public:
    ChatClient(quint16 port, const QJsonObject &auth)
    {
        connect(&m_webSocket, &QWebSocket::textMessageReceived, this,
                [this, auth](const QString &text) { handle(text, auth); });
        connect(&m_webSocket, &QWebSocket::disconnected, this, [this] { m_isClosed = true; });
        m_webSocket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/socket.io/?EIO=4&transport=websocket").arg(port)));
    }
    /// Comes in under a name, and waits for the welcome.
    ChatClient(quint16 port, const QString &name) : ChatClient(port, QJsonObject{{QStringLiteral("name"), name}})
    {
        waitForWelcome();
    }

    // Coming in

    bool waitForWelcome() { return !waitForEvent(QStringLiteral("welcome")).isEmpty(); }
    [[nodiscard]] QJsonObject welcome() const { return events(QStringLiteral("welcome")).value(0); }
    [[nodiscard]] QString user() const
    {
        return welcome().value(QStringLiteral("user")).toObject().value(QStringLiteral("id")).toString();
    }
    [[nodiscard]] QString token() const { return welcome().value(QStringLiteral("token")).toString(); }
    /// The `data` of the refusal; waits for it.
    [[nodiscard]] QJsonObject waitForRefusal()
    {
        waitFor([this] { return !m_refusal.isEmpty(); });
        return m_refusal;
    }

    // Asking

    /// Sends an event that wants an answer, and does not wait. Returns the number of the answer.
    int send(const QString &event, const QJsonValue &argument)
    {
        const int id = m_nextId++;
        sendPacket(QString::number(id), QJsonArray{event, argument});
        return id;
    }
    /// Sends an event that wants none.
    void sendQuietly(const QString &event, const QJsonValue &argument)
    {
        sendPacket(QString(), QJsonArray{event, argument});
    }
    /// Sends a whole packet, without Engine.IO's `4`.
    void sendRaw(const QString &packet) { m_webSocket.sendTextMessage(u'4' + packet); }
    /// Waits for an answer; empty when none comes.
    [[nodiscard]] QJsonObject answer(int id)
    {
        waitFor([this, id] { return m_answers.contains(id); });
        return m_answers.value(id);
    }
    QJsonObject request(const QString &event, const QJsonObject &fields = {}) { return answer(send(event, fields)); }
    [[nodiscard]] bool hasAnswer(int id) const { return m_answers.contains(id); }
    /// The numbers of the answers in the order in which they came.
    [[nodiscard]] const QList<int> &answerOrder() const { return m_answerOrder; }

    // Hearing

    [[nodiscard]] QList<QJsonObject> events(const QString &name) const { return m_events.value(name); }
    using Condition = std::function<bool(const QJsonObject &)>;
    /// The first event of that name that fits; waits for it. Empty when none comes.
    QJsonObject waitForEvent(
        const QString &name, const Condition &fits = [](const QJsonObject &) { return true; })
    {
        QJsonObject found;
        waitFor([&] {
            const auto all = m_events.value(name);
            const auto it = std::find_if(all.begin(), all.end(), fits);
            if (it != all.end())
                found = *it;
            return it != all.end();
        });
        return found;
    }
    /// Everything that was sent to this client before this is called has been heard when it returns.
    void catchUp() { (void)request(QStringLiteral("no:such:event")); }

    void cut() { m_webSocket.abort(); }
    [[nodiscard]] bool waitForClose()
    {
        return waitFor([this] { return m_isClosed; });
    }
    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    /// All packets in order.
    [[nodiscard]] const QStringList &packets() const { return m_packets; }

private:
    static bool waitFor(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 15'000); }

    void sendPacket(const QString &id, const QJsonArray &content)
    {
        sendRaw(u'2' + id + QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact)));
    }

    void handle(const QString &text, const QJsonObject &auth)
    {
        if (text.startsWith(u'0')) {
            sendRaw(u'0' + QString::fromUtf8(QJsonDocument(auth).toJson(QJsonDocument::Compact)));
        } else if (text.startsWith(u'2')) {
            m_webSocket.sendTextMessage(QStringLiteral("3"));
        } else if (text.startsWith(u'4')) {
            m_packets.append(text.sliced(1));
            handlePacket(text.sliced(1));
        }
    }

    void handlePacket(const QString &packet)
    {
        qsizetype json = 1;
        while (json < packet.size() && packet[json].isDigit())
            ++json;
        const QJsonDocument content = QJsonDocument::fromJson(packet.sliced(json).toUtf8());
        if (packet.startsWith(u'2')) {
            m_events[content[0].toString()].append(content[1].toObject());
        } else if (packet.startsWith(u'3')) {
            const int id = packet.sliced(1, json - 1).toInt();
            m_answers.insert(id, content[0].toObject());
            m_answerOrder.append(id);
        } else if (packet.startsWith(u'4')) {
            m_refusal = content[QStringLiteral("data")].toObject();
        }
    }

    QWebSocket m_webSocket;
    QStringList m_packets;
    QHash<QString, QList<QJsonObject>> m_events;
    QHash<int, QJsonObject> m_answers;
    QList<int> m_answerOrder;
    QJsonObject m_refusal;
    int m_nextId = 0;
    bool m_isClosed = false;
};

/// The `code` of an answer's error; empty when it is ok.
[[nodiscard]] inline QString codeOf(const QJsonObject &answer)
{
    return answer.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString();
}
[[nodiscard]] inline QString fieldOf(const QJsonObject &answer)
{
    return answer.value(QStringLiteral("error")).toObject().value(QStringLiteral("field")).toString();
}
[[nodiscard]] inline bool isOk(const QJsonObject &answer)
{
    return answer.value(QStringLiteral("ok")).toBool();
}
