#pragma once

#include "storage/sqlite/personnames.h"
#include "storage/sqlite/roomkeys.h"
#include "storage/sqlite/statement.h"

#include "protocol/chat/message.h"
#include "protocol/result.h"

#include <vector>

namespace storage::sqlite {

/// Reads messages as they stand, with their reactions.
/// Thread: that of its connection.
class MessageReader final
{
public:
    using Messages = std::vector<protocol::chat::Message>;

    MessageReader(Connection &connection, PersonNames &names, RoomKeys &rooms);

    /// NotFound when there is none; a deleted one is found.
    [[nodiscard]] protocol::Expected<protocol::chat::Message, Fault>
    read(const protocol::chat::MessagePosition &position);
    /// In the order in which they were pinned.
    [[nodiscard]] protocol::Expected<Messages, Fault> readPins(const QString &room);
    /// The latest that is not deleted, or nothing.
    [[nodiscard]] protocol::Expected<std::optional<protocol::chat::Message>, Fault> readLast(qint64 roomKey,
                                                                                             const QString &room);

    /// All rows of @p statement, which has run and reads messageColumns of one room.
    [[nodiscard]] protocol::Expected<Messages, Fault> take(Statement &statement, const QString &room);
    /// Adds their reactions to messages of one room, which are in order of seq and not far apart.
    [[nodiscard]] MaybeFault addReactions(qint64 roomKey, Messages &messages);
    [[nodiscard]] MaybeFault addReactions(qint64 roomKey, protocol::chat::Message &message);

private:
    PersonNames &m_names;
    RoomKeys &m_rooms;
    Statement m_read;
    Statement m_readPins;
    Statement m_readLast;
    Statement m_readReactions;
};

} // namespace storage::sqlite
