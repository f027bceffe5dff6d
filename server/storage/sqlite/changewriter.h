#pragma once

#include "storage/sqlite/catalogue.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/eventwriter.h"
#include "storage/sqlite/searchindex.h"
#include "storage/sqlite/serverrecords.h"
#include "storage/sqlite/userrecords.h"

#include "chat/ports/records.h"

namespace storage::sqlite {

/// Writes changes inside of a transaction that is open.
/// Thread: writer.
class ChangeWriter final
{
public:
    explicit ChangeWriter(Connection &connection);

    /// Reads what it keeps in memory. Before anything else, and after a transaction was rolled back.
    [[nodiscard]] MaybeFault load();

    /// All of @p change or nothing of it. After a fault that endsTransaction() nothing of the transaction is to be
    /// kept.
    [[nodiscard]] protocol::Expected<chat::Committed, Fault> write(chat::Change &&change);

    /// Of the latest message that has been written.
    [[nodiscard]] qint64 lastMessageNumber() const { return m_events.messages().lastNumber(); }
    [[nodiscard]] SearchIndex &searchIndex() { return m_index; }

private:
    [[nodiscard]] MaybeFault writeAll(chat::Change &&change, chat::Committed &committed);
    [[nodiscard]] protocol::Expected<chat::Committed, Fault> writeInSavepoint(chat::Change &&change);

    Catalogue m_catalogue;
    SearchIndex m_index;
    EventWriter m_events;
    UserRecords m_users;
    ServerRecords m_server;
    Statement m_begin;
    Statement m_release;
    Statement m_revert;
};

} // namespace storage::sqlite
