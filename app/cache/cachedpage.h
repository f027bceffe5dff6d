#pragma once

#include "cache/span.h"

#include "protocol/chat/message.h"

#include <QList>

namespace cache {

/// What the cache has of a place in a room's history. All messages of a page are of one span.
/// Thread: any (a value type).
struct CachedPage
{
    QList<protocol::chat::Message> messages; ///< oldest first; deleted ones without their text
    bool hasBefore = false; ///< there are older messages in the same span
    bool hasAfter = false; ///< there are newer messages in the same span
    Span span; ///< the one the page is of; empty when the cache knows nothing of this place
    /// Whether the server's page would be the same: it is full, or ends where the room's history does. When not, the
    /// messages are right nevertheless, but there may be more beyond the span's ends: ask the server.
    bool isComplete = false;
};

} // namespace cache
