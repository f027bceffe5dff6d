#include "cache/searcher.h"

#include "cache/database.h"
#include "cache/searchreader.h"
#include "cache/writer.h"
#include "cache/writesession.h"

namespace cache {

Searcher::Searcher(QString path, Writer &writer) : m_path(std::move(path)), m_writer(writer) {}

Searcher::~Searcher()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_hasWork.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void Searcher::search(const SearchQuery &query, int limit, const QString &cursor, QObject *context,
                      SearchCallback callback)
{
    const quint64 number = ++m_lastNumber;
    m_waiting.insert(number, {context, std::move(callback)});
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back({number, query, limit, cursor});
    }
    if (!m_thread.joinable())
        m_thread = std::thread([this] { loop(); });
    m_hasWork.notify_one();
}

void Searcher::loop()
{
    while (const auto request = takeRequest())
        answer(*request);
}

std::optional<Searcher::Request> Searcher::takeRequest()
{
    std::unique_lock lock(m_mutex);
    m_hasWork.wait(lock, [this] { return m_isStopping || !m_requests.empty(); });
    if (m_isStopping)
        return std::nullopt;
    Request request = std::move(m_requests.front());
    m_requests.pop_front();
    return request;
}

void Searcher::answer(const Request &request)
{
    takeInWhatWasWritten();
    SearchPage page;
    // Its memory is given back when it has answered: people search seldom.
    if (auto database = Database::open(m_path, Database::Kind::Reader))
        page = SearchReader(**database).read(request.query, request.limit, request.cursor);
    {
        const std::lock_guard lock(m_mutex);
        m_answers.push_back({request.number, std::move(page)});
    }
    QMetaObject::invokeMethod(this, &Searcher::deliverNext, Qt::QueuedConnection);
}

void Searcher::takeInWhatWasWritten()
{
    // In steps, so that other changes come in between.
    bool hasMore = true;
    while (hasMore)
        m_writer.waitFor(m_writer.post([&hasMore](WriteSession &session) { hasMore = session.takeInSome(); }));
}

void Searcher::deliverNext()
{
    std::unique_lock lock(m_mutex);
    const Answer answer = std::move(m_answers.front());
    m_answers.pop_front();
    lock.unlock();
    const Waiting waiting = m_waiting.take(answer.number);
    if (waiting.context)
        waiting.callback(answer.page);
}

} // namespace cache
