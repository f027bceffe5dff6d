#pragma once

#include "cache/cachedpage.h"
#include "cache/cachedroom.h"
#include "cache/draft.h"
#include "cache/openerror.h"
#include "cache/outgoingchange.h"
#include "cache/search.h"
#include "cache/span.h"

#include "protocol/chat/message.h"
#include "protocol/chat/roomevent.h"
#include "protocol/chat/user.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace cache {

class Database;
class PageReader;
class Searcher;
class StateReader;
class WriteSession;
class Writer;

/// What this device keeps of one server, so that there is something to show before the server answers, or without it:
/// people, rooms, messages, what has been read, what waits to be sent, drafts.
///
/// Writing never blocks: changes are queued, and a thread of the cache's own stores them in order, those that have
/// queued together in one transaction. Reading sees everything that was written before it: where something of the same
/// room is still queued, it waits for that. Nothing throws; where the file cannot be read, there is nothing.
///
/// Messages are kept in spans (see Span), each without gaps. As long as every event of a room is given to apply(), what
/// is in the cache stays as it is on the server.
/// Thread: the one that opened it.
class ChatCache final : public QObject
{
    Q_OBJECT

public:
    /// Opens the file at @p path, and makes it, and its folder, when it is not there. A file that is damaged is put
    /// aside (see damagedFile()) and begun anew.
    [[nodiscard]] static OpenResult<std::unique_ptr<ChatCache>> open(const QString &path);
    /// Stores what is queued, then closes the file.
    ~ChatCache() override;

    /// Where a damaged file was put when this one was opened; empty if it was sound.
    [[nodiscard]] QString damagedFile() const { return m_damagedFile; }

    // The server and oneself

    /// Null if never set. Keys are the caller's to choose.
    [[nodiscard]] QString value(const QString &key) const;
    void setValue(const QString &key, const QString &value);
    [[nodiscard]] QString serverName() const;
    void setServerName(const QString &name);
    [[nodiscard]] QString serverId() const;
    void setServerId(const QString &id);
    /// Oneself, as `welcome` said last.
    [[nodiscard]] std::optional<protocol::chat::User> me() const;
    void setMe(const protocol::chat::User &user);

    // People

    [[nodiscard]] QList<protocol::chat::User> users() const;
    /// Adds them, or replaces those with the same ids.
    void storeUsers(const QList<protocol::chat::User> &users);

    // Rooms

    /// In no particular order. Each has the latest message the cache knows.
    [[nodiscard]] QList<CachedRoom> rooms() const;
    /// Adds a room, or replaces what the server says of it. One's own choices, notifyLevel and isFavourite, stay as
    /// they are. So does the `seq` of a room that is known already, which only apply() moves; after resetRoom() it is
    /// taken from @p room. A `last` that is given is put among the messages.
    void storeRoom(const CachedRoom &room);
    void storeReadState(const QString &room, const ReadState &state);
    void setNotifyLevel(const QString &room, NotifyLevel level);
    void setFavourite(const QString &room, bool isFavourite);
    /// Forgets the room, its messages and its draft. What waits to be sent stays.
    void removeRoom(const QString &room);
    /// Forgets the room's messages and `seq`; storeRoom() and storePage() say how it is now. One's own choices stay.
    void resetRoom(const QString &room);

    // Messages

    /// Takes in the next event of a room: posts, edits, deletions, pins and reactions; every event moves the room's
    /// `seq`, and the end of the newest span if that reached up to it. An event that is not the next one is ignored, so
    /// that the cache never passes over anything; so is one of a room that is not known.
    void apply(const protocol::chat::RoomEvent &event);
    /// Takes in a page that the server gave, in any order. @p known: the page has all messages of this range of seqs.
    /// It may reach beyond the messages: from 1 when there are none before them, up to the room's seq when there are
    /// none after. For single messages, such as pins or hits of a search, @p known is empty: each is a span of its own.
    void storePage(const QString &room, const QList<protocol::chat::Message> &messages, Span known);

    /// The newest messages. Complete only if the span reaches up to the room's `seq`.
    [[nodiscard]] CachedPage latest(const QString &room, int limit) const;
    /// The messages before @p seq, which need not be a message's.
    [[nodiscard]] CachedPage before(const QString &room, qint64 seq, int limit) const;
    /// The messages after @p seq.
    [[nodiscard]] CachedPage after(const QString &room, qint64 seq, int limit) const;
    /// Half of @p limit before @p seq, half from it on.
    [[nodiscard]] CachedPage around(const QString &room, qint64 seq, int limit) const;
    /// The messages from a time (UTC milliseconds) on; where there are none, the newest ones.
    [[nodiscard]] CachedPage fromDate(const QString &room, qint64 at, int limit) const;
    /// The message with an id, in whatever room.
    [[nodiscard]] std::optional<protocol::chat::Message> message(const QString &id) const;
    /// What is known of a room, in order. No two touch.
    [[nodiscard]] QList<Span> spans(const QString &room) const;

    // What waits to be sent

    /// In the order in which they were first stored.
    [[nodiscard]] QList<OutgoingChange> outgoing() const;
    /// Adds one at the end, or replaces the one with the same nonce where it stands.
    void storeOutgoing(const OutgoingChange &change);
    void removeOutgoing(const QString &nonce);

    // Drafts

    /// An empty one if there is none.
    [[nodiscard]] Draft draft(const QString &room) const;
    /// An empty one removes it.
    void setDraft(const QString &room, const Draft &draft);
    [[nodiscard]] QStringList roomsWithDraft() const;

    // Search

    /// Looks for messages in another thread. @p callback is called in this one, exactly once and never from within this
    /// function, unless @p context or the cache is gone by then.
    /// @p cursor: of the page before; empty: from the newest. @p limit: hits of a page, 1 to 200.
    void search(const SearchQuery &query, int limit, const QString &cursor, QObject *context, SearchCallback callback);

    /// Waits until everything that was queued is in the file.
    void flush() const;

Q_SIGNALS:
    /// Something could not be stored, and is lost to the cache: it shows less, but nothing wrong. @p text is for
    /// people.
    void writeFailed(const QString &text);

private:
    ChatCache();
    [[nodiscard]] std::optional<OpenError> start(const QString &path);

    [[nodiscard]] QByteArray fact(const QString &name) const;
    void setFact(const QString &name, const QByteArray &value);
    using Change = std::function<void(WriteSession &)>;
    /// Queues a change of what belongs to @p room, or to none.
    void queue(const QString &room, Change change);
    /// Waits until everything that was queued for @p room is in the file.
    void waitFor(const QString &room) const;

    QString m_damagedFile;
    QHash<QString, quint64> m_queued; ///< room, or empty -> ticket of the latest change
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<Database> m_database; ///< query_only
    std::unique_ptr<PageReader> m_pages;
    std::unique_ptr<StateReader> m_state;
    std::unique_ptr<Searcher> m_searcher;
};

} // namespace cache
