#pragma once

#include "session/entry.h"

#include "protocol/chat/message.h"
#include "protocol/chat/roomevent.h"

namespace session {

/// Does to @p message what @p event, which is about it, says, and tells what has changed. Doing it twice changes
/// nothing more.
EntryFields applyChange(protocol::chat::Message &message, const protocol::chat::RoomEvent &event);

// The same, one by one. Nothing happens to a message that was taken back.

EntryFields applyEdit(protocol::chat::Message &message, const QString &text, const QStringList &mentions, qint64 at);
EntryFields applyDeletion(protocol::chat::Message &message);
EntryFields applyPin(protocol::chat::Message &message, bool isPinned);
EntryFields applyReaction(protocol::chat::Message &message, const QString &emoji, const QString &user, bool isAdded);

} // namespace session
