#pragma once

#include "cache/search.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace cache {

class Writer;

/// Answers searches in a thread of its own, one after the other. The thread, and its connection to the file, come with
/// the first search. Thread: the one it lives in.
class Searcher final : public QObject
{
    Q_OBJECT

public:
    /// @p writer outlives it.
    Searcher(QString path, Writer &writer);
    /// Waits for the search under way; the others are not answered any more.
    ~Searcher() override;

    /// See ChatCache::search().
    void search(const SearchQuery &query, int limit, const QString &cursor, QObject *context, SearchCallback callback);

private:
    struct Request
    {
        quint64 number = 0;
        SearchQuery query;
        int limit = 0;
        QString cursor;
    };
    struct Answer
    {
        quint64 number = 0;
        SearchPage page;
    };
    struct Waiting
    {
        QPointer<QObject> context;
        SearchCallback callback;
    };

    void loop();
    void answer(const Request &request);
    /// What was written before a search must be found by it.
    void takeInWhatWasWritten();
    /// Waits for a request; nothing when it is to end.
    [[nodiscard]] std::optional<Request> takeRequest();
    void deliverNext();

    const QString m_path;
    Writer &m_writer;
    QHash<quint64, Waiting> m_waiting;
    quint64 m_lastNumber = 0;

    std::mutex m_mutex;
    std::condition_variable m_hasWork;
    std::deque<Request> m_requests; ///< guarded by m_mutex
    std::deque<Answer> m_answers; ///< not delivered yet; guarded by m_mutex
    bool m_isStopping = false; ///< guarded by m_mutex
    std::thread m_thread;
};

} // namespace cache
