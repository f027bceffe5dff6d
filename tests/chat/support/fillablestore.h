#pragma once

#include "chat/ports/executor.h"
#include "chat/ports/messagestore.h"

#include <utility>

/// Passes everything on to another store, but refuses changes while it is full.
class FillableStore final : public chat::MessageStore
{
public:
    FillableStore(chat::MessageStore &store, chat::Executor &chatThread) : m_store(store), m_chatThread(chatThread) {}

    void setFull(bool isFull) { m_isFull = isFull; }

    chat::StoreResult<chat::StoredState> load() override { return m_store.load(); }
    void commit(chat::Change change, chat::StoreCallback<chat::Committed> done) override
    {
        if (m_isFull && !change.operations.empty())
            m_chatThread.post([done = std::move(done)] { done(protocol::failure(chat::StoreError::Full)); });
        else
            m_store.commit(std::move(change), std::move(done));
    }
    void readHistory(chat::HistoryQuery query, chat::StoreCallback<chat::HistoryPage> done) override
    {
        m_store.readHistory(std::move(query), std::move(done));
    }
    void readMessage(protocol::chat::MessagePosition position,
                     chat::StoreCallback<protocol::chat::Message> done) override
    {
        m_store.readMessage(std::move(position), std::move(done));
    }
    void readEvents(chat::EventsQuery query, chat::StoreCallback<std::vector<protocol::chat::RoomEvent>> done) override
    {
        m_store.readEvents(std::move(query), std::move(done));
    }
    void readUnread(QString user, std::vector<chat::UnreadQuery> queries,
                    chat::StoreCallback<std::vector<chat::UnreadCount>> done) override
    {
        m_store.readUnread(std::move(user), std::move(queries), std::move(done));
    }
    void readPins(QString room, chat::StoreCallback<std::vector<protocol::chat::Message>> done) override
    {
        m_store.readPins(std::move(room), std::move(done));
    }
    void search(chat::SearchQuery query, chat::StoreCallback<chat::SearchPage> done) override
    {
        m_store.search(std::move(query), std::move(done));
    }
    void readAudit(QString room, qint64 before, int limit,
                   chat::StoreCallback<std::vector<chat::AuditEntry>> done) override
    {
        m_store.readAudit(std::move(room), before, limit, std::move(done));
    }

private:
    chat::MessageStore &m_store;
    chat::Executor &m_chatThread;
    bool m_isFull = false;
};
