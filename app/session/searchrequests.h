#pragma once

#include "session/requesterror.h"

#include "protocol/chat/message.h"

#include <QList>
#include <QObject>

#include <optional>

namespace cache {
class ChatCache;
}

namespace session {

class ServerLink;

/// What to look for; see `search` in docs/protocol.md.
/// Thread: any (a value type).
struct SearchRequest
{
    QString query; ///< words, and `from:`, `in:`, `before:`, `after:`
    QString room; ///< id; empty: all rooms
    QString from; ///< user id; empty: everybody
    std::optional<qint64> since; ///< UTC milliseconds
    std::optional<qint64> until; ///< UTC milliseconds
};

/// Something that was found.
struct SearchHit
{
    protocol::chat::Message message;
    QString snippet; ///< plain text; what was found stands between U+E000 and U+E001
};

struct SearchPage
{
    QList<SearchHit> hits; ///< newest first
    QString cursor; ///< for the next page; empty: there is no more
    bool isFromCache = false; ///< only what this machine remembers was searched: there was no connection
};

/// Looks for messages: on the server while there is a connection, else in the cache.
/// Thread: that of the ChatClient that owns it, as is each context.
class SearchRequests final
{
public:
    SearchRequests(ServerLink &link, cache::ChatCache &cache) : m_link(link), m_cache(cache) {}

    /// @p cursor is that of the page before; empty for the first one. A page from the server may be followed by one
    /// from the cache only as the error `offline`: begin anew then.
    void search(const SearchRequest &request, const QString &cursor, QObject *context,
                AnswerHandler<SearchPage> handler);

private:
    ServerLink &m_link;
    cache::ChatCache &m_cache;
};

} // namespace session
