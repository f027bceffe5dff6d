#pragma once

#include "storage/sqlite/facts.h"
#include "storage/sqlite/personnames.h"
#include "storage/sqlite/statement.h"

#include "protocol/result.h"

#include <functional>

namespace storage::sqlite {

/// Reads what the tables say of a room.
/// Thread: that of its connection.
class TableFacts final
{
public:
    TableFacts(Connection &connection, PersonNames &names);

    [[nodiscard]] protocol::Expected<Facts, Fault> read(qint64 room);

private:
    [[nodiscard]] MaybeFault eachRow(Statement &statement, qint64 room, const std::function<void()> &take);

    PersonNames &m_names;
    Statement m_room;
    Statement m_members;
    Statement m_bans;
    Statement m_messages;
    Statement m_reactions;
};

} // namespace storage::sqlite
