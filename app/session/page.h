#pragma once

#include "protocol/chat/message.h"

#include <QList>

namespace session {

/// Which piece of a room's messages is wanted.
/// Thread: any (a value type).
struct PageRequest
{
    enum class Kind {
        Latest,
        Before, ///< before the seq `position`
        After, ///< after it
        Around, ///< on both sides of it, itself included
        Date, ///< from the time `position` on, UTC milliseconds
    };

    Kind kind = Kind::Latest;
    qint64 position = 0;
    int limit = 60;
};

/// A piece of a room's messages without gaps.
/// Thread: any (a value type).
struct Page
{
    QList<protocol::chat::Message> messages; ///< oldest first
    qint64 first = 0; ///< all messages with first <= seq <= last are in it
    qint64 last = 0;
    bool hasBefore = false;
    bool hasAfter = false;
};

} // namespace session
