#pragma once

#include "session/page.h"
#include "session/requesterror.h"

#include "protocol/chat/roomevent.h"

#include <QCborMap>
#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace cache {
class ChatCache;
struct CachedPage;
} // namespace cache

namespace session {

class RoomDirectory;
class ServerLink;

/// Gets pages of messages: out of the cache, or from the server and then into the cache.
/// Thread: that of its owner.
class PageLoader final : public QObject
{
    Q_OBJECT

public:
    PageLoader(ServerLink &link, cache::ChatCache &cache, RoomDirectory &rooms, QObject *parent = nullptr);

    /// Nothing when the cache does not know that place. The latest page may be an old one, with `hasAfter`.
    [[nodiscard]] std::optional<Page> fromCache(const QString &room, const PageRequest &request) const;
    void fetch(const QString &room, const PageRequest &request, QObject *context, AnswerHandler<Page> handler);

    /// What happens while a page is on its way, which may be older than that.
    void noteEvent(const protocol::chat::RoomEvent &event);

private:
    struct Flight
    {
        int count = 0;
        std::vector<protocol::chat::RoomEvent> events;
    };

    [[nodiscard]] std::optional<Page> pageFrom(const QString &room, const PageRequest &request,
                                               const cache::CachedPage &cached) const;
    /// @p newest: the room's when the page was asked for.
    [[nodiscard]] Page takePage(const QString &room, const PageRequest &request, qint64 newest, const QCborMap &fields);
    [[nodiscard]] qint64 newestSeq(const QString &room) const;

    ServerLink &m_link;
    cache::ChatCache &m_cache;
    RoomDirectory &m_rooms;
    QHash<QString, Flight> m_flights; ///< by room: pages that are on their way
};

} // namespace session
