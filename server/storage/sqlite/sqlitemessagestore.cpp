#include "storage/sqlite/sqlitemessagestore.h"

#include "storage/sqlite/statereader.h"

#include <QDir>

#include <future>

namespace storage::sqlite {

using chat::StoreCallback;
using protocol::chat::Message;
using protocol::chat::RoomEvent;

protocol::Expected<std::unique_ptr<SqliteMessageStore>, QString> SqliteMessageStore::open(Options options,
                                                                                          chat::Executor &chatThread)
{
    if (!QDir().mkpath(options.folder))
        return protocol::failure(QStringLiteral("The data folder %1 cannot be made.").arg(options.folder));
    auto lock = FolderLock::take(options.folder);
    if (!lock)
        return protocol::failure(lock.error());
    std::unique_ptr<SqliteMessageStore> store(new SqliteMessageStore(std::move(lock).value(), options, chatThread));
    if (const auto started = store->m_writer.start(); !started)
        return protocol::failure(started.error());
    store->m_readers = std::make_unique<ReaderPool>(options, chatThread);
    return store;
}

SqliteMessageStore::SqliteMessageStore(std::unique_ptr<FolderLock> lock, const Options &options,
                                       chat::Executor &chatThread)
    : m_lock(std::move(lock)), m_writer(options, chatThread), m_options(options), m_chatThread(chatThread)
{
}

SqliteMessageStore::~SqliteMessageStore()
{
    if (m_readers)
        m_writer.drain(); // after this it gives the readers nothing to do
    m_readers.reset();
}

void SqliteMessageStore::flush()
{
    m_writer.drain();
}

chat::StoreResult<chat::StoredState> SqliteMessageStore::load()
{
    using Loaded = protocol::Expected<chat::StoredState, Fault>;
    std::promise<Loaded> done;
    m_writer.run([&done](Connection *connection) {
        done.set_value(connection ? readState(*connection) : Loaded(protocol::failure(Fault::Broken)));
    });
    auto loaded = done.get_future().get();
    if (!loaded)
        return protocol::failure(storeErrorFrom(loaded.error()));
    return std::move(loaded).value();
}

void SqliteMessageStore::commit(chat::Change change, StoreCallback<chat::Committed> done)
{
    m_writer.commit(std::move(change), std::move(done));
}

void SqliteMessageStore::readHistory(chat::HistoryQuery query, StoreCallback<chat::HistoryPage> done)
{
    m_readers->ask<chat::HistoryPage>(
        [query = std::move(query)](ReadSession &session) { return session.history.read(query); }, std::move(done));
}

void SqliteMessageStore::readMessage(protocol::chat::MessagePosition position, StoreCallback<Message> done)
{
    m_readers->ask<Message>(
        [position = std::move(position)](ReadSession &session) { return session.messages.read(position); },
        std::move(done));
}

void SqliteMessageStore::readEvents(chat::EventsQuery query, StoreCallback<std::vector<RoomEvent>> done)
{
    m_readers->ask<std::vector<RoomEvent>>(
        [query = std::move(query)](ReadSession &session) { return session.events.read(query); }, std::move(done));
}

void SqliteMessageStore::readUnread(QString user, std::vector<chat::UnreadQuery> queries,
                                    StoreCallback<std::vector<chat::UnreadCount>> done)
{
    m_readers->ask<std::vector<chat::UnreadCount>>(
        [user = std::move(user), queries = std::move(queries)](ReadSession &session) {
            return session.unread.read(user, queries);
        },
        std::move(done));
}

void SqliteMessageStore::readPins(QString room, StoreCallback<std::vector<Message>> done)
{
    m_readers->ask<std::vector<Message>>(
        [room = std::move(room)](ReadSession &session) { return session.messages.readPins(room); }, std::move(done));
}

void SqliteMessageStore::search(chat::SearchQuery query, StoreCallback<chat::SearchPage> done)
{
    m_writer.whenSearchable([this, query = std::move(query), done = std::move(done)]() mutable {
        m_readers->ask<chat::SearchPage>(
            [query = std::move(query)](ReadSession &session) { return session.search.read(query); }, std::move(done));
    });
}

void SqliteMessageStore::readAudit(QString room, qint64 before, int limit,
                                   StoreCallback<std::vector<chat::AuditEntry>> done)
{
    m_readers->ask<std::vector<chat::AuditEntry>>(
        [room = std::move(room), before, limit](ReadSession &session) {
            return session.audit.read(room, before, limit);
        },
        std::move(done));
}

} // namespace storage::sqlite
