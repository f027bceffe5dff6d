#pragma once

#include "storage/sqlite/personnames.h"
#include "storage/sqlite/statement.h"

#include "protocol/chat/message.h"
#include "protocol/chat/roomevent.h"

#include <QString>

namespace storage::sqlite {

/// The columns of `messages m` that messageFrom() reads, in this order.
inline const QString messageColumns = QStringLiteral(
    "m.seq, m.author, m.at, m.text, m.reply_to, m.mentions, m.attachments, m.edited_at, m.deleted, m.pinned");
inline constexpr int messageColumnCount = 10;

/// The message in the row that @p statement stands at, its reactions still missing.
[[nodiscard]] protocol::chat::Message messageFrom(const Statement &statement, const QString &room, PersonNames &names);

/// The event that posted @p message. Its text is the one the message has now.
[[nodiscard]] protocol::chat::RoomEvent postedEvent(protocol::chat::Message message);

/// What a row of `messages` is checked against, to notice when a disk or somebody has changed it.
[[nodiscard]] qint64 messageChecksum(qint64 room, qint64 seq, qint64 author, qint64 at, QStringView text);

} // namespace storage::sqlite
