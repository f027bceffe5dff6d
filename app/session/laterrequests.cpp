#include "session/laterrequests.h"

#include "session/answers.h"
#include "session/serverlink.h"

#include <QCborArray>

namespace session {

namespace {

QString text(const QCborMap &map, QLatin1String field)
{
    return map.value(field).toString();
}

Answer<QString> readId(const QCborMap &fields)
{
    return text(fields, QLatin1String("id"));
}

Answer<QList<Scheduled>> readItems(const QCborMap &fields)
{
    QList<Scheduled> items;
    for (const QCborValue entry : fields.value(QLatin1String("items")).toArray()) {
        const QCborMap map = entry.toMap();
        Scheduled item;
        item.id = text(map, QLatin1String("id"));
        const bool isMessage = text(map, QLatin1String("kind")) == QLatin1String("message");
        item.kind = isMessage ? Scheduled::Kind::Message : Scheduled::Kind::Reminder;
        item.room = text(map, QLatin1String("room"));
        item.message = text(map, QLatin1String("message"));
        item.text = text(map, QLatin1String("text"));
        item.at = map.value(QLatin1String("at")).toInteger();
        items.append(item);
    }
    return items;
}

Answer<Reached> readReached(const QCborMap &fields)
{
    return Reached{int(fields.value(QLatin1String("rooms")).toInteger()),
                   int(fields.value(QLatin1String("people")).toInteger())};
}

} // namespace

void LaterRequests::schedule(const QString &room, const QString &text, qint64 at, QObject *context,
                             AnswerHandler<QString> handler)
{
    const QCborMap fields{{QStringLiteral("room"), room}, {QStringLiteral("text"), text}, {QStringLiteral("at"), at}};
    m_link.ask(QStringLiteral("schedule:create"), fields, context, reading<QString>(readId, std::move(handler)));
}

void LaterRequests::remind(const QString &room, const QString &message, const QString &text, qint64 at,
                           QObject *context, AnswerHandler<QString> handler)
{
    const QCborMap fields = given({{QStringLiteral("room"), room},
                                   {QStringLiteral("id"), message},
                                   {QStringLiteral("text"), text},
                                   {QStringLiteral("at"), at}});
    m_link.ask(QStringLiteral("reminder:create"), fields, context, reading<QString>(readId, std::move(handler)));
}

void LaterRequests::list(QObject *context, AnswerHandler<QList<Scheduled>> handler)
{
    m_link.ask(QStringLiteral("schedule:list"), {}, context, reading<QList<Scheduled>>(readItems, std::move(handler)));
}

void LaterRequests::cancel(const QString &id, QObject *context, AnswerHandler<Done> handler)
{
    m_link.ask(QStringLiteral("schedule:cancel"), {{QStringLiteral("id"), id}}, context, whenDone(std::move(handler)));
}

void LaterRequests::announce(const QString &text, const std::optional<QStringList> &rooms, QObject *context,
                             AnswerHandler<Reached> handler)
{
    QCborMap fields{{QStringLiteral("text"), text}};
    if (rooms)
        fields.insert(QStringLiteral("rooms"), QCborArray::fromStringList(*rooms));
    else
        fields.insert(QStringLiteral("everyone"), true);
    m_link.ask(QStringLiteral("announce"), fields, context, reading<Reached>(readReached, std::move(handler)));
}

} // namespace session
