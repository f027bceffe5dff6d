#pragma once

#include "storage/sqlite/changewriter.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/options.h"

#include "chat/ports/messagestore.h"

#include <memory>
#include <vector>

namespace storage::sqlite {

/// A change that waits to be stored, and who wants to know.
struct PendingChange
{
    chat::Change change;
    chat::StoreCallback<chat::Committed> done;
};

/// The writing connection and its transactions.
///
/// After a fault it must be thrown away and another one opened, which also rolls back what was not committed: a sync
/// that failed says nothing about the next one on the same file descriptor.
/// Thread: writer.
class WriteSession final
{
public:
    using Results = std::vector<chat::StoreResult<chat::Committed>>;

    /// Brings the tables up to date first.
    [[nodiscard]] static Connection::Result<std::unique_ptr<WriteSession>> open(const Options &options);

    /// Stores @p changes in one transaction with one sync. One result for each; a fault when none was stored.
    [[nodiscard]] protocol::Expected<Results, Fault> store(std::vector<PendingChange> &changes);

    /// Takes messages that are not in the search index yet into it, at most @p limit.
    [[nodiscard]] MaybeFault takeIn(qint64 limit);
    [[nodiscard]] qint64 lastMessageNumber() const { return m_changes.lastMessageNumber(); }
    [[nodiscard]] qint64 indexedUpTo() { return m_changes.searchIndex().upTo(); }

    /// Moves what is in the log of the database into it, when there is much or @p isIdle.
    void checkpoint(bool isIdle);
    [[nodiscard]] bool hasUncheckpointed() const { return m_pagesInLog > m_checkpointedPages; }

    [[nodiscard]] Connection &connection() { return *m_connection; }

private:
    WriteSession(std::unique_ptr<Connection> connection, const Options &options);
    [[nodiscard]] protocol::Expected<Results, Fault> writeAll(std::vector<PendingChange> &changes);
    void observe(StorePoint point) const;
    void noteLogLength(int pages);

    const Options &m_options;
    std::unique_ptr<Connection> m_connection;
    ChangeWriter m_changes;
    Statement m_begin;
    Statement m_commit;
    int m_pagesInLog = 0; ///< after the last commit
    int m_checkpointedPages = 0; ///< as many of them have been moved into the database
};

} // namespace storage::sqlite
