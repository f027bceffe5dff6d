#include "session/moderationrequests.h"

#include "session/answers.h"
#include "session/serverlink.h"

#include <QCborArray>

namespace session {

namespace {

QCborMap placeField(const std::optional<QString> &room)
{
    if (room)
        return {{QStringLiteral("room"), *room}};
    return {{QStringLiteral("server"), true}};
}

QCborMap fieldsFor(const std::optional<QString> &room, const QString &user, const QString &reason = {},
                   qint64 until = 0)
{
    QCborMap fields = placeField(room);
    fields.insert(QStringLiteral("user"), user);
    if (!reason.isEmpty())
        fields.insert(QStringLiteral("reason"), reason);
    if (until != 0)
        fields.insert(QStringLiteral("until"), until);
    return fields;
}

Answer<AuditPage> readAudit(const QCborMap &fields)
{
    AuditPage page;
    page.cursor = fields.value(QLatin1String("cursor")).toString();
    for (const QCborValue value : fields.value(QLatin1String("entries")).toArray()) {
        const QCborMap map = value.toMap();
        const auto text = [&map](QLatin1String field) { return map.value(field).toString(); };
        page.entries.append(AuditEntry{map.value(QLatin1String("number")).toInteger(),
                                       map.value(QLatin1String("at")).toInteger(), text(QLatin1String("by")),
                                       text(QLatin1String("action")), text(QLatin1String("room")),
                                       text(QLatin1String("target")), map.value(QLatin1String("detail")).toMap()});
    }
    return page;
}

} // namespace

void ModerationRequests::kick(const std::optional<QString> &room, const QString &user, const QString &reason,
                              QObject *context, AnswerHandler<Done> handler)
{
    m_link.ask(QStringLiteral("moderate:kick"), fieldsFor(room, user, reason), context, whenDone(std::move(handler)));
}

void ModerationRequests::ban(const std::optional<QString> &room, const QString &user, const QString &reason,
                             qint64 until, QObject *context, AnswerHandler<Done> handler)
{
    m_link.ask(QStringLiteral("moderate:ban"), fieldsFor(room, user, reason, until), context,
               whenDone(std::move(handler)));
}

void ModerationRequests::unban(const std::optional<QString> &room, const QString &user, QObject *context,
                               AnswerHandler<Done> handler)
{
    m_link.ask(QStringLiteral("moderate:unban"), fieldsFor(room, user), context, whenDone(std::move(handler)));
}

void ModerationRequests::mute(const QString &room, const QString &user, const QString &reason, qint64 until,
                              QObject *context, AnswerHandler<Done> handler)
{
    m_link.ask(QStringLiteral("moderate:mute"), fieldsFor(room, user, reason, until), context,
               whenDone(std::move(handler)));
}

void ModerationRequests::setRole(const std::optional<QString> &room, const QString &user, protocol::chat::Role role,
                                 QObject *context, AnswerHandler<Done> handler)
{
    QCborMap fields = fieldsFor(room, user);
    fields.insert(QStringLiteral("role"), QString(protocol::chat::wireName(role)));
    m_link.ask(QStringLiteral("moderate:role"), fields, context, whenDone(std::move(handler)));
}

void ModerationRequests::audit(const std::optional<QString> &room, const QString &cursor, QObject *context,
                               AnswerHandler<AuditPage> handler)
{
    const QCborMap fields
        = given({{QStringLiteral("room"), room.value_or(QString())}, {QStringLiteral("cursor"), cursor}});
    m_link.ask(QStringLiteral("audit:list"), fields, context, reading<AuditPage>(readAudit, std::move(handler)));
}

} // namespace session
