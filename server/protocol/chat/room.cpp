#include "protocol/chat/room.h"

#include "protocol/chat/fieldreader.h"
#include "protocol/chat/wirenames.h"

namespace protocol::chat {

namespace {

/// In the order of the enum.
constexpr std::array kinds{QLatin1String("public"), QLatin1String("private"), QLatin1String("direct")};
static_assert(kinds.size() == size_t(RoomKind::Direct) + 1);

} // namespace

QLatin1String wireName(RoomKind kind) noexcept
{
    return kinds[size_t(kind)];
}

std::optional<RoomKind> roomKindFrom(QStringView wireName) noexcept
{
    return valueNamed<RoomKind>(kinds, wireName);
}

QCborMap Room::toMap() const
{
    QCborMap map{{QLatin1String("id"), id},
                 {QLatin1String("name"), name},
                 {QLatin1String("kind"), wireName(kind)},
                 {QLatin1String("topic"), topic},
                 {QLatin1String("members"), memberCount},
                 {QLatin1String("seq"), seq},
                 {QLatin1String("createdAt"), createdAt}};
    if (!createdBy.isEmpty())
        map.insert(QLatin1String("createdBy"), createdBy);
    if (slowMode.count() > 0)
        map.insert(QLatin1String("slowModeMs"), qint64(slowMode.count()));
    if (isAnnouncementOnly)
        map.insert(QLatin1String("announcementOnly"), true);
    if (!directMembers.isEmpty())
        map.insert(QLatin1String("directMembers"), QCborArray::fromStringList(directMembers));
    return map;
}

std::optional<Room> Room::fromMap(const QCborMap &map)
{
    FieldReader fields(map);
    Room room;
    room.id = fields.id(QLatin1String("id"));
    room.name = fields.text(QLatin1String("name"), anyLength);
    room.kind = fields.choice(QLatin1String("kind"), roomKindFrom);
    room.topic = fields.text(QLatin1String("topic"), anyLength);
    room.memberCount = int(fields.integer(QLatin1String("members"), 0, std::numeric_limits<int>::max()));
    room.seq = fields.integer(QLatin1String("seq"), 0);
    room.createdAt = fields.integer(QLatin1String("createdAt"), 0);
    room.createdBy = fields.optionalId(QLatin1String("createdBy"));
    room.slowMode = std::chrono::milliseconds(fields.optionalInteger(QLatin1String("slowModeMs"), 0).value_or(0));
    room.isAnnouncementOnly = fields.optionalBoolean(QLatin1String("announcementOnly")).value_or(false);
    if (fields.has(QLatin1String("directMembers")))
        room.directMembers = fields.ids(QLatin1String("directMembers"), 2);
    return fields.hasFailed() ? std::nullopt : std::optional(std::move(room));
}

} // namespace protocol::chat
