#pragma once

#include "storage/sqlite/personnames.h"
#include "storage/sqlite/statement.h"

#include "chat/ports/records.h"
#include "protocol/result.h"

#include <vector>

namespace storage::sqlite {

/// Reads the audit log.
/// Thread: that of its connection.
class AuditReader final
{
public:
    AuditReader(Connection &connection, PersonNames &names);

    /// Newest first, from the entry before number @p before (0: from the newest); @p room empty: all.
    [[nodiscard]] protocol::Expected<std::vector<chat::AuditEntry>, Fault> read(const QString &room, qint64 before,
                                                                                int limit);

private:
    PersonNames &m_names;
    Statement m_readAll;
    Statement m_readRoom;
};

} // namespace storage::sqlite
