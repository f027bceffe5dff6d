#pragma once

#include "engineio/options.h"
#include "engineio/session.h"

#include "net/worker.h"

#include <QByteArray>
#include <QHash>

#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace engineio {

/// The sessions of one worker.
/// Thread: that worker.
class SessionTable final
{
public:
    /// @p options and @p cors outlive the table.
    /// @p sessionCount is kept up to date; it counts for all tables.
    SessionTable(net::Worker &worker, const Options &options, const CorsPolicy &cors,
                 std::atomic<qsizetype> &sessionCount);
    ~SessionTable();
    Q_DISABLE_COPY_MOVE(SessionTable)

    [[nodiscard]] net::Worker &worker() const { return m_worker; }
    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] const CorsPolicy &cors() const { return m_cors; }

    /// A new session with an id of its own; the table owns it.
    Session &add(const http::RequestHead &head);
    /// Null when there is no such session.
    [[nodiscard]] Session *find(const QByteArray &id) const;
    /// Forgets the session at once and destroys it once the event loop has been reached.
    void remove(Session &session);
    void closeAll(CloseReason reason);

    /// Has the session's waiting GET answered at the end of this turn, with all that has been sent by then.
    void scheduleFlush(const QByteArray &id);
    /// Runs @p task when what can be read has been read and the deadlines that are due have expired.
    void runAfterDeadlines(std::function<void()> task);

private:
    struct IdHash
    {
        size_t operator()(const QByteArray &id) const { return qHash(id); }
    };

    void flushScheduled();
    void runLater();

    net::Worker &m_worker;
    const Options &m_options;
    const CorsPolicy &m_cors;
    std::atomic<qsizetype> &m_sessionCount;
    std::unordered_map<QByteArray, std::unique_ptr<Session>, IdHash> m_sessions;
    std::vector<std::unique_ptr<Session>> m_removed;
    std::vector<QByteArray> m_toFlush;
    std::vector<std::function<void()>> m_later;
    net::Deadline m_cleanUp;
    net::Deadline m_flush;
    net::Deadline m_laterTurn;
};

} // namespace engineio
