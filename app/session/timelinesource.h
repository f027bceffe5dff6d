#pragma once

#include "session/pageloader.h"
#include "session/systemevents.h"

#include "protocol/chat/roomevent.h"

#include <QMultiHash>
#include <QObject>

#include <chrono>

namespace cache {
class ChatCache;
}

namespace session {

class Outbox;
class RoomDirectory;
class ServerLink;
class Timeline;
struct ClientOptions;

/// What timelines are made of, and who tells the open ones what has happened.
/// Thread: that of its owner. Outlives the timelines.
class TimelineSource final : public QObject
{
    Q_OBJECT

public:
    TimelineSource(ServerLink &link, cache::ChatCache &cache, RoomDirectory &rooms, Outbox &outbox,
                   const ClientOptions &options, QObject *parent = nullptr);

    void add(Timeline *timeline);
    void remove(Timeline *timeline);

    [[nodiscard]] PageLoader &pages() { return m_pages; }
    [[nodiscard]] Outbox &outbox() { return m_outbox; }
    [[nodiscard]] const SystemEvents &systemEvents() const { return m_systemEvents; }
    /// Of the room, up to which everything is known; 0 when there is no such room.
    [[nodiscard]] qint64 newestSeq(const QString &room) const;
    /// Whether what happens besides messages is shown. Not in a conversation of two: there is nothing to say of it.
    [[nodiscard]] bool showsEvents(const QString &room) const;
    [[nodiscard]] bool isOnline() const;
    [[nodiscard]] int pageSize() const { return m_pageSize; }
    [[nodiscard]] std::chrono::milliseconds updateInterval() const { return m_updateInterval; }

    /// The next event of a room. @p nonce: of our message that it has posted; empty for all else.
    void apply(const protocol::chat::RoomEvent &event, const QString &nonce);
    /// Begin anew from what is in the cache.
    void reset(const QString &room);
    /// The room is not ours any more.
    void forget(const QString &room);

private:
    [[nodiscard]] QList<Timeline *> timelines(const QString &room) const { return m_timelines.values(room); }

    ServerLink &m_link;
    RoomDirectory &m_rooms;
    Outbox &m_outbox;
    const int m_pageSize;
    const std::chrono::milliseconds m_updateInterval;
    PageLoader m_pages;
    SystemEvents m_systemEvents;
    QMultiHash<QString, Timeline *> m_timelines; ///< by room
};

} // namespace session
