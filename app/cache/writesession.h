#pragma once

#include "cache/cachedroom.h"
#include "cache/database.h"
#include "cache/draft.h"
#include "cache/eventapplier.h"
#include "cache/messagetable.h"
#include "cache/outgoingchange.h"
#include "cache/roomtable.h"
#include "cache/searchindex.h"
#include "cache/span.h"
#include "cache/spantable.h"
#include "cache/statement.h"

#include "protocol/chat/roomevent.h"
#include "protocol/chat/user.h"

#include <QByteArray>
#include <QList>

namespace cache {

/// All that can be changed in a cache's file. The functions report no errors: a failure is remembered by the database,
/// and the transaction around them is then rolled back. Thread: writer.
class WriteSession final
{
public:
    explicit WriteSession(Database &database);

    void setFact(const QString &name, const QByteArray &value);
    void storeUsers(const QList<protocol::chat::User> &users);

    void storeRoom(const CachedRoom &room);
    void removeRoom(const QString &id);
    [[nodiscard]] RoomTable &rooms() { return m_rooms; }

    void apply(const protocol::chat::RoomEvent &event);
    void storePage(const QString &room, const QList<protocol::chat::Message> &messages, Span known);

    void storeOutgoing(const OutgoingChange &change);
    void removeOutgoing(const QString &nonce);
    void setDraft(const QString &room, const Draft &draft);

    /// Takes some new messages into the search index. False: all are in it.
    bool takeInSome() { return m_index.takeInSome(); }
    /// Removes some of what was forgotten. False: nothing is left of it.
    bool clearSome();

private:
    SearchIndex m_index;
    MessageTable m_messages;
    EventApplier m_events;
    SpanTable m_spans;
    RoomTable m_rooms;
    Statement m_setFact;
    Statement m_storeUser;
    Statement m_insertOutgoing;
    Statement m_updateOutgoing;
    Statement m_removeOutgoing;
    Statement m_setDraft;
    Statement m_removeDraft;
};

} // namespace cache
