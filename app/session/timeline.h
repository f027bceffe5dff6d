#pragma once

#include "session/entry.h"
#include "session/page.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <optional>
#include <vector>

namespace session {

class TimelineSource;

/// A slice of a room, oldest first, that moves through its history: at most `maxEntries` rows around what is looked at.
/// What comes in is appended only while the slice is at the newest end; elsewhere it is counted. Rows that come in
/// together are told together.
///
/// What the cache holds is there when a load...() returns; the rest comes from the server. A load that needs the server
/// while there is no connection is done when there is one.
/// Thread: that of the ChatClient that opened it, which must outlive it.
class Timeline final : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxEntries = 400;

    Timeline(QString room, TimelineSource &source);
    ~Timeline() override;

    [[nodiscard]] const QString &room() const { return m_room; }

    [[nodiscard]] int count() const { return int(m_entries.size()); }
    /// @p row counts from 0, the oldest.
    [[nodiscard]] const Entry &at(int row) const { return m_entries[std::size_t(row)]; }
    /// By Entry::key(); -1 when it is not in the slice.
    [[nodiscard]] int rowOf(const QString &key) const;
    /// The first row after the seq, such as where one has read up to: count() when there is none.
    [[nodiscard]] int firstRowAfter(qint64 seq) const;

    /// Whether there is more towards the beginning of the room. Also true while that is not known.
    [[nodiscard]] bool hasBefore() const { return m_hasBefore; }
    /// Whether there is more towards the newest.
    [[nodiscard]] bool hasAfter() const { return m_hasAfter; }
    /// Something is being asked of the server, or will be when there is a connection.
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    /// Why the last load came to nothing; nothing if it did not. `not_found` for a message that is not there.
    [[nodiscard]] const std::optional<RequestError> &error() const { return m_error; }
    /// Messages that have come in and are not in the slice, because it is not at the newest end.
    [[nodiscard]] int newerCount() const { return m_newerCount; }

    // Jumps: replace the slice. jumped() tells when that is done.

    void loadLatest();
    void loadAround(const QString &messageId);
    /// From the first message at or after @p utcMs on.
    void loadFromDate(qint64 utcMs);

    /// Whether what comes in may push the oldest rows out, as is right while one looks at the newest. When not, a slice
    /// that is full lets go of the newest end instead, and counts. True at first.
    void setFollowing(bool isFollowing) { m_isFollowing = isFollowing; }

    // Extend the slice. Nothing happens while something is being loaded already, or when there is no more.

    void loadBefore();
    void loadAfter();

Q_SIGNALS:
    void rowsAboutToBeInserted(int first, int last);
    void rowsInserted(int first, int last);
    void rowsAboutToBeRemoved(int first, int last);
    void rowsRemoved(int first, int last);
    void rowChanged(int row, session::EntryFields fields);
    /// Around the replacement of everything.
    void aboutToBeReset();
    void reset();

    /// A jump has arrived: @p row is what was asked for, or -1 where there is nothing.
    void jumped(int row);
    /// hasBefore, hasAfter, isLoading, error or newerCount.
    void stateChanged();

private:
    friend class TimelineSource;

    // Called by the source.

    void apply(const protocol::chat::RoomEvent &event, const QString &nonce);
    void addOutgoing(const Outgoing &outgoing);
    void changeOutgoing(const Outgoing &outgoing);
    void removeOutgoing(const QString &nonce);
    /// What we have done to a message and is not acknowledged yet is another thing than before.
    void showChanges(const QString &messageId);
    /// There is a connection again.
    void resumeLoading();
    /// Nothing of what is shown is true any more.
    void beginAnew();

    // Loading (timelineloading.cpp)

    void jump(const PageRequest &request);
    void extend(const PageRequest &request);
    void fetch(const PageRequest &request);
    void takePage(const PageRequest &request, const Page &page);
    void takeError(const PageRequest &request, const RequestError &error);
    void showJump(const Page &page);
    /// False when the page has nothing new: there is more to ask for.
    bool prepend(const Page &page);
    bool append(const Page &page);
    [[nodiscard]] int targetRow(const PageRequest &request) const;

    // Rows

    [[nodiscard]] std::deque<Entry> entriesFrom(const Page &page);
    [[nodiscard]] Entry entryFor(const protocol::chat::Message &message);
    void insertRows(int row, std::deque<Entry> entries);
    void removeRows(int first, int count);
    void trimOldest();
    void trimNewest();
    void arrive(Entry entry);
    void showArrived();
    void showOutgoing();
    void becomeMessage(const protocol::chat::Message &message, const QString &nonce);
    void changeMessage(const protocol::chat::RoomEvent &event);
    void refresh(int row, EntryFields fields);
    [[nodiscard]] bool isAtNewest() const { return m_hasShown && !m_hasAfter; }
    /// Rows that are not outgoing; those come last.
    [[nodiscard]] int logCount() const { return count() - m_outgoingCount; }
    [[nodiscard]] int rowOfSeq(qint64 seq) const;

    const QString m_room;
    TimelineSource &m_source;
    const QPointer<QObject> m_sourceGuard;
    std::deque<Entry> m_entries;
    std::vector<Entry> m_arrived; ///< at the newest end, but not told yet
    QHash<QString, protocol::chat::Message> m_bases; ///< without our changes: of messages that have some
    QTimer m_arrivalTimer;
    qint64 m_first = 0; ///< everything with m_first <= seq <= m_last is in the slice
    qint64 m_last = 0;
    int m_outgoingCount = 0;
    bool m_hasShown = false; ///< anything, be it that there is nothing
    bool m_hasBefore = true;
    bool m_hasAfter = false;
    bool m_isLoading = false;
    bool m_isFollowing = true;
    std::optional<PageRequest> m_wanted; ///< what is being loaded
    quint64 m_loads = 0; ///< numbers them: the answer to an earlier one is of no use
    std::optional<RequestError> m_error;
    int m_newerCount = 0;
};

} // namespace session
