#pragma once

#include "socketio/broadcastoptions.h"
#include "socketio/encodedmessage.h"
#include "socketio/serveroptions.h"

#include <QCborMap>
#include <QHash>

#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace socketio {

/// What is kept of a socket whose connection broke.
struct LostSocket
{
    QString id;
    QStringList rooms; ///< its own id included
    QCborMap data;
    quint64 connectedAfter = 0; ///< the last event before it connected
};

/// A socket that has come back.
struct RecoveredSocket
{
    LostSocket socket;
    quint64 seen = 0; ///< the last event it has had
};

/// What a socket that has come back is to be sent.
struct MissedEvents
{
    std::vector<EncodedMessage> messages; ///< in order
    quint64 upTo = 0; ///< the last event that has been considered
};

/// The recent events of a namespace, numbered in one order for all workers, and the sockets that may come back for
/// them.
///
/// Each event carries its number to the client as a further last argument, the offset. A client that returns names the
/// last it saw. Events are forgotten only once every client that can still return must have seen them: for as long as a
/// client may be away plus the time until its loss is noticed. So an offset never expires while its owner is connected,
/// however quiet the namespace is, and a client that has not had any event yet needs none.
/// Thread: any.
class RecoveryLog final
{
public:
    using Clock = std::chrono::steady_clock;

    /// @p lossNoticedAfter: how long a broken connection can go unnoticed.
    RecoveryLog(const RecoveryOptions &options, std::chrono::milliseconds lossNoticedAfter);

    /// Numbers an event, appends its offset to its text and keeps it. @p publish is called with the message and its
    /// number before any later event is numbered.
    void append(protocol::socketio::EncodedPacket packet, const BroadcastOptions &options,
                const std::function<void(const EncodedMessage &, quint64 number)> &publish);
    /// For events that are not kept: the offset of the last one that is. Clients take any string in last place for an
    /// offset, so they must find a true one there.
    void passThrough(protocol::socketio::EncodedPacket packet,
                     const std::function<void(const EncodedMessage &, quint64 number)> &publish);

    [[nodiscard]] quint64 lastNumber() const;
    /// Whether a lost socket may still come back.
    [[nodiscard]] bool isAwaitingAnyone();
    void keep(const QString &privateId, LostSocket socket);
    /// The socket; nothing when it cannot be had without a gap. @p offset is empty when the client has not seen any
    /// event.
    [[nodiscard]] std::optional<RecoveredSocket> restore(const QString &privateId, const QString &offset);
    /// What it missed. Ask once the socket is in its rooms: what is published later reaches it there.
    [[nodiscard]] MissedEvents missedBy(const RecoveredSocket &recovered) const;

private:
    struct Entry
    {
        quint64 number;
        Clock::time_point at;
        QStringList rooms;
        QStringList except;
        EncodedMessage message;
        qsizetype bytes;
    };
    struct Kept
    {
        LostSocket socket;
        Clock::time_point lostAt;
    };

    void forgetOld(Clock::time_point now);
    [[nodiscard]] static bool reaches(const Entry &entry, const LostSocket &socket);

    const RecoveryOptions m_options;
    const std::chrono::milliseconds m_lossNoticedAfter;
    mutable std::mutex m_mutex; ///< guards all that follows
    quint64 m_lastNumber = 0;
    std::deque<Entry> m_entries;
    qint64 m_bytes = 0;
    Clock::time_point m_lastForcedOut = Clock::time_point::min(); ///< when the newest event dropped for size was sent
    QHash<QString, Kept> m_lost;
    std::deque<std::pair<Clock::time_point, QString>> m_lostInOrder; ///< by the time of their loss, with some long gone
};

} // namespace socketio
