#pragma once

#include "protocol/chat/message.h"

#include <QString>
#include <QVariant>

namespace cache {

class Statement;

/// What a SELECT from `messages m JOIN authors a ON a.key = m.author` names for messageFrom() to read, and how many.
inline constexpr QLatin1String messageColumns("m.seq, m.at, a.id, m.text, m.id, m.reply_to, m.edited_at, m.deleted,"
                                              " m.pinned, m.extras");
inline constexpr int messageColumnCount = 10;

/// The message in a statement's row, whose first columns are messageColumns.
[[nodiscard]] protocol::chat::Message messageFrom(const Statement &row, const QString &room);

/// A message's mentions, reactions and attachments as its row keeps them; NULL if it has none.
[[nodiscard]] QVariant extrasOf(const protocol::chat::Message &message);

} // namespace cache
