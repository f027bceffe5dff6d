#include "storage/sqlite/writer.h"

#include "storage/sqlite/logging.h"

#include <chrono>
#include <future>

namespace storage::sqlite {

namespace {

using namespace std::chrono_literals;

/// When nothing has come for this long there is time for the search index.
constexpr auto idleTime = 200ms;
/// Messages that may wait for the search index while there is no such time.
constexpr qint64 maxUnindexed = 20'000;
/// Messages that are taken into the search index at once; changes wait meanwhile.
constexpr qint64 indexedAtOnce = 8'000;
/// Changes of one transaction.
constexpr size_t maxBatch = 4'096;

} // namespace

Writer::Writer(Options options, chat::Executor &chatThread) : m_options(std::move(options)), m_chatThread(chatThread) {}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_hasWork.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

Connection::Result<std::monostate> Writer::start()
{
    std::promise<void> opened;
    m_thread = std::thread([this, &opened] {
        auto session = WriteSession::open(m_options);
        if (session)
            m_session = std::move(session).value();
        else
            m_opened = protocol::failure(session.error());
        publishProgress();
        opened.set_value();
        loop();
    });
    opened.get_future().wait();
    return m_opened;
}

void Writer::commit(chat::Change change, chat::StoreCallback<chat::Committed> done)
{
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        wasEmpty = m_items.empty();
        m_items.emplace_back(PendingChange{std::move(change), std::move(done)});
    }
    if (wasEmpty)
        m_hasWork.notify_one();
}

void Writer::run(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_items.emplace_back(std::move(task));
    }
    m_hasWork.notify_one();
}

void Writer::whenSearchable(std::function<void()> then)
{
    const qint64 committed = m_committedNumber;
    if (m_indexedNumber >= committed) {
        then();
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_searches.push_back({committed, std::move(then)});
    }
    m_hasWork.notify_one();
}

void Writer::drain()
{
    std::promise<void> done;
    run([this, &done](Connection *) {
        releaseSearches(true);
        done.set_value();
    });
    done.get_future().wait();
}

void Writer::loop()
{
    while (true) {
        auto items = takeItems();
        {
            const std::lock_guard lock(m_mutex);
            if (items.empty() && mustStop())
                break;
        }
        work(std::move(items));
        takeInMessages();
        if (m_session)
            m_session->checkpoint(m_isIdle);
    }
    releaseSearches(true);
    m_session.reset();
}

std::deque<Writer::Item> Writer::takeItems()
{
    const bool hasBacklog
        = m_session && (m_session->indexedUpTo() < m_session->lastMessageNumber() || m_session->hasUncheckpointed());
    std::unique_lock lock(m_mutex);
    const auto hasWork = [this] { return !m_items.empty() || !m_searches.empty() || m_isStopping; };
    if (hasBacklog && !m_isIdle)
        m_isIdle = !m_hasWork.wait_for(lock, idleTime, hasWork);
    else if (hasBacklog)
        m_isIdle = !hasWork();
    else
        m_hasWork.wait(lock, hasWork);
    if (!m_items.empty())
        m_isIdle = false;
    return std::exchange(m_items, {});
}

bool Writer::mustStop() const
{
    return m_isStopping && m_items.empty();
}

void Writer::work(std::deque<Item> items)
{
    std::vector<PendingChange> batch;
    for (Item &item : items) {
        if (auto *change = std::get_if<PendingChange>(&item)) {
            batch.push_back(std::move(*change));
            if (batch.size() >= maxBatch)
                store(batch);
            continue;
        }
        store(batch);
        const bool isUsable = ensureSession();
        std::get<Task>(item)(isUsable ? &m_session->connection() : nullptr);
    }
    store(batch);
}

void Writer::store(std::vector<PendingChange> &changes)
{
    if (changes.empty())
        return;
    const auto unusable = [this] { return isFull(m_options.folder) ? Fault::Full : Fault::Broken; };
    auto stored = ensureSession() ? m_session->store(changes) : protocol::failure(unusable());
    if (stored) {
        publishProgress();
        report(changes, std::move(stored).value());
    } else {
        m_session.reset();
        report(changes, WriteSession::Results(changes.size(), protocol::failure(storeErrorFrom(stored.error()))));
    }
    changes.clear();
}

void Writer::report(std::vector<PendingChange> &changes, WriteSession::Results results)
{
    struct Answer
    {
        chat::StoreCallback<chat::Committed> done;
        chat::StoreResult<chat::Committed> result;
    };
    std::vector<Answer> answers;
    answers.reserve(changes.size());
    for (size_t i = 0; i < changes.size(); ++i)
        answers.push_back({std::move(changes[i].done), std::move(results[i])});
    m_chatThread.post([answers = std::move(answers)]() mutable {
        for (Answer &answer : answers)
            answer.done(std::move(answer.result));
    });
}

bool Writer::ensureSession()
{
    if (m_session)
        return true;
    auto session = WriteSession::open(m_options);
    if (!session) {
        qCWarning(lcStorage).noquote() << session.error();
        return false;
    }
    m_session = std::move(session).value();
    publishProgress();
    return true;
}

void Writer::takeInMessages()
{
    bool hasSearches = false;
    {
        const std::lock_guard lock(m_mutex);
        hasSearches = !m_searches.empty();
    }
    if (!m_session) {
        releaseSearches(true);
        return;
    }
    const qint64 missing = m_session->lastMessageNumber() - m_session->indexedUpTo();
    if (missing > 0 && (hasSearches || m_isIdle || missing > maxUnindexed)) {
        if (m_session->takeIn(indexedAtOnce)) {
            m_session.reset(); // the next change tries again
            releaseSearches(true);
            return;
        }
        publishProgress();
    }
    releaseSearches(false);
}

void Writer::releaseSearches(bool all)
{
    std::deque<SearchWaiter> ready;
    {
        const std::lock_guard lock(m_mutex);
        while (!m_searches.empty() && (all || m_searches.front().messageNumber <= m_indexedNumber)) {
            ready.push_back(std::move(m_searches.front()));
            m_searches.pop_front();
        }
    }
    for (const SearchWaiter &search : ready)
        search.then();
}

void Writer::publishProgress()
{
    if (!m_session)
        return;
    m_committedNumber = m_session->lastMessageNumber();
    m_indexedNumber = m_session->indexedUpTo();
}

} // namespace storage::sqlite
