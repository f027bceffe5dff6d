#include "support/bot.h"

#include <QTest>
#include <QUuid>

#include <optional>

Bot::Bot(House &house, const QString &name) : m_socket(house.directAddress())
{
    m_socket.setAuth({{QStringLiteral("name"), name}});
    m_socket.open();
    if (!QTest::qWaitFor([this] { return m_socket.isConnected(); }, 10'000))
        qFatal("The bot is not let in");
}

QCborMap Bot::ask(const QString &event, const QCborMap &fields)
{
    std::optional<QCborMap> answer;
    m_socket.emitWithAck(event, {fields}, {}, &m_socket, [&answer](const connection::AckResult &result) {
        answer = result ? result->at(0).toMap() : QCborMap();
    });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 15'000))
        qFatal("No answer to %s", qPrintable(event));
    return *answer;
}

QStringList Bot::sayMany(const QString &room, const QStringList &texts)
{
    QStringList ids;
    for (const QString &text : texts) {
        const QCborMap fields{{QStringLiteral("room"), room},
                              {QStringLiteral("nonce"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
                              {QStringLiteral("text"), text}};
        m_socket.emitWithAck(
            QStringLiteral("message:send"), {fields}, {}, &m_socket, [&ids](const connection::AckResult &result) {
                ids.append(result ? result->at(0).toMap().value(QLatin1String("id")).toString() : QString());
            });
    }
    if (!QTest::qWaitFor([&] { return ids.size() == texts.size(); }, 30'000) || ids.contains(QString()))
        qFatal("The bot cannot speak");
    return ids;
}

QStringList Bot::count(const QString &room, int from, int to)
{
    QStringList texts;
    for (int i = from; i <= to; ++i)
        texts.append(QString::number(i));
    return sayMany(room, texts);
}
