#include "storage/sqlite/writesession.h"

#include "storage/sqlite/logging.h"
#include "storage/sqlite/schema.h"

#include <QVariant>

#include <algorithm>
#include <sqlite3.h>

namespace storage::sqlite {

namespace {

/// 16 MiB. The pages that are written again and again, such as the last one of each room, are then moved once for many
/// messages.
constexpr int pagesPerCheckpoint = 4'000;

} // namespace

WriteSession::WriteSession(std::unique_ptr<Connection> connection, const Options &options)
    : m_options(options), m_connection(std::move(connection)), m_changes(*m_connection),
      m_begin(*m_connection, QStringLiteral("BEGIN IMMEDIATE")), m_commit(*m_connection, QStringLiteral("COMMIT"))
{
    const auto onCommit = [](void *session, sqlite3 *, const char *, int pagesInLog) {
        static_cast<WriteSession *>(session)->noteLogLength(pagesInLog);
        return SQLITE_OK;
    };
    sqlite3_wal_hook(m_connection->handle(), onCommit, this);
}

Connection::Result<std::unique_ptr<WriteSession>> WriteSession::open(const Options &options)
{
    auto connection = Connection::open(databasePath(options.folder), Connection::Kind::Writer, options);
    if (!connection)
        return protocol::failure(connection.error());
    if (const auto migrated = migrate(**connection, builtInMigrations(), options.observer); !migrated)
        return protocol::failure(migrated.error());
    std::unique_ptr<WriteSession> session(new WriteSession(std::move(connection).value(), options));
    if (session->m_changes.load())
        return protocol::failure(session->m_connection->lastError());
    return session;
}

protocol::Expected<WriteSession::Results, Fault> WriteSession::store(std::vector<PendingChange> &changes)
{
    if (const auto fault = m_begin.run())
        return protocol::failure(*fault);
    auto results = writeAll(changes);
    if (!results)
        return results;
    observe(StorePoint::AfterInsert);
    if (const auto fault = m_commit.run())
        return protocol::failure(*fault);
    observe(StorePoint::AfterCommit);
    return results;
}

protocol::Expected<WriteSession::Results, Fault> WriteSession::writeAll(std::vector<PendingChange> &changes)
{
    Results results;
    results.reserve(changes.size());
    for (PendingChange &pending : changes) {
        auto committed = m_changes.write(std::move(pending.change));
        if (committed)
            results.emplace_back(std::move(committed).value());
        else if (endsTransaction(committed.error()))
            return protocol::failure(committed.error());
        else
            results.emplace_back(protocol::failure(storeErrorFrom(committed.error())));
    }
    return results;
}

MaybeFault WriteSession::takeIn(qint64 limit)
{
    const qint64 upTo = std::min(lastMessageNumber(), indexedUpTo() + limit);
    const bool isDurable = m_options.durability == Durability::Full;
    // What is lost of it in a power cut is made up for at the next start, so this commit need not wait for the disk.
    if (isDurable) {
        if (const auto fault = m_connection->execute(QStringLiteral("PRAGMA synchronous=NORMAL")))
            return fault;
    }
    if (const auto fault = m_begin.run())
        return fault;
    if (const auto fault = m_changes.searchIndex().takeIn(upTo))
        return fault;
    if (const auto fault = m_commit.run())
        return fault;
    return isDurable ? m_connection->execute(QStringLiteral("PRAGMA synchronous=FULL")) : std::nullopt;
}

void WriteSession::noteLogLength(int pages)
{
    if (pages < m_pagesInLog) // it has begun anew
        m_checkpointedPages = 0;
    m_pagesInLog = pages;
}

void WriteSession::checkpoint(bool isIdle)
{
    if (m_pagesInLog - m_checkpointedPages < (isIdle ? 1 : pagesPerCheckpoint))
        return;
    // It may be stopped by a reader or a full disk; the log of the database is then longer for a while.
    const auto busy = m_connection->value(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
    if (!busy)
        qCWarning(lcStorage).noquote() << "the log could not be moved into the database:" << busy.error();
    m_checkpointedPages = m_pagesInLog;
}

void WriteSession::observe(StorePoint point) const
{
    if (m_options.observer)
        m_options.observer(point);
}

} // namespace storage::sqlite
