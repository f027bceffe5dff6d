#pragma once

#include "storage/sqlite/messagereader.h"
#include "storage/sqlite/personnames.h"
#include "storage/sqlite/roomkeys.h"
#include "storage/sqlite/statement.h"

#include "chat/ports/queries.h"

#include <vector>

namespace storage::sqlite {

/// Counts what somebody has not read yet.
/// Thread: that of its connection.
class UnreadReader final
{
public:
    UnreadReader(Connection &connection, PersonNames &names, RoomKeys &rooms, MessageReader &messages);

    /// For a room that is not there all figures are 0.
    [[nodiscard]] protocol::Expected<std::vector<chat::UnreadCount>, Fault>
    read(const QString &user, const std::vector<chat::UnreadQuery> &queries);

private:
    [[nodiscard]] MaybeFault count(qint64 room, qint64 person, const chat::UnreadQuery &query,
                                   chat::UnreadCount &count);

    PersonNames &m_names;
    RoomKeys &m_rooms;
    MessageReader &m_messages;
    Statement m_count;
};

} // namespace storage::sqlite
