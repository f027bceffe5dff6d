#include "chat/actions/announce.h"

#include "chat/actions/posting.h"
#include "chat/ports/clock.h"
#include "chat/ports/eventpublisher.h"
#include "chat/rules/text.h"
#include "chat/settings.h"
#include "chat/state/serverstate.h"

#include <QCborArray>

namespace chat {

using protocol::chat::Announce;
using protocol::chat::ErrorCode;
using protocol::chat::Message;
using protocol::chat::refusal;

namespace {

protocol::chat::Result<std::monostate> checkRooms(const Context &context, const Actor &actor, const QStringList &rooms)
{
    if (rooms.isEmpty())
        return refusal(ErrorCode::BadRequest, QStringLiteral("Name at least one room."), QStringLiteral("rooms"));
    if (rooms.size() > context.settings.limits.maxRoomsPerUser)
        return refusal(ErrorCode::TooMany, {}, QStringLiteral("rooms"));
    for (const QString &room : rooms) {
        const auto standing = checkRoomPermission(context, actor.user, room, Permission::AnnounceInRoom);
        if (!standing)
            return protocol::failure(standing.error());
        if (const auto mayPost = checkMayPost(context, actor.user, room); !mayPost)
            return protocol::failure(mayPost.error());
    }
    return std::monostate();
}

/// The rooms to post in, each once.
protocol::chat::Result<QStringList> checkAnnounce(const Context &context, const Actor &actor, const Announce &request)
{
    if (const auto text = checkText(request.text, context.settings.limits.maxMessageCharacters); !text)
        return protocol::failure(text.error());
    if (!request.rooms) {
        const auto role = checkServerPermission(context, actor.user, Permission::AnnounceToEveryone);
        if (!role)
            return protocol::failure(role.error());
        return QStringList{generalRoomId};
    }
    QStringList rooms = *request.rooms;
    rooms.removeDuplicates();
    if (const auto check = checkRooms(context, actor, rooms); !check)
        return protocol::failure(check.error());
    return rooms;
}

AuditEntry auditEntry(const Actor &actor, qint64 at, const Announce &request, const QStringList &rooms)
{
    AuditEntry entry;
    entry.at = at;
    entry.by = actor.user;
    entry.action = QStringLiteral("announce");
    if (request.rooms)
        entry.detail.insert(QStringLiteral("rooms"), QCborArray::fromStringList(rooms));
    else
        entry.detail.insert(QStringLiteral("everyone"), true);
    return entry;
}

Change announcementIn(const Actor &actor, const QStringList &rooms, const QString &text, qint64 at)
{
    Change change;
    for (const QString &room : rooms) {
        Message message;
        message.room = room;
        message.by = actor.user;
        message.at = at;
        message.text = text;
        message.mentions = QStringList{QStringLiteral("*")};
        change.operations.emplace_back(posting(std::move(message), {}));
    }
    return change;
}

void publishNotice(Context &context, const Actor &actor, const protocol::chat::RoomEvent &posted, const QString &text)
{
    context.publisher.publishToEveryone(
        QStringLiteral("notice"),
        {{QStringLiteral("kind"), QStringLiteral("announcement")},
         {QStringLiteral("by"), actor.user},
         {QStringLiteral("at"), posted.at},
         {QStringLiteral("text"), text},
         {QStringLiteral("room"), posted.room},
         {QStringLiteral("message"), protocol::chat::messageId(posted.room, posted.seq)}});
}

QCborMap reachedFields(const Context &context, const Actor &actor, const QStringList &rooms)
{
    QSet<QString> people;
    for (const QString &id : rooms) {
        const RoomState *room = context.state.room(id);
        for (auto it = room->members.keyBegin(); it != room->members.keyEnd(); ++it)
            people.insert(*it);
    }
    people.remove(actor.user);
    return {{QStringLiteral("rooms"), rooms.size()}, {QStringLiteral("people"), people.size()}};
}

} // namespace

void announce(Context &context, const Actor &actor, const Announce &request, const Reply &reply)
{
    const auto rooms = checkAnnounce(context, actor, request);
    if (!rooms) {
        reply(protocol::failure(rooms.error()));
        return;
    }
    const qint64 at = context.clock.now();
    Change change = announcementIn(actor, *rooms, request.text, at);
    change.operations.emplace_back(AppendAudit{auditEntry(actor, at, request, *rooms)});
    commitAndPublish(context, std::move(change), reply,
                     [&context, actor, request, rooms = *rooms, reply](const Committed &committed) {
                         if (!request.rooms)
                             publishNotice(context, actor, committed.events.front().event, request.text);
                         reply(reachedFields(context, actor, rooms));
                     });
}

} // namespace chat
