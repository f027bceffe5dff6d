#include "protocol/chat/user.h"

#include "protocol/chat/fieldreader.h"

namespace protocol::chat {

QCborMap User::toMap() const
{
    QCborMap map{{QLatin1String("id"), id},
                 {QLatin1String("name"), name},
                 {QLatin1String("role"), wireName(role)},
                 {QLatin1String("createdAt"), createdAt}};
    if (!avatar.isEmpty())
        map.insert(QLatin1String("avatar"), avatar);
    if (lastSeenAt != 0)
        map.insert(QLatin1String("lastSeenAt"), lastSeenAt);
    return map;
}

std::optional<User> User::fromMap(const QCborMap &map)
{
    FieldReader fields(map);
    User user;
    user.id = fields.id(QLatin1String("id"));
    user.name = fields.text(QLatin1String("name"), anyLength);
    user.role = fields.choice(QLatin1String("role"), roleFrom);
    user.createdAt = fields.integer(QLatin1String("createdAt"), 0);
    user.avatar = fields.optionalText(QLatin1String("avatar"), anyLength).value_or(QString());
    user.lastSeenAt = fields.optionalInteger(QLatin1String("lastSeenAt"), 0).value_or(0);
    return fields.hasFailed() ? std::nullopt : std::optional(std::move(user));
}

} // namespace protocol::chat
