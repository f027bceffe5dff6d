#pragma once

#include "storage/sqlite/sqlitemessagestore.h"

#include "protocol/chat/message.h"

#include <QCborArray>
#include <QDeadlineTimer>
#include <QTemporaryDir>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

// Thread: the test's own, which plays the chat thread.

/// Keeps the tasks of the chat thread until the test runs them.
class TaskQueue final : public chat::Executor
{
public:
    void post(std::function<void()> task) override
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        m_hasTasks.notify_one();
    }
    /// Runs tasks until @p isDone, for 30 seconds at most.
    bool runUntil(const std::function<bool()> &isDone)
    {
        const QDeadlineTimer deadline(30'000);
        while (!isDone()) {
            std::function<void()> task;
            {
                std::unique_lock lock(m_mutex);
                if (!m_hasTasks.wait_for(lock, std::chrono::milliseconds(deadline.remainingTime()),
                                         [this] { return !m_tasks.empty(); }))
                    return false;
                task = std::move(m_tasks.front());
                m_tasks.pop_front();
            }
            task();
            ++m_ran;
        }
        return true;
    }
    /// How many tasks have run.
    [[nodiscard]] int ran() const { return m_ran; }

private:
    std::mutex m_mutex;
    std::condition_variable m_hasTasks;
    std::deque<std::function<void()>> m_tasks;
    int m_ran = 0;
};

/// A store in a folder of its own, with functions that wait for their answer.
class OpenStore
{
public:
    explicit OpenStore(storage::sqlite::Options options = {}) : m_options(std::move(options))
    {
        if (m_options.folder.isEmpty())
            m_options.folder = m_ownFolder.filePath(QStringLiteral("data"));
        reopen();
    }

    void close() { m_store.reset(); }
    void reopen()
    {
        close();
        auto opened = storage::sqlite::SqliteMessageStore::open(m_options, m_tasks);
        if (opened)
            m_store = std::move(opened).value();
        else
            m_error = opened.error();
    }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QString folder() const { return m_options.folder; }
    [[nodiscard]] QString databasePath() const { return storage::sqlite::databasePath(m_options.folder); }
    [[nodiscard]] TaskQueue &tasks() { return m_tasks; }
    [[nodiscard]] storage::sqlite::SqliteMessageStore &operator*() { return *m_store; }
    [[nodiscard]] storage::sqlite::SqliteMessageStore *operator->() { return m_store.get(); }

    template <typename T>
    using Ask = std::function<void(chat::StoreCallback<T>)>;

    /// Calls @p ask and waits for what it gives its callback.
    template <typename T>
    chat::StoreResult<T> wait(const Ask<T> &ask)
    {
        std::optional<chat::StoreResult<T>> answer;
        ask([&answer](chat::StoreResult<T> result) { answer = std::move(result); });
        if (!m_tasks.runUntil([&answer] { return answer.has_value(); }))
            qFatal("the store did not answer");
        return *std::move(answer);
    }

    template <typename... Operations>
    chat::StoreResult<chat::Committed> commit(Operations... operations)
    {
        chat::Change change;
        (change.operations.emplace_back(std::move(operations)), ...);
        return wait<chat::Committed>([&](auto done) { m_store->commit(std::move(change), std::move(done)); });
    }
    /// Commits one event; its seq, or the error.
    chat::StoreResult<qint64> append(chat::AppendEvent event)
    {
        const auto committed = commit(std::move(event));
        if (!committed)
            return protocol::failure(committed.error());
        return committed->events.front().event.seq;
    }
    chat::StoreResult<protocol::chat::Message> message(const QString &room, qint64 seq)
    {
        return wait<protocol::chat::Message>([&](auto done) { m_store->readMessage({room, seq}, std::move(done)); });
    }
    chat::StoreResult<chat::HistoryPage> history(const chat::HistoryQuery &query)
    {
        return wait<chat::HistoryPage>([&](auto done) { m_store->readHistory(query, std::move(done)); });
    }
    std::vector<protocol::chat::RoomEvent> events(const QString &room, qint64 after = 0, int limit = 1'000'000)
    {
        const auto events = wait<std::vector<protocol::chat::RoomEvent>>([&](auto done) {
            m_store->readEvents({room, after, limit}, std::move(done));
        });
        return events ? *events : std::vector<protocol::chat::RoomEvent>();
    }
    chat::UnreadCount unread(const QString &user, const QString &room, qint64 read)
    {
        const auto counts = wait<std::vector<chat::UnreadCount>>([&](auto done) {
            m_store->readUnread(user, {{room, read}}, std::move(done));
        });
        return counts ? counts->front() : chat::UnreadCount();
    }
    std::vector<protocol::chat::Message> pins(const QString &room)
    {
        const auto pins
            = wait<std::vector<protocol::chat::Message>>([&](auto done) { m_store->readPins(room, std::move(done)); });
        return pins ? *pins : std::vector<protocol::chat::Message>();
    }
    chat::StoreResult<chat::SearchPage> search(const QStringList &rooms, const QString &text)
    {
        chat::SearchQuery query;
        query.rooms = rooms;
        query.text = text;
        return search(query);
    }
    chat::StoreResult<chat::SearchPage> search(const chat::SearchQuery &query)
    {
        return wait<chat::SearchPage>([&](auto done) { m_store->search(query, std::move(done)); });
    }
    chat::StoredState load()
    {
        const auto state = m_store->load();
        return state ? *state : chat::StoredState();
    }

private:
    QTemporaryDir m_ownFolder;
    storage::sqlite::Options m_options;
    TaskQueue m_tasks;
    std::unique_ptr<storage::sqlite::SqliteMessageStore> m_store;
    QString m_error;
};
