#pragma once

#include "storage/sqlite/catalogue.h"
#include "storage/sqlite/statement.h"

#include "chat/ports/records.h"

namespace storage::sqlite {

/// Writes what is kept beside the logs of rooms and the users: read positions, bans from the server, what is scheduled,
/// and the audit log.
/// Thread: writer.
class ServerRecords final
{
public:
    ServerRecords(Connection &connection, Catalogue &catalogue);

    /// NotFound when there is no such room. A position behind the one that is known changes nothing; one beyond the end
    /// of the log is taken for the end.
    [[nodiscard]] MaybeFault put(const chat::ReadPosition &position);
    [[nodiscard]] MaybeFault put(const chat::Ban &ban);
    [[nodiscard]] MaybeFault removeBan(const QString &user);
    [[nodiscard]] MaybeFault put(const chat::Scheduled &item);
    [[nodiscard]] MaybeFault removeScheduled(const QString &id);
    [[nodiscard]] MaybeFault append(const chat::AuditEntry &entry);

private:
    Catalogue &m_catalogue;
    Statement m_putRead;
    Statement m_putBan;
    Statement m_removeBan;
    Statement m_putScheduled;
    Statement m_removeScheduled;
    Statement m_appendAudit;
};

} // namespace storage::sqlite
