#pragma once

#include "cache/openerror.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace cache {

class Database;
class WriteSession;

/// The one thread that changes a cache's file. It stores what has queued in the order in which it came, as much as
/// there is in one transaction; when nothing comes, it brings the search index up to date and clears away what was
/// forgotten.
///
/// A change that cannot be stored is left out and reported; those around it are stored.
/// Thread: any.
class Writer final
{
public:
    using Change = std::function<void(WriteSession &)>;
    /// Is called in the writer's thread with what went wrong, for people.
    using FailureObserver = std::function<void(const QString &)>;

    explicit Writer(FailureObserver observer);
    /// Stores what it was given, then ends.
    ~Writer();
    Q_DISABLE_COPY_MOVE(Writer)

    /// Where a damaged file was put, or nothing if it was sound.
    struct Opened
    {
        QString damagedFile;
    };
    /// Opens the file and waits for that. To be called once, before anything else.
    [[nodiscard]] OpenResult<Opened> start(const QString &path);

    /// Queues @p change. Returns its ticket: the tickets of later changes are greater.
    quint64 post(Change change);
    /// Waits until the change of this ticket, and all before it, are in the file.
    void waitFor(quint64 ticket);

private:
    struct Item
    {
        quint64 ticket = 0;
        Change change;
    };
    using Items = std::deque<Item>;

    void run(const QString &path, std::function<void(OpenResult<Opened>)> opened);
    void loop(Database &database, WriteSession &session);
    /// What has come. Waits for it, but not longer than @p patience if there is one.
    [[nodiscard]] Items takeItems(std::optional<std::chrono::milliseconds> patience);
    [[nodiscard]] bool isDone();
    /// Stores from the front of @p items what fits into one transaction, and takes it off.
    void store(Database &database, WriteSession &session, Items &items);
    /// Returns how many of the items it took, at least one. When the database has failed, none of them is stored.
    [[nodiscard]] size_t storeTogether(Database &database, WriteSession &session, const Items &items);
    /// Stores those that can be stored, each by itself.
    void storeEach(Database &database, WriteSession &session, const Items &items, size_t count);
    /// False: there is nothing more to do.
    [[nodiscard]] bool doChore(Database &database, WriteSession &session);
    [[nodiscard]] bool tidyUp(Database &database, WriteSession &session);
    void publish(quint64 ticket);

    const FailureObserver m_observer;
    std::mutex m_mutex;
    std::condition_variable m_hasWork;
    std::condition_variable m_isStored;
    Items m_items; ///< guarded by m_mutex
    quint64 m_lastTicket = 0; ///< guarded by m_mutex
    quint64 m_storedTicket = 0; ///< guarded by m_mutex
    bool m_isStopping = false; ///< guarded by m_mutex
    bool m_hasLog = true; ///< writer's own: something was written since the log was last moved into the file
    std::thread m_thread;
};

} // namespace cache
