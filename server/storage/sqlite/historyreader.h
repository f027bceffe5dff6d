#pragma once

#include "storage/sqlite/messagereader.h"
#include "storage/sqlite/roomkeys.h"
#include "storage/sqlite/statement.h"

#include "chat/ports/queries.h"

namespace storage::sqlite {

/// Reads pages of a room's messages.
/// Thread: that of its connection.
class HistoryReader final
{
public:
    HistoryReader(Connection &connection, RoomKeys &rooms, MessageReader &messages);

    /// For a date after the last message the latest page.
    [[nodiscard]] protocol::Expected<chat::HistoryPage, Fault> read(const chat::HistoryQuery &query);

private:
    /// What is wanted of one room: messages from both sides of a seq.
    struct Slice
    {
        qint64 room = 0; ///< key
        QString roomId;
        qint64 from = 0; ///< the first seq of the later side
        int before = 0; ///< how many of the earlier side
        int after = 0; ///< how many of the later side
    };
    [[nodiscard]] protocol::Expected<Slice, Fault> sliceFor(const chat::HistoryQuery &query, qint64 room);
    [[nodiscard]] protocol::Expected<chat::HistoryPage, Fault> readSlice(const Slice &slice);
    /// The seq of the first message at or after a time.
    [[nodiscard]] protocol::Expected<std::optional<qint64>, Fault> firstAt(qint64 room, qint64 time);

    RoomKeys &m_rooms;
    MessageReader &m_messages;
    Statement m_readBefore;
    Statement m_readAfter;
    Statement m_readRange;
    Statement m_readTime;
};

} // namespace storage::sqlite
