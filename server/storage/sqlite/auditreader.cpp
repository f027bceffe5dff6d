#include "storage/sqlite/auditreader.h"

#include <QCborValue>

#include <limits>

namespace storage::sqlite {

AuditReader::AuditReader(Connection &connection, PersonNames &names)
    : m_names(names), m_readAll(connection,
                                QStringLiteral("SELECT number, at, by, action, room, target, detail FROM audit"
                                               " WHERE number < ? ORDER BY number DESC LIMIT ?")),
      m_readRoom(connection,
                 QStringLiteral("SELECT number, at, by, action, room, target, detail FROM audit"
                                " WHERE room = ? AND number < ? ORDER BY number DESC LIMIT ?"))
{
}

protocol::Expected<std::vector<chat::AuditEntry>, Fault> AuditReader::read(const QString &room, qint64 before,
                                                                           int limit)
{
    const qint64 end = before > 0 ? before : std::numeric_limits<qint64>::max();
    Statement &statement = room.isEmpty() ? m_readAll : m_readRoom;
    const auto fault = room.isEmpty() ? statement.run(end, limit) : statement.run(room, end, limit);
    if (fault)
        return protocol::failure(*fault);
    std::vector<chat::AuditEntry> entries;
    while (statement.next()) {
        entries.push_back({statement.number(0), statement.number(1), m_names.id(statement.number(2)), statement.text(3),
                           statement.text(4), statement.text(5), QCborValue::fromCbor(statement.bytes(6)).toMap()});
    }
    if (const auto late = statement.fault())
        return protocol::failure(*late);
    return entries;
}

} // namespace storage::sqlite
