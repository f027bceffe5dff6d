#include "chat/actions/schedule.h"

#include "chat/actions/scheduling.h"
#include "chat/rules/jsonsize.h"
#include "chat/rules/text.h"
#include "chat/settings.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

#include <QCborArray>

#include <algorithm>

namespace chat {

using protocol::chat::CancelScheduled;
using protocol::chat::CreateScheduled;
using protocol::chat::ErrorCode;
using protocol::chat::ListScheduled;
using protocol::chat::refusal;

namespace {

protocol::chat::Result<std::monostate> checkCreateScheduled(const Context &context, const Actor &actor,
                                                            const CreateScheduled &request)
{
    // Whether the author may write at that time is seen then.
    const auto standing = checkRoomPermission(context, actor.user, request.room, Permission::PostMessage);
    if (!standing)
        return protocol::failure(standing.error());
    if (const auto text = checkText(request.text, context.settings.limits.maxMessageCharacters); !text)
        return text;
    return checkScheduling(context, actor.user, request.at);
}

QCborMap itemFields(const Scheduled &item)
{
    const bool isReminder = item.kind == Scheduled::Kind::Reminder;
    QCborMap fields{{QStringLiteral("id"), item.id},
                    {QStringLiteral("kind"), isReminder ? QStringLiteral("reminder") : QStringLiteral("message")},
                    {QStringLiteral("text"), item.text},
                    {QStringLiteral("at"), item.at}};
    if (!item.room.isEmpty())
        fields.insert(QStringLiteral("room"), item.room);
    if (!item.message.isEmpty())
        fields.insert(QStringLiteral("message"), item.message);
    return fields;
}

bool isOwn(const Context &context, const Actor &actor, const QString &id)
{
    const auto &items = context.state.scheduled();
    return std::any_of(items.begin(), items.end(),
                       [&](const auto &entry) { return entry.second.id == id && entry.second.user == actor.user; });
}

} // namespace

void createScheduled(Context &context, const Actor &actor, const CreateScheduled &request, const Reply &reply)
{
    if (const auto check = checkCreateScheduled(context, actor, request); !check) {
        reply(protocol::failure(check.error()));
        return;
    }
    Scheduled item;
    item.user = actor.user;
    item.room = request.room;
    item.text = request.text;
    item.at = request.at;
    storeScheduled(context, std::move(item), reply);
}

void listScheduled(Context &context, const Actor &actor, const ListScheduled &, const Reply &reply)
{
    QCborArray items;
    qsizetype left = maxAnswerBytes;
    for (const auto &[at, item] : context.state.scheduled()) {
        if (item.user != actor.user)
            continue;
        const QCborMap fields = itemFields(item);
        left -= jsonBytesAtMost(fields) + 1;
        if (left < 0)
            break; // the rest is listed once these are done
        items.append(fields);
    }
    reply(QCborMap{{QStringLiteral("items"), items}});
}

void cancelScheduled(Context &context, const Actor &actor, const CancelScheduled &request, const Reply &reply)
{
    // One that is being posted at this moment counts as done.
    if (!isOwn(context, actor, request.id) || !context.reservations.beginDue(request.id)) {
        reply(refusal(ErrorCode::NotFound, {}, QStringLiteral("id")));
        return;
    }
    const Reply finish = [&context, id = request.id, reply](protocol::chat::Result<QCborMap> result) {
        context.reservations.endDue(id);
        reply(std::move(result));
    };
    Change change;
    change.operations.emplace_back(RemoveScheduled{request.id});
    commitAndPublish(context, std::move(change), finish, [finish](const Committed &) { finish(QCborMap()); });
}

} // namespace chat
