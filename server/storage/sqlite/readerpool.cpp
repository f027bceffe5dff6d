#include "storage/sqlite/readerpool.h"

#include <algorithm>

namespace storage::sqlite {

ReaderPool::ReaderPool(Options options, chat::Executor &chatThread)
    : m_options(std::move(options)), m_chatThread(chatThread)
{
    for (int i = 0; i < std::max(1, m_options.readers); ++i)
        m_threads.emplace_back([this] { loop(); });
}

ReaderPool::~ReaderPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_hasWork.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void ReaderPool::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_hasWork.notify_one();
}

void ReaderPool::loop()
{
    auto session = ReadSession::open(m_options);
    while (const Job job = takeJob()) {
        if (!session)
            session = ReadSession::open(m_options);
        job(session.get());
        if (session && session->isBroken())
            session.reset();
    }
}

ReaderPool::Job ReaderPool::takeJob()
{
    std::unique_lock lock(m_mutex);
    m_hasWork.wait(lock, [this] { return !m_jobs.empty() || m_isStopping; });
    if (m_jobs.empty())
        return {};
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

} // namespace storage::sqlite
