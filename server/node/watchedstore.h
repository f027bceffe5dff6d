#pragma once

#include "node/health.h"

#include "chat/ports/messagestore.h"

namespace node {

/// Passes everything on to another store, and tells the health of the server whether changes can be stored.
/// Thread: chat thread.
class WatchedStore final : public chat::MessageStore
{
public:
    /// Both outlive it and every callback.
    WatchedStore(chat::MessageStore &store, Health &health) : m_store(store), m_health(health) {}

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
    void note(const chat::StoreResult<chat::Committed> &result);

    chat::MessageStore &m_store;
    Health &m_health;
};

} // namespace node
