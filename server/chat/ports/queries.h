#pragma once

#include "protocol/chat/message.h"
#include "protocol/chat/requests.h"
#include "protocol/chat/roomevent.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

// Questions to the store and their answers, as values. Thread: any.
namespace chat {

struct HistoryQuery
{
    QString room;
    protocol::chat::GetHistory::Direction direction = protocol::chat::GetHistory::Direction::Latest;
    qint64 position = 0; ///< a seq, not included but for Around; UTC milliseconds for Date
    int limit = 50;
};
/// Oldest first. Deleted messages are in it, without their text.
struct HistoryPage
{
    std::vector<protocol::chat::Message> messages;
    bool hasBefore = false;
    bool hasAfter = false;
};

struct EventsQuery
{
    QString room;
    qint64 after = 0; ///< the first event wanted is the one after this
    int limit = 500;
};

/// Personal figures of one room for somebody who has read up to `read`.
struct UnreadQuery
{
    QString room;
    qint64 read = 0;
};
struct UnreadCount
{
    QString room;
    qint64 seq = 0; ///< of the room's latest event when this was counted
    int unread = 0; ///< messages of others after `read` that are not deleted; counted to 1,000 at most
    int mentions = 0; ///< those of them that mention the reader or everybody
    std::optional<protocol::chat::Message> last; ///< the room's latest message that is not deleted
};

struct SearchQuery
{
    QStringList rooms; ///< all that the asker may read; never empty
    QString text; ///< words as typed, with `from:`, `in:`, `before:`, `after:` taken out by the asker's side
    QString from; ///< user id, or empty
    std::optional<qint64> since; ///< UTC milliseconds
    std::optional<qint64> until; ///< UTC milliseconds
    QString cursor; ///< of an earlier SearchPage; empty: from the newest
    int limit = 20;
};
struct SearchHit
{
    protocol::chat::Message message;
    QString snippet; ///< plain text; what matched stands between U+E000 and U+E001
};
/// Newest first.
struct SearchPage
{
    std::vector<SearchHit> hits;
    QString cursor; ///< empty: no more
};

} // namespace chat
