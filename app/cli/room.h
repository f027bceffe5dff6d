#pragma once

#include <QCborMap>
#include <QString>

#include <optional>
#include <vector>

namespace cli {

/// A room as the server describes it.
/// Thread: any (a value type).
struct Room
{
    QString id;
    QString name;
    QString kind;
    QString topic;
    qint64 seq = 0; ///< of the last event in it
    qint64 unread = 0;
    QCborMap fields; ///< all of it, as it came
};

/// Nothing when it is none.
[[nodiscard]] std::optional<Room> readRoom(const QCborValue &value);
[[nodiscard]] std::vector<Room> readRooms(const QCborValue &list);

/// The room of that id, or else of that name, in any case and with or without `#` before it. Null when there is none.
[[nodiscard]] const Room *findRoom(const std::vector<Room> &rooms, const QString &nameOrId);

/// The name without the `#` that people put before it.
[[nodiscard]] QString plainRoomName(const QString &nameOrId);

} // namespace cli
