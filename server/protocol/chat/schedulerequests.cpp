#include "protocol/chat/schedulerequests.h"

#include "protocol/chat/fieldreader.h"

namespace protocol::chat {

Result<CreateScheduled> readCreateScheduled(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    CreateScheduled request;
    request.room = fields.id(QLatin1String("room"));
    request.text = fields.text(QLatin1String("text"), limits.maxMessageCharacters);
    request.at = fields.integer(QLatin1String("at"), 1);
    return fields.result(std::move(request));
}

Result<ListScheduled> readListScheduled(const QCborMap &, const Limits &)
{
    return ListScheduled();
}

Result<CancelScheduled> readCancelScheduled(const QCborMap &map, const Limits &)
{
    FieldReader fields(map);
    CancelScheduled request;
    request.id = fields.id(QLatin1String("id"));
    return fields.result(std::move(request));
}

Result<CreateReminder> readCreateReminder(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    CreateReminder request;
    request.room = fields.optionalId(QLatin1String("room"));
    request.message = fields.optionalId(QLatin1String("id"));
    request.text = fields.optionalText(QLatin1String("text"), limits.maxMessageCharacters).value_or(QString());
    request.at = fields.integer(QLatin1String("at"), 1);
    return fields.result(std::move(request));
}

Result<Announce> readAnnounce(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    Announce request;
    request.text = fields.text(QLatin1String("text"), limits.maxMessageCharacters);
    const bool isToEveryone = fields.optionalBoolean(QLatin1String("everyone")).value_or(false);
    if (!isToEveryone)
        request.rooms = fields.ids(QLatin1String("rooms"), limits.maxRoomsPerUser);
    else if (fields.has(QLatin1String("rooms")))
        fields.refuse(ErrorCode::BadRequest, QLatin1String("rooms"), QStringLiteral("cannot stand beside everyone"));
    return fields.result(std::move(request));
}

} // namespace protocol::chat
