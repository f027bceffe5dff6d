#pragma once

#include "session/outgoing.h"

#include "cache/outgoingchange.h"

#include "protocol/chat/message.h"

#include <QHash>
#include <QList>
#include <QString>

#include <list>
#include <optional>

namespace cache {
class ChatCache;
}

namespace session {

/// Something that the server has not acknowledged yet, and what has become of it so far.
/// Thread: any (a value type).
struct OutboxItem
{
    cache::OutgoingChange change;
    bool isSending = false;
    bool mayHaveArrived = false; ///< it was sent before, and no answer came
    int refusals = 0; ///< by a server that could not take it just then, in a row
    std::optional<RequestError> problem;
    QString postedAs; ///< id of the message that it seems to have become
    qint64 acknowledgedSeq = 0; ///< of the message it is, whose event is still to come; 0: not acknowledged

    [[nodiscard]] bool isPost() const { return change.kind == cache::OutgoingChange::Kind::Post; }
    [[nodiscard]] bool isRefused() const { return change.state == cache::OutgoingChange::State::Refused; }
    /// Whether it is shown as a row of its own.
    [[nodiscard]] bool isShown() const { return isPost() && postedAs.isEmpty(); }
    [[nodiscard]] Outgoing toOutgoing() const;
};

/// What has to stay in order: the messages of a room, or what is changed in it.
/// Thread: any (a value type).
struct OutboxLane
{
    QString room;
    bool isOfPosts = false;

    friend bool operator==(const OutboxLane &, const OutboxLane &) = default;
    friend size_t qHash(const OutboxLane &lane, size_t seed) { return qHashMulti(seed, lane.room, lane.isOfPosts); }
};

/// What is to be sent, in order, as the cache keeps it.
/// Thread: that of its owner.
class OutboxQueue final
{
public:
    explicit OutboxQueue(cache::ChatCache &cache);

    OutboxItem &add(const cache::OutgoingChange &change);
    /// Null when there is none.
    [[nodiscard]] OutboxItem *find(const QString &nonce);
    void remove(const QString &nonce);
    /// Stores what has changed of its `change`.
    void store(const OutboxItem &item);
    /// Behind all others.
    void moveToEnd(const QString &nonce);
    /// It is done as far as the server is concerned, but stays to be shown for a moment.
    void forgetInCache(const OutboxItem &item);

    [[nodiscard]] const std::list<OutboxItem> &items() const { return m_items; }
    [[nodiscard]] std::list<OutboxItem> &items() { return m_items; }
    /// Those with something to send.
    [[nodiscard]] QList<OutboxLane> lanes() const;
    /// The next one to send; null when there is none, or one is being sent.
    [[nodiscard]] OutboxItem *first(const OutboxLane &lane);
    [[nodiscard]] bool isChanging(const QString &messageId) const { return m_changes.contains(messageId); }

private:
    [[nodiscard]] static OutboxLane laneOf(const OutboxItem &item) { return {item.change.room, item.isPost()}; }

    cache::ChatCache &m_cache;
    std::list<OutboxItem> m_items;
    QHash<QString, int> m_changes; ///< message id -> how many changes it has
};

} // namespace session
