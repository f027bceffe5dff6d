#include "protocol/chat/roomevent.h"

#include "protocol/chat/fieldreader.h"
#include "protocol/chat/wirenames.h"

namespace protocol::chat {

namespace {

/// In the order of the enum.
constexpr std::array types{
    QLatin1String("room.created"),     QLatin1String("room.updated"),    QLatin1String("message.posted"),
    QLatin1String("message.edited"),   QLatin1String("message.deleted"), QLatin1String("message.pinned"),
    QLatin1String("message.unpinned"), QLatin1String("reaction.added"),  QLatin1String("reaction.removed"),
    QLatin1String("member.joined"),    QLatin1String("member.left"),     QLatin1String("member.kicked"),
    QLatin1String("member.banned"),    QLatin1String("member.unbanned"), QLatin1String("member.muted"),
    QLatin1String("member.role"),
};
static_assert(types.size() == size_t(RoomEventType::MemberRole) + 1);

constexpr std::array ownFields{QLatin1String("room"), QLatin1String("seq"), QLatin1String("type"), QLatin1String("by"),
                               QLatin1String("at")};

} // namespace

QLatin1String wireName(RoomEventType type) noexcept
{
    return types[size_t(type)];
}

std::optional<RoomEventType> roomEventTypeFrom(QStringView wireName) noexcept
{
    return valueNamed<RoomEventType>(types, wireName);
}

bool changesMessage(RoomEventType type) noexcept
{
    switch (type) {
    case RoomEventType::MessageEdited:
    case RoomEventType::MessageDeleted:
    case RoomEventType::MessagePinned:
    case RoomEventType::MessageUnpinned:
    case RoomEventType::ReactionAdded:
    case RoomEventType::ReactionRemoved:
        return true;
    default:
        return false;
    }
}

QCborMap RoomEvent::toMap() const
{
    QCborMap map{{QLatin1String("room"), room}, {QLatin1String("seq"), seq}, {QLatin1String("type"), wireName(type)}};
    if (!by.isEmpty())
        map.insert(QLatin1String("by"), by);
    map.insert(QLatin1String("at"), at);
    if (message)
        map.insert(QLatin1String("message"), message->toMap());
    for (auto entry = detail.cbegin(); entry != detail.cend(); ++entry)
        map.insert(entry.key(), entry.value());
    return map;
}

std::optional<RoomEvent> RoomEvent::fromMap(const QCborMap &map)
{
    FieldReader fields(map);
    RoomEvent event;
    event.room = fields.id(QLatin1String("room"));
    event.seq = fields.integer(QLatin1String("seq"), 0);
    event.type = fields.choice(QLatin1String("type"), roomEventTypeFrom);
    event.by = fields.optionalId(QLatin1String("by"));
    event.at = fields.integer(QLatin1String("at"), 0);
    if (fields.hasFailed())
        return std::nullopt;
    event.detail = map;
    for (const QLatin1String name : ownFields)
        event.detail.remove(name);
    return event;
}

} // namespace protocol::chat
