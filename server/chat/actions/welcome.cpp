#include "chat/actions/welcome.h"

#include "chat/actions/personalroom.h"
#include "chat/actions/presence.h"
#include "chat/settings.h"
#include "chat/state/connections.h"
#include "chat/state/serverstate.h"

#include <QCborArray>

namespace chat {

namespace {

QCborMap serverMap(const Settings &settings)
{
    const QCborArray features{
        QStringLiteral("direct"),    QStringLiteral("edit"),     QStringLiteral("reactions"),
        QStringLiteral("pins"),      QStringLiteral("search"),   QStringLiteral("schedule"),
        QStringLiteral("reminders"), QStringLiteral("announce"), QStringLiteral("moderate"),
        QStringLiteral("passwords"),
    };
    return {
        {QStringLiteral("name"), settings.serverName},
        {QStringLiteral("version"), settings.serverVersion},
        {QStringLiteral("protocol"), 1},
        {QStringLiteral("limits"), settings.limits.toMap()},
        {QStringLiteral("features"), features},
    };
}

QCborArray everybody(const Context &context)
{
    QCborArray users;
    for (auto it = context.state.users().keyBegin(); it != context.state.users().keyEnd(); ++it)
        users.append(userMap(context, *it));
    return users;
}

QCborArray roomsOf(const Context &context, const QString &user, const WelcomeFigures &figures)
{
    QCborArray rooms;
    for (const QString &id : context.state.roomsOf(user)) {
        const auto known = figures.constFind(id);
        if (known != figures.cend())
            rooms.append(personalRoom(*context.state.room(id), user, known->read, known->count));
    }
    return rooms;
}

/// Of those who are not offline; the user's own as they chose it.
QCborArray presence(const Context &context, const QString &user)
{
    QCborArray all;
    for (const QString &visible : context.connections.visibleUsers()) {
        if (visible != user)
            all.append(presenceMap(context, visible));
    }
    QCborMap own = presenceMap(context, user);
    const Connections::Presence chosen = context.connections.chosenPresence(user);
    own.remove(QStringLiteral("lastSeenAt"));
    own.insert(QStringLiteral("state"), protocol::chat::wireName(chosen.state));
    if (!chosen.status.isEmpty())
        own.insert(QStringLiteral("status"), chosen.status);
    all.append(own);
    return all;
}

} // namespace

std::vector<UnreadQuery> staleFigures(const Context &context, const QString &user, const WelcomeFigures &figures)
{
    std::vector<UnreadQuery> stale;
    for (const QString &id : context.state.roomsOf(user)) {
        const RoomState &room = *context.state.room(id);
        const qint64 read = room.readPosition(user);
        const auto known = figures.constFind(id);
        if (known == figures.cend() || known->count.seq != room.room.seq || known->read != read)
            stale.push_back({id, read});
    }
    return stale;
}

QCborMap welcomeFields(const Context &context, const QString &user, const WelcomeFigures &figures)
{
    return {
        {QStringLiteral("user"), userMap(context, user)},
        {QStringLiteral("users"), everybody(context)},
        {QStringLiteral("server"), serverMap(context.settings)},
        {QStringLiteral("rooms"), roomsOf(context, user, figures)},
        {QStringLiteral("presence"), presence(context, user)},
    };
}

} // namespace chat
