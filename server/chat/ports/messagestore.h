#pragma once

#include "chat/ports/queries.h"
#include "chat/ports/records.h"

#include "protocol/result.h"

#include <functional>
#include <vector>

namespace chat {

enum class StoreError {
    Full, ///< no space left
    Failed, ///< anything else that keeps the store from working
    NotFound, ///< the change concerns a message that is not there or is deleted
    Unchanged, ///< the change would change nothing, such as a reaction that is there already
};

template <typename T>
using StoreResult = protocol::Expected<T, StoreError>;
template <typename T>
using StoreCallback = std::function<void(StoreResult<T>)>;

/// Where the chat keeps everything that must not be lost.
///
/// Changes are stored in the order in which commit() was called. A callback is called in the chat thread, once, in any
/// case; those of commit() come in order, and only once the change is synced to disk.
/// Thread: chat thread.
class MessageStore
{
public:
    virtual ~MessageStore() = default;

    /// Reads what is held in memory. Blocks: for the start, and after a failed commit. Waits until what was handed to
    /// commit() before has been stored or refused.
    [[nodiscard]] virtual StoreResult<StoredState> load() = 0;

    /// Stores @p change or nothing of it. After Full or Failed the changes handed over later are tried on their own.
    virtual void commit(Change change, StoreCallback<Committed> done) = 0;

    virtual void readHistory(HistoryQuery query, StoreCallback<HistoryPage> done) = 0;
    /// NotFound when there is no such message; a deleted one is found.
    virtual void readMessage(protocol::chat::MessagePosition position, StoreCallback<protocol::chat::Message> done) = 0;
    /// In order of seq; fewer than the limit only at the log's end.
    virtual void readEvents(EventsQuery query, StoreCallback<std::vector<protocol::chat::RoomEvent>> done) = 0;
    /// One answer for each query, in order.
    virtual void readUnread(QString user, std::vector<UnreadQuery> queries,
                            StoreCallback<std::vector<UnreadCount>> done)
        = 0;
    /// In the order in which they were pinned.
    virtual void readPins(QString room, StoreCallback<std::vector<protocol::chat::Message>> done) = 0;
    virtual void search(SearchQuery query, StoreCallback<SearchPage> done) = 0;
    /// Newest first, from the entry before number @p before (0: from the newest); @p room empty: all.
    virtual void readAudit(QString room, qint64 before, int limit, StoreCallback<std::vector<AuditEntry>> done) = 0;
};

} // namespace chat
