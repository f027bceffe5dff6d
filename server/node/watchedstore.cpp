#include "node/watchedstore.h"

namespace node {

using namespace chat;

StoreResult<StoredState> WatchedStore::load()
{
    return m_store.load();
}

void WatchedStore::commit(Change change, StoreCallback<Committed> done)
{
    const bool saysSomething = !change.operations.empty();
    m_store.commit(std::move(change), [this, saysSomething, done = std::move(done)](StoreResult<Committed> result) {
        if (saysSomething)
            note(result);
        done(std::move(result));
    });
}

void WatchedStore::note(const StoreResult<Committed> &result)
{
    if (result)
        m_health.noteStorage(Health::State::Ok);
    else if (result.error() == StoreError::Full)
        m_health.noteStorage(Health::State::StorageFull);
    else if (result.error() == StoreError::Failed)
        m_health.noteStorage(Health::State::StorageFailed);
}

void WatchedStore::readHistory(HistoryQuery query, StoreCallback<HistoryPage> done)
{
    m_store.readHistory(std::move(query), std::move(done));
}

void WatchedStore::readMessage(protocol::chat::MessagePosition position, StoreCallback<protocol::chat::Message> done)
{
    m_store.readMessage(std::move(position), std::move(done));
}

void WatchedStore::readEvents(EventsQuery query, StoreCallback<std::vector<protocol::chat::RoomEvent>> done)
{
    m_store.readEvents(std::move(query), std::move(done));
}

void WatchedStore::readUnread(QString user, std::vector<UnreadQuery> queries,
                              StoreCallback<std::vector<UnreadCount>> done)
{
    m_store.readUnread(std::move(user), std::move(queries), std::move(done));
}

void WatchedStore::readPins(QString room, StoreCallback<std::vector<protocol::chat::Message>> done)
{
    m_store.readPins(std::move(room), std::move(done));
}

void WatchedStore::search(SearchQuery query, StoreCallback<SearchPage> done)
{
    m_store.search(std::move(query), std::move(done));
}

void WatchedStore::readAudit(QString room, qint64 before, int limit, StoreCallback<std::vector<AuditEntry>> done)
{
    m_store.readAudit(std::move(room), before, limit, std::move(done));
}

} // namespace node
