#pragma once

#include "protocol/chat/message.h"
#include "protocol/chat/room.h"
#include "protocol/chat/roomevent.h"
#include "protocol/chat/user.h"

#include <QCborMap>
#include <QLatin1String>
#include <QList>
#include <QString>

#include <optional>

namespace session {

/// What a server may have made up, as the rest of the program may have it: everything that comes from the wire is read
/// here. Names, topics and the like are cleaned by cleanLine(). Nothing when it makes no sense.
/// Thread: any.
[[nodiscard]] std::optional<protocol::chat::User> readUser(const QCborMap &map);
[[nodiscard]] std::optional<protocol::chat::Room> readRoom(const QCborMap &map);
/// Also nothing when its id is not that of its place. Texts of messages stay as they are.
[[nodiscard]] std::optional<protocol::chat::Message> readMessage(const QCborMap &map);
/// Those of @p room, in the order of their seqs; what is out of order is left out.
[[nodiscard]] QList<protocol::chat::Message> readMessages(const QCborValue &list, const QString &room);
/// A message that does not fit the event is left out of it.
[[nodiscard]] std::optional<protocol::chat::RoomEvent> readEvent(const QCborMap &map);

/// A line of no special kind, such as a reason.
[[nodiscard]] QString readLine(const QCborMap &map, QLatin1String field);
[[nodiscard]] QString readName(const QCborMap &map, QLatin1String field);

} // namespace session
