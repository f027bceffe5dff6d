#include "protocol/chat/moderationrequests.h"

#include "protocol/chat/fieldreader.h"

namespace protocol::chat {

namespace {

/// The room, or nothing for the whole server, which has to be said, so that a forgotten room does no great harm.
QString readRoomOrServer(FieldReader &fields)
{
    const bool isServer = fields.optionalBoolean(QLatin1String("server")).value_or(false);
    if (!isServer)
        return fields.id(QLatin1String("room"));
    if (fields.has(QLatin1String("room")))
        fields.refuse(ErrorCode::BadRequest, QLatin1String("room"), QStringLiteral("cannot stand beside server"));
    return {};
}

} // namespace

Result<Moderate> readModerate(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    Moderate request;
    request.room = readRoomOrServer(fields);
    request.user = fields.id(QLatin1String("user"));
    request.reason = fields.optionalText(QLatin1String("reason"), limits.maxReasonCharacters).value_or(QString());
    request.until = fields.optionalInteger(QLatin1String("until"), 0).value_or(0);
    return fields.result(std::move(request));
}

Result<SetRole> readSetRole(const QCborMap &map, const Limits &)
{
    FieldReader fields(map);
    SetRole request;
    request.room = readRoomOrServer(fields);
    request.user = fields.id(QLatin1String("user"));
    request.role = fields.choice(QLatin1String("role"), roleFrom);
    return fields.result(std::move(request));
}

Result<ListAudit> readListAudit(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    ListAudit request;
    request.room = fields.optionalId(QLatin1String("room"));
    request.cursor = fields.cursor(QLatin1String("cursor"));
    request.limit = fields.pageSize(QLatin1String("limit"), request.limit, limits.maxPageSize);
    return fields.result(std::move(request));
}

} // namespace protocol::chat
