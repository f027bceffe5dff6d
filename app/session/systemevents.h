#pragma once

#include "protocol/chat/roomevent.h"

#include <QHash>
#include <QString>

#include <deque>
#include <vector>

namespace session {

/// What has happened in rooms besides messages since the program was started: who came and went and the like. The
/// latest of each room are remembered, to be shown among its messages.
/// Thread: that of its owner.
class SystemEvents final
{
public:
    static constexpr std::size_t mostPerRoom = 200;

    /// Whether events of this type are shown as rows of their own.
    [[nodiscard]] static bool isShown(protocol::chat::RoomEventType type);

    /// In the order of the seqs. Those that are not shown are ignored.
    void add(const protocol::chat::RoomEvent &event);
    /// Those with first <= seq <= last, in order.
    [[nodiscard]] std::vector<protocol::chat::RoomEvent> between(const QString &room, qint64 first, qint64 last) const;
    void forget(const QString &room) { m_events.remove(room); }

private:
    QHash<QString, std::deque<protocol::chat::RoomEvent>> m_events; ///< by room
};

} // namespace session
