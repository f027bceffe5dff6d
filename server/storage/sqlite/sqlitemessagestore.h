#pragma once

#include "storage/sqlite/folderlock.h"
#include "storage/sqlite/options.h"
#include "storage/sqlite/readerpool.h"
#include "storage/sqlite/writer.h"

#include "chat/ports/executor.h"
#include "chat/ports/messagestore.h"

#include <memory>

namespace storage::sqlite {

/// Keeps everything in one SQLite database in the data folder.
///
/// What commit() has reported as stored is synced to disk. One thread writes, others read; see Writer and ReaderPool.
/// A search finds everything that had been committed when it was asked for.
///
/// Texts in readEvents() are as they are now, so that nothing of a deleted message is given out again. A deleted
/// message keeps its id, room, seq, at, by and replyTo; everything else of it is gone, reactions and pin included.
/// Thread: chat thread.
class SqliteMessageStore final : public chat::MessageStore
{
public:
    /// Makes the folder when it is not there, brings the database up to date, and waits for it. @p chatThread outlives
    /// the store. The error is a sentence for people: the folder is in use by another process, the database is newer
    /// than this program, not writable, damaged...
    [[nodiscard]] static protocol::Expected<std::unique_ptr<SqliteMessageStore>, QString>
    open(Options options, chat::Executor &chatThread);
    /// Stores and answers what it was given; the callbacks are posted to the chat thread.
    ~SqliteMessageStore() override;

    /// Waits until what was handed to commit() before has been stored or refused. The callbacks may still have to run.
    void flush();

    [[nodiscard]] chat::StoreResult<chat::StoredState> load() override;
    void commit(chat::Change change, chat::StoreCallback<chat::Committed> done) override;
    void readHistory(chat::HistoryQuery query, chat::StoreCallback<chat::HistoryPage> done) override;
    void readMessage(protocol::chat::MessagePosition position,
                     chat::StoreCallback<protocol::chat::Message> done) override;
    void readEvents(chat::EventsQuery query, chat::StoreCallback<std::vector<protocol::chat::RoomEvent>> done) override;
    void readUnread(QString user, std::vector<chat::UnreadQuery> queries,
                    chat::StoreCallback<std::vector<chat::UnreadCount>> done) override;
    void readPins(QString room, chat::StoreCallback<std::vector<protocol::chat::Message>> done) override;
    void search(chat::SearchQuery query, chat::StoreCallback<chat::SearchPage> done) override;
    void readAudit(QString room, qint64 before, int limit,
                   chat::StoreCallback<std::vector<chat::AuditEntry>> done) override;

private:
    SqliteMessageStore(std::unique_ptr<FolderLock> lock, const Options &options, chat::Executor &chatThread);

    std::unique_ptr<FolderLock> m_lock;
    Writer m_writer;
    std::unique_ptr<ReaderPool> m_readers; ///< made when there is a database; ends before the writer
    const Options m_options;
    chat::Executor &m_chatThread;
};

} // namespace storage::sqlite
