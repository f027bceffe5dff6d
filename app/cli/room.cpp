#include "cli/room.h"

#include <QCborArray>

namespace cli {

std::optional<Room> readRoom(const QCborValue &value)
{
    const QCborMap fields = value.toMap();
    Room room;
    room.id = fields[QStringLiteral("id")].toString();
    room.name = fields[QStringLiteral("name")].toString();
    room.kind = fields[QStringLiteral("kind")].toString();
    room.topic = fields[QStringLiteral("topic")].toString();
    room.seq = fields[QStringLiteral("seq")].toInteger();
    room.unread = fields[QStringLiteral("unread")].toInteger();
    room.fields = fields;
    if (room.id.isEmpty())
        return std::nullopt;
    return room;
}

std::vector<Room> readRooms(const QCborValue &list)
{
    std::vector<Room> rooms;
    for (const QCborValue &value : list.toArray()) {
        if (auto room = readRoom(value))
            rooms.push_back(std::move(*room));
    }
    return rooms;
}

QString plainRoomName(const QString &nameOrId)
{
    return nameOrId.startsWith(u'#') ? nameOrId.sliced(1) : nameOrId;
}

const Room *findRoom(const std::vector<Room> &rooms, const QString &nameOrId)
{
    const QString name = plainRoomName(nameOrId);
    const Room *found = nullptr;
    for (const Room &room : rooms) {
        if (room.id == nameOrId)
            return &room;
        if (!found && room.name.compare(name, Qt::CaseInsensitive) == 0)
            found = &room;
    }
    return found;
}

} // namespace cli
