#include "engineio/sessiontable.h"

#include "engineio/sessionid.h"

namespace engineio {

using namespace std::chrono_literals;

SessionTable::SessionTable(net::Worker &worker, const Options &options, const CorsPolicy &cors,
                           std::atomic<qsizetype> &sessionCount)
    : m_worker(worker), m_options(options), m_cors(cors), m_sessionCount(sessionCount),
      m_cleanUp([this] { const auto removed = std::exchange(m_removed, {}); }), m_flush([this] { flushScheduled(); }),
      m_laterTurn([this] { runLater(); })
{
}

SessionTable::~SessionTable() = default;

Session &SessionTable::add(const http::RequestHead &head)
{
    const QByteArray id = makeSessionId(m_worker.index());
    auto session = std::make_unique<Session>(*this, id, head);
    Session &added = *session;
    m_sessions.emplace(id, std::move(session));
    ++m_sessionCount;
    return added;
}

Session *SessionTable::find(const QByteArray &id) const
{
    const auto it = m_sessions.find(id);
    return it == m_sessions.end() ? nullptr : it->second.get();
}

void SessionTable::remove(Session &session)
{
    const auto it = m_sessions.find(session.id());
    if (it == m_sessions.end())
        return;
    m_removed.push_back(std::move(it->second));
    m_sessions.erase(it);
    --m_sessionCount;
    m_worker.heapTrimmer().noteFreed();
    if (!m_cleanUp.isPending())
        m_cleanUp.expireIn(m_worker.deadlines(), 0ms);
}

void SessionTable::closeAll(CloseReason reason)
{
    std::vector<QByteArray> ids;
    ids.reserve(m_sessions.size());
    for (const auto &[id, session] : m_sessions)
        ids.push_back(id);
    for (const QByteArray &id : ids) {
        if (Session *session = find(id))
            session->close(reason);
    }
}

void SessionTable::scheduleFlush(const QByteArray &id)
{
    m_toFlush.push_back(id);
    if (!m_flush.isPending())
        m_flush.expireIn(m_worker.deadlines(), 0ms);
}

void SessionTable::flushScheduled()
{
    const auto ids = std::exchange(m_toFlush, {});
    for (const QByteArray &id : ids) {
        if (Session *session = find(id))
            session->flushPolling();
    }
}

void SessionTable::runAfterDeadlines(std::function<void()> task)
{
    m_later.push_back(std::move(task));
    if (!m_laterTurn.isPending())
        m_laterTurn.expireIn(m_worker.deadlines(), 0ms);
}

void SessionTable::runLater()
{
    const auto tasks = std::exchange(m_later, {});
    for (const auto &task : tasks)
        task();
}

} // namespace engineio
