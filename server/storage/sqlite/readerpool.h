#pragma once

#include "storage/sqlite/options.h"
#include "storage/sqlite/readsession.h"

#include "chat/ports/executor.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace storage::sqlite {

/// The threads that answer questions, each with a connection and prepared statements of its own.
/// Thread: any.
class ReaderPool final
{
public:
    /// @p chatThread outlives it.
    ReaderPool(Options options, chat::Executor &chatThread);
    /// Answers what it was asked, then ends.
    ~ReaderPool();
    Q_DISABLE_COPY_MOVE(ReaderPool)

    /// Runs @p read in one of the threads, on one state of the database, and gives what it returns to @p done in the
    /// chat thread.
    template <typename T, typename Read>
    void ask(Read read, chat::StoreCallback<T> done)
    {
        post([this, read = std::move(read), done = std::move(done)](ReadSession *session) {
            auto answer
                = session ? session->run<T>(read) : chat::StoreResult<T>(protocol::failure(chat::StoreError::Failed));
            m_chatThread.post([done, answer = std::move(answer)]() mutable { done(std::move(answer)); });
        });
    }

private:
    /// Gets null when the database cannot be opened.
    using Job = std::function<void(ReadSession *session)>;

    void post(Job job);
    void loop();
    [[nodiscard]] Job takeJob();

    const Options m_options;
    chat::Executor &m_chatThread;
    std::mutex m_mutex;
    std::condition_variable m_hasWork;
    std::deque<Job> m_jobs; ///< guarded by m_mutex
    bool m_isStopping = false; ///< guarded by m_mutex
    std::vector<std::thread> m_threads;
};

} // namespace storage::sqlite
