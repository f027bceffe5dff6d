#pragma once

#include "cache/searchindex.h"
#include "cache/statement.h"

#include "protocol/chat/message.h"

#include <QString>

#include <optional>

namespace cache {

class Database;

/// A room as its rows name it.
struct RoomKey
{
    qint64 key = 0;
    QString id;
};

/// Changes the rows of messages. The number of a row is the message's time in milliseconds times 64, and up to 63 on
/// top for those of the same moment, so that the newest is found first in whatever order they came. Thread: writer.
class MessageTable final
{
public:
    struct Row
    {
        qint64 number = 0;
        protocol::chat::Message message;
    };

    MessageTable(Database &database, SearchIndex &index);

    [[nodiscard]] std::optional<Row> find(const RoomKey &room, const QString &messageId);
    /// Adds a message, or brings the one that is there up to date. What has been deleted, or edited later, stays so.
    void store(const RoomKey &room, const protocol::chat::Message &message);
    /// Gives a row what its message now is; @p before: what it was.
    void update(const Row &row, const protocol::chat::Message &before);
    /// Removes some messages of a room. False: none are left.
    bool removeSome(qint64 room);

private:
    [[nodiscard]] std::optional<Row> findAt(const RoomKey &room, qint64 seq);
    [[nodiscard]] std::optional<Row> rowOf(Statement &statement, const RoomKey &room);
    void insert(const RoomKey &room, const protocol::chat::Message &message);
    [[nodiscard]] qint64 freeNumber(qint64 at);
    [[nodiscard]] qint64 authorKey(const QString &id);

    SearchIndex &m_index;
    Statement m_findSeq;
    Statement m_findId;
    Statement m_addAuthor;
    Statement m_readAuthor;
    Statement m_readNumber;
    Statement m_readLastNumber;
    Statement m_insert;
    Statement m_update;
    Statement m_readSome;
    Statement m_remove;
};

} // namespace cache
