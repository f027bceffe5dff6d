#include "protocol/chat/roomrequests.h"

#include "protocol/chat/fieldreader.h"

namespace protocol::chat {

namespace {

constexpr std::chrono::milliseconds maxSlowMode = std::chrono::hours(24);

} // namespace

Result<CreateRoom> readCreateRoom(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    CreateRoom request;
    request.name = fields.text(QLatin1String("name"), limits.maxRoomNameCharacters);
    request.kind = fields.choice(QLatin1String("kind"), roomKindFrom);
    request.topic = fields.optionalText(QLatin1String("topic"), limits.maxTopicCharacters).value_or(QString());
    if (request.kind == RoomKind::Direct)
        fields.refuse(ErrorCode::BadRequest, QLatin1String("kind"), QStringLiteral("must be public or private"));
    return fields.result(std::move(request));
}

Result<ListRooms> readListRooms(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    ListRooms request;
    request.query = fields.optionalText(QLatin1String("query"), limits.maxQueryCharacters).value_or(QString());
    request.cursor = fields.cursor(QLatin1String("cursor"));
    request.limit = fields.pageSize(QLatin1String("limit"), request.limit, limits.maxPageSize);
    return fields.result(std::move(request));
}

Result<RoomRequest> readRoomRequest(const QCborMap &map, const Limits &)
{
    FieldReader fields(map);
    RoomRequest request;
    request.room = fields.id(QLatin1String("room"));
    return fields.result(std::move(request));
}

Result<UpdateRoom> readUpdateRoom(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    UpdateRoom request;
    request.room = fields.id(QLatin1String("room"));
    request.name = fields.optionalText(QLatin1String("name"), limits.maxRoomNameCharacters);
    request.topic = fields.optionalText(QLatin1String("topic"), limits.maxTopicCharacters);
    const auto slowMode = fields.optionalInteger(QLatin1String("slowModeMs"), 0, maxSlowMode.count());
    if (slowMode)
        request.slowMode = std::chrono::milliseconds(*slowMode);
    request.isAnnouncementOnly = fields.optionalBoolean(QLatin1String("announcementOnly"));
    return fields.result(std::move(request));
}

Result<InviteToRoom> readInviteToRoom(const QCborMap &map, const Limits &)
{
    FieldReader fields(map);
    InviteToRoom request;
    request.room = fields.id(QLatin1String("room"));
    request.user = fields.id(QLatin1String("user"));
    return fields.result(std::move(request));
}

Result<ListMembers> readListMembers(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    ListMembers request;
    request.room = fields.id(QLatin1String("room"));
    request.cursor = fields.cursor(QLatin1String("cursor"));
    request.limit = fields.pageSize(QLatin1String("limit"), request.limit, limits.maxPageSize);
    return fields.result(std::move(request));
}

Result<OpenDirect> readOpenDirect(const QCborMap &map, const Limits &)
{
    FieldReader fields(map);
    OpenDirect request;
    request.user = fields.id(QLatin1String("user"));
    return fields.result(std::move(request));
}

} // namespace protocol::chat
