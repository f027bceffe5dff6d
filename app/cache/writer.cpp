#include "cache/writer.h"

#include "cache/cachefile.h"
#include "cache/database.h"
#include "cache/writesession.h"

#include <chrono>
#include <future>

namespace cache {

namespace {

using Clock = std::chrono::steady_clock;

/// How long a transaction goes on taking in changes: a reader that needs the first of them waits for the last.
constexpr std::chrono::milliseconds longestTransaction(20);
/// How long nothing must have come before chores are done.
constexpr std::chrono::milliseconds quietTime(200);
/// A log as long as this is moved into the file at once. That takes a while, so usually it is left for a quiet moment.
constexpr qint64 longLogBytes = 32 * 1024 * 1024;
/// So that chores, which nobody waits for, leave the processor to others.
constexpr std::chrono::milliseconds betweenChores(50);

/// Commits at its end if nothing has failed by then, and otherwise undoes everything.
class Transaction final
{
public:
    explicit Transaction(Database &database) : m_database(database)
    {
        m_database.execute(QStringLiteral("BEGIN IMMEDIATE"));
    }
    ~Transaction()
    {
        if (m_database.hasFailed() || !m_database.execute(QStringLiteral("COMMIT")))
            m_database.undo();
    }
    Q_DISABLE_COPY_MOVE(Transaction)

private:
    Database &m_database;
};

} // namespace

Writer::Writer(FailureObserver observer) : m_observer(std::move(observer)) {}

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

OpenResult<Writer::Opened> Writer::start(const QString &path)
{
    std::promise<OpenResult<Opened>> promise;
    auto outcome = promise.get_future();
    m_thread = std::thread([this, path, &promise] {
        run(path, [&promise](OpenResult<Opened> opened) { promise.set_value(std::move(opened)); });
    });
    return outcome.get();
}

void Writer::run(const QString &path, std::function<void(OpenResult<Opened>)> opened)
{
    auto file = openCacheFile(path);
    if (!file) {
        opened(protocol::failure(file.error()));
        return;
    }
    Database &database = *file->database;
    WriteSession session(database);
    opened(Opened{file->damagedFile});
    loop(database, session);
}

void Writer::loop(Database &database, WriteSession &session)
{
    std::optional<std::chrono::milliseconds> patience = quietTime;
    for (;;) {
        Items items = takeItems(patience);
        if (!items.empty()) {
            while (!items.empty())
                store(database, session, items);
            patience = quietTime;
        } else if (isDone()) {
            return;
        } else if (doChore(database, session)) {
            patience = betweenChores;
        } else {
            patience.reset();
        }
    }
}

Writer::Items Writer::takeItems(std::optional<std::chrono::milliseconds> patience)
{
    std::unique_lock lock(m_mutex);
    const auto isAwaited = [this] { return m_isStopping || !m_items.empty(); };
    if (patience)
        m_hasWork.wait_for(lock, *patience, isAwaited);
    else
        m_hasWork.wait(lock, isAwaited);
    return std::exchange(m_items, {});
}

bool Writer::isDone()
{
    const std::lock_guard lock(m_mutex);
    return m_isStopping && m_items.empty();
}

void Writer::store(Database &database, WriteSession &session, Items &items)
{
    const size_t count = storeTogether(database, session, items);
    if (const DatabaseError error = database.takeError(); error.code != 0) {
        session.rooms().forgetWhatItRead();
        storeEach(database, session, items, count);
    }
    publish(items[count - 1].ticket);
    m_hasLog = true;
    if (database.logBytes() > longLogBytes)
        database.moveLogIntoFile();
    database.takeError();
    items.erase(items.begin(), items.begin() + Items::difference_type(count));
}

size_t Writer::storeTogether(Database &database, WriteSession &session, const Items &items)
{
    const auto end = Clock::now() + longestTransaction;
    size_t count = 0;
    const Transaction transaction(database);
    do {
        if (!database.hasFailed())
            items[count].change(session);
        ++count;
    } while (!database.hasFailed() && count < items.size() && Clock::now() < end);
    return count;
}

void Writer::storeEach(Database &database, WriteSession &session, const Items &items, size_t count)
{
    QString problem;
    for (size_t i = 0; i < count; ++i) {
        {
            const Transaction transaction(database);
            if (!database.hasFailed())
                items[i].change(session);
        }
        if (const DatabaseError error = database.takeError(); error.code != 0) {
            session.rooms().forgetWhatItRead();
            problem = error.message;
        }
    }
    if (!problem.isEmpty())
        m_observer(problem);
}

bool Writer::doChore(Database &database, WriteSession &session)
{
    if (tidyUp(database, session))
        return true;
    if (std::exchange(m_hasLog, false))
        database.moveLogIntoFile();
    database.takeError();
    return false;
}

bool Writer::tidyUp(Database &database, WriteSession &session)
{
    bool hasMore = false;
    {
        const Transaction transaction(database);
        if (!database.hasFailed())
            hasMore = session.takeInSome() || session.clearSome();
    }
    m_hasLog = m_hasLog || hasMore;
    const bool isStored = database.takeError().code == 0;
    return isStored && hasMore;
}

void Writer::publish(quint64 ticket)
{
    {
        const std::lock_guard lock(m_mutex);
        m_storedTicket = ticket;
    }
    m_isStored.notify_all();
}

quint64 Writer::post(Change change)
{
    quint64 ticket = 0;
    {
        const std::lock_guard lock(m_mutex);
        ticket = ++m_lastTicket;
        m_items.push_back({ticket, std::move(change)});
    }
    m_hasWork.notify_one();
    return ticket;
}

void Writer::waitFor(quint64 ticket)
{
    std::unique_lock lock(m_mutex);
    m_isStored.wait(lock, [this, ticket] { return m_storedTicket >= ticket; });
}

} // namespace cache
