#pragma once

#include "storage/sqlite/options.h"
#include "storage/sqlite/writesession.h"

#include "chat/ports/executor.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

namespace storage::sqlite {

/// The one thread that writes: takes all changes that have come since the last commit, stores them together, and tells
/// those who wait.
/// Thread: any; callbacks of changes run in the chat thread, all other functions in the writer's own.
class Writer final
{
public:
    /// Gets null when the database cannot be used at the moment.
    using Task = std::function<void(Connection *connection)>;

    /// @p chatThread outlives it.
    Writer(Options options, chat::Executor &chatThread);
    /// Stores what it was given, then ends.
    ~Writer();
    Q_DISABLE_COPY_MOVE(Writer)

    /// Opens the database, and waits for it. The error is a sentence for people.
    [[nodiscard]] Connection::Result<std::monostate> start();

    void commit(chat::Change change, chat::StoreCallback<chat::Committed> done);
    /// Runs @p task between transactions, after the changes that were handed over before.
    void run(Task task);
    /// Calls @p then once everything that has been committed by now can be found by a search: at once if so already.
    void whenSearchable(std::function<void()> then);
    /// Waits until what was handed over before has been done. Searches that still wait go on with what can be found.
    void drain();

private:
    using Item = std::variant<PendingChange, Task>;
    struct SearchWaiter
    {
        qint64 messageNumber = 0;
        std::function<void()> then;
    };

    void loop();
    /// What has come; waits for it unless there is something else to do.
    [[nodiscard]] std::deque<Item> takeItems();
    [[nodiscard]] bool mustStop() const; ///< with the mutex held
    void work(std::deque<Item> items);
    void store(std::vector<PendingChange> &changes);
    void report(std::vector<PendingChange> &changes, WriteSession::Results results);
    [[nodiscard]] bool ensureSession();
    void takeInMessages();
    void releaseSearches(bool all);
    void publishProgress();

    const Options m_options;
    chat::Executor &m_chatThread;
    std::atomic<qint64> m_committedNumber = 0; ///< of the latest message that is committed
    std::atomic<qint64> m_indexedNumber = 0; ///< of the latest one that a search finds

    std::mutex m_mutex;
    std::condition_variable m_hasWork;
    std::deque<Item> m_items; ///< guarded by m_mutex
    std::deque<SearchWaiter> m_searches; ///< guarded by m_mutex, in order of the number
    bool m_isStopping = false; ///< guarded by m_mutex

    std::unique_ptr<WriteSession> m_session; ///< writer's own; null after a fault
    Connection::Result<std::monostate> m_opened = std::monostate();
    bool m_isIdle = false; ///< writer's own: nothing came for a while
    std::thread m_thread;
};

} // namespace storage::sqlite
