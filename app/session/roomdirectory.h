#pragma once

#include "session/roomrecord.h"
#include "session/roomstate.h"

#include "protocol/chat/roomevent.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <map>

namespace cache {
class ChatCache;
}

namespace session {

/// The rooms one is in.
///
/// What one reads here is always as new as can be; `changed` comes a moment later, once for all that has happened in a
/// room meanwhile.
/// Thread: that of the ChatClient that owns it.
class RoomDirectory final : public QObject
{
    Q_OBJECT

public:
    /// Why a room is not ours any more.
    enum class Removal {
        Left, ///< we left it, here or on another device
        Kicked,
        Banned,
        Gone, ///< while we were away
    };
    Q_ENUM(Removal)

    RoomDirectory(cache::ChatCache &cache, std::chrono::milliseconds updateInterval, QObject *parent = nullptr);
    ~RoomDirectory() override;

    /// Null when we are not in such a room. Valid until the next change of the list of rooms.
    [[nodiscard]] const RoomState *room(const QString &id) const;
    /// In no order.
    [[nodiscard]] QStringList ids() const;
    /// The direct conversation with somebody, if there is one; empty otherwise.
    [[nodiscard]] QString directWith(const QString &user) const;

    void setFavourite(const QString &id, bool isFavourite);
    void setNotify(const QString &id, NotifyLevel level);

    // For the client, as the server tells of it.

    void setMe(const QString &id) { m_me = id; }
    /// Null when there is no such room. What is changed in it has to be told by touch().
    [[nodiscard]] RoomRecord *record(const QString &id);
    /// Adds a room, or replaces all but our own choices.
    void put(RoomRecord record);
    void remove(const QString &id, Removal why, const QString &reason = {}, const QString &by = {});
    /// A room has changed: it will be stored and told of.
    void touch(const QString &id, RoomPart part = RoomPart::Everything);
    void setTyping(const QString &id, const QStringList &users);
    void tellEvent(const protocol::chat::RoomEvent &event) { Q_EMIT eventApplied(event); }
    void tellReset(const QString &id) { Q_EMIT roomReset(id); }
    void tellArrival(const protocol::chat::Message &message) { Q_EMIT messageArrived(message); }

Q_SIGNALS:
    void added(const QString &id);
    void changed(const QString &id);
    /// @p reason in the words of who did it; may be empty, as may @p by, a user id.
    void removed(const QString &id, session::RoomDirectory::Removal why, const QString &reason, const QString &by);
    /// Something has happened in a room, in order: for lists of members and pins that follow it.
    void eventApplied(const protocol::chat::RoomEvent &event);
    /// Messages, members and pins of a room are not what they were: read them again.
    void roomReset(const QString &id);
    /// Somebody else has posted something just now, not while we were away: for notifications.
    void messageArrived(const protocol::chat::Message &message);
    /// Who is typing has changed.
    void typingChanged(const QString &id);

private:
    void tellChanges();
    void store(const RoomRecord &record, RoomPart part);

    cache::ChatCache &m_cache;
    QString m_me; ///< our user id
    std::map<QString, RoomRecord> m_rooms;
    QHash<QString, RoomPart> m_touched;
    QTimer m_timer; ///< until m_touched is told
};

} // namespace session
