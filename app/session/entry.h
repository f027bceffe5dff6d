#pragma once

#include "session/outgoing.h"

#include "protocol/chat/message.h"
#include "protocol/chat/roomevent.h"

#include <QFlags>
#include <QString>

namespace session {

/// One row of a Timeline.
/// Thread: any (a value type).
struct Entry
{
    enum class Kind {
        Message, ///< `message`
        Outgoing, ///< `outgoing`: ours, not acknowledged yet
        Event, ///< `event`: somebody came or went, a room was renamed and the like
    };

    Kind kind = Kind::Message;
    /// Of a message: as it is shown, with what we have done to it and the server has not acknowledged yet.
    protocol::chat::Message message;
    Outgoing outgoing;
    protocol::chat::RoomEvent event;
    bool isChanging = false; ///< of a message: a change of ours has not been acknowledged yet

    /// 0 for what is outgoing.
    [[nodiscard]] qint64 seq() const
    {
        return kind == Kind::Message ? message.seq : kind == Kind::Event ? event.seq : 0;
    }
    /// UTC milliseconds.
    [[nodiscard]] qint64 at() const
    {
        return kind == Kind::Message ? message.at : kind == Kind::Event ? event.at : outgoing.createdAt;
    }
    /// What names it: a message's id, an outgoing one's nonce, or the room and seq of an event.
    [[nodiscard]] QString key() const;
};

/// What has changed about an Entry.
enum class EntryField {
    Kind = 1, ///< what was outgoing is a message now: everything about it may differ
    Text = 2, ///< text, mentions, whether it was edited or deleted
    Reactions = 4,
    Pinned = 8,
    SendState = 16, ///< of what is outgoing
    Changing = 32,
};
Q_DECLARE_FLAGS(EntryFields, EntryField)
Q_DECLARE_OPERATORS_FOR_FLAGS(EntryFields)

} // namespace session
