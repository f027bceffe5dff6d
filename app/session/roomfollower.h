#pragma once

#include "session/roomrecord.h"

#include "protocol/chat/roomevent.h"

#include <QCborMap>
#include <QHash>
#include <QObject>

#include <map>
#include <vector>

namespace cache {
class ChatCache;
}

namespace session {

class Outbox;
class RoomDirectory;
class ServerLink;
class TimelineSource;

/// Keeps rooms as they are on the server: takes in their events in order, and asks for those that were missed.
/// Thread: the one it lives in.
class RoomFollower final : public QObject
{
    Q_OBJECT

public:
    RoomFollower(ServerLink &link, cache::ChatCache &cache, RoomDirectory &rooms, Outbox &outbox,
                 TimelineSource &timelines, QObject *parent = nullptr);

    void setMe(const QString &id) { m_me = id; }
    /// The rooms of a welcome: others are not ours any more.
    void takeRooms(std::vector<RoomRecord> rooms);
    /// After the welcome: takes in what came before it, and asks for what was missed.
    void start();
    /// The connection is over.
    void stop();
    /// Nothing that was missed is still to come.
    [[nodiscard]] bool isUpToDate() const { return m_behind.isEmpty(); }

Q_SIGNALS:
    /// isUpToDate() has become true, or is so from the start.
    void caughtUp();
    /// Only the server can tell how a room is.
    void askingNeeded(const QString &room);
    /// Somebody has posted something.
    void posted(const QString &room, const QString &user);

private:
    using Held = std::map<qint64, protocol::chat::RoomEvent>;

    using Handler = void (RoomFollower::*)(const QCborMap &);

    /// Calls @p handler with each such event from the server; with those that come before the welcome after it.
    void listen(const QString &event, Handler handler);
    void handleEvent(const QCborMap &fields);
    void handleAdded(const QCborMap &fields);
    void handleRemoved(const QCborMap &fields);
    void takeRoom(RoomRecord fresh);

    void catchUp();
    void ask();
    void handleSync(const QCborMap &rooms, const QHash<QString, qint64> &asked);
    /// False when the room is to be asked for again.
    [[nodiscard]] bool takeAnswer(const QString &id, const QCborMap &answer);
    void resetRoom(const QString &id, const QCborMap &answer);
    /// What came in meanwhile.
    void applyHeld(const QString &id);

    void apply(RoomRecord &record, const protocol::chat::RoomEvent &event, bool isLive);
    void findLast(RoomRecord &record);

    ServerLink &m_link;
    cache::ChatCache &m_cache;
    RoomDirectory &m_rooms;
    Outbox &m_outbox;
    TimelineSource &m_timelines;
    QString m_me; ///< our user id
    QHash<QString, Held> m_behind; ///< rooms of which something is missing, and what has come in after that
    std::vector<std::pair<Handler, QCborMap>> m_early; ///< came before the welcome
    bool m_isAsking = false;
};

} // namespace session
