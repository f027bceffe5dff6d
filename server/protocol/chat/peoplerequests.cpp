#include "protocol/chat/peoplerequests.h"

#include "protocol/chat/fieldreader.h"

namespace protocol::chat {

Result<SetTyping> readSetTyping(const QCborMap &map, const Limits &)
{
    FieldReader fields(map);
    SetTyping request;
    request.room = fields.id(QLatin1String("room"));
    request.isTyping = fields.boolean(QLatin1String("on"));
    return fields.result(std::move(request));
}

Result<SetPresence> readSetPresence(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    SetPresence request;
    request.state = fields.choice(QLatin1String("state"), presenceStateFrom);
    request.status = fields.optionalText(QLatin1String("status"), limits.maxStatusCharacters);
    // Who does not want to be seen says invisible; offline is what the server says of those who have gone.
    if (request.state == PresenceState::Offline)
        fields.refuse(ErrorCode::BadRequest, QLatin1String("state"), QStringLiteral("is none of the known values"));
    return fields.result(std::move(request));
}

Result<GetUser> readGetUser(const QCborMap &map, const Limits &)
{
    FieldReader fields(map);
    GetUser request;
    request.user = fields.id(QLatin1String("user"));
    return fields.result(std::move(request));
}

Result<UpdateUser> readUpdateUser(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    UpdateUser request;
    // The rules judge names, after bringing them into one form; here they only must not be absurdly long.
    request.name = fields.optionalText(QLatin1String("name"), limits.maxNameCharacters * 8);
    request.avatar = fields.optionalText(QLatin1String("avatar"), limits.maxAvatarCharacters);
    request.password = fields.optionalBytes(QLatin1String("password"), limits.maxPasswordBytes);
    return fields.result(std::move(request));
}

} // namespace protocol::chat
