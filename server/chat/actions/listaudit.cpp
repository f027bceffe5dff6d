#include "chat/actions/listaudit.h"

#include "chat/actions/action.h"
#include "chat/state/serverstate.h"

#include <QCborArray>

#include <algorithm>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::ListAudit;
using protocol::chat::refusal;
using protocol::chat::Result;

namespace {

/// The number of the entry before which the page ends; 0: the newest.
Result<qint64> checkListAudit(const Context &context, const Actor &actor, const ListAudit &request)
{
    if (request.room.isEmpty()) {
        const auto role = checkServerPermission(context, actor.user, Permission::ReadServerAudit);
        if (!role)
            return protocol::failure(role.error());
    } else {
        const auto standing = checkRoomPermission(context, actor.user, request.room, Permission::ReadRoomAudit);
        if (!standing)
            return protocol::failure(standing.error());
    }
    bool isNumber = true;
    const qint64 before = request.cursor.isEmpty() ? 0 : request.cursor.toLongLong(&isNumber);
    if (!isNumber || before < 0) {
        return refusal(ErrorCode::BadRequest, QStringLiteral("The cursor is none of this list."),
                       QStringLiteral("cursor"));
    }
    return before;
}

QCborMap entryMap(const AuditEntry &entry)
{
    QCborMap map{
        {QStringLiteral("number"), entry.number}, {QStringLiteral("at"), entry.at},
        {QStringLiteral("by"), entry.by},         {QStringLiteral("action"), entry.action},
        {QStringLiteral("detail"), entry.detail},
    };
    insertGiven(map, QStringLiteral("room"), entry.room);
    insertGiven(map, QStringLiteral("target"), entry.target);
    return map;
}

QCborMap page(const Context &context, const Actor &actor, const std::vector<AuditEntry> &entries, int limit)
{
    QCborArray list;
    for (const AuditEntry &entry : entries) {
        // Even an owner of the server sees nothing of rooms that are hidden from them.
        if (entry.room.isEmpty() || context.state.visibleRoom(entry.room, actor.user))
            list.append(entryMap(entry));
    }
    QCborMap fields{{QStringLiteral("entries"), list}};
    if (qint64(entries.size()) >= limit)
        fields.insert(QStringLiteral("cursor"), QString::number(entries.back().number));
    return fields;
}

} // namespace

void listAudit(Context &context, const Actor &actor, const ListAudit &request, const Reply &reply)
{
    const Result<qint64> before = checkListAudit(context, actor, request);
    if (!before) {
        reply(protocol::failure(before.error()));
        return;
    }
    const int limit = std::max(1, request.limit);
    context.store.readAudit(request.room, *before, limit,
                            [&context, actor, limit, reply](const StoreResult<std::vector<AuditEntry>> &entries) {
                                if (entries)
                                    reply(page(context, actor, *entries, limit));
                                else
                                    reply(protocol::failure(errorFrom(entries.error())));
                            });
}

} // namespace chat
