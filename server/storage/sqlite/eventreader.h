#pragma once

#include "storage/sqlite/personnames.h"
#include "storage/sqlite/roomkeys.h"
#include "storage/sqlite/statement.h"

#include "chat/ports/queries.h"
#include "protocol/result.h"

#include <vector>

namespace storage::sqlite {

/// Reads the logs of rooms.
///
/// Texts and mentions in them are as they are now: who applies all events ends with the same state, and nothing of a
/// message that was deleted or edited comes back.
/// Thread: that of its connection.
class EventReader final
{
public:
    using Events = std::vector<protocol::chat::RoomEvent>;

    EventReader(Connection &connection, PersonNames &names, RoomKeys &rooms);

    [[nodiscard]] protocol::Expected<Events, Fault> read(const chat::EventsQuery &query);

private:
    [[nodiscard]] protocol::Expected<Events, Fault> readMessages(const QString &roomId);
    [[nodiscard]] protocol::Expected<Events, Fault> readOthers(const QString &roomId);
    [[nodiscard]] protocol::chat::RoomEvent eventInRow(const QString &roomId);

    PersonNames &m_names;
    RoomKeys &m_rooms;
    Statement m_readMessages;
    Statement m_readOthers;
};

} // namespace storage::sqlite
