#pragma once

#include "models/timelinemodel.h"

#include "session/chatclient.h"

#include <QObject>

namespace viewmodels {

/// What has been read of the open room, and moving through it: the line of new messages, what is new above and below
/// the view, and jumps.
/// Thread: UI thread.
class RoomReading final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. Begins at the newest messages.
    RoomReading(session::ChatClient &client, models::TimelineModel &model, QObject *parent = nullptr);

    [[nodiscard]] int newBelow() const { return m_newBelow; }
    [[nodiscard]] bool hasUnreadAbove() const { return m_hasUnreadAbove; }

    [[nodiscard]] bool isAtLatest() const { return m_isAtLatest; }
    /// Whether it was another one before.
    bool setAtLatest(bool isAtLatest);
    [[nodiscard]] bool isWindowActive() const { return m_isWindowActive; }
    bool setWindowActive(bool isActive);

    /// Loads the newest messages; to be called once.
    void begin();
    /// The view shows this row.
    void markSeen(int row);
    void hideUnreadLine();

    void jumpTo(const QString &messageId);
    void jumpToDate(qint64 utcMs);
    void jumpToLatest();
    void jumpToFirstUnread();

Q_SIGNALS:
    /// The view is to show this row.
    void positionRequested(int row, bool flash);
    void newBelowChanged();
    void hasUnreadAboveChanged();

private:
    enum class Target { None, Message, Place };

    void handleInserted(int first, int last);
    void handleJumped(int entry);
    void readUpToNewest();
    void markRead(qint64 seq);
    void findFirstUnread();
    void refreshNewBelow();
    void refreshUnreadAbove();
    [[nodiscard]] qint64 readSeq() const;

    session::ChatClient &m_client;
    models::TimelineModel &m_model;
    session::Timeline &m_timeline;
    Target m_target = Target::None; ///< of the jump under way
    bool m_isAtLatest = true;
    bool m_isWindowActive = false;
    bool m_isLineSeen = false;
    bool m_isFindingUnread = false; ///< pages are being loaded up to the line
    int m_arrivedBelow = 0; ///< rows that came in below the view
    int m_newBelow = 0;
    bool m_hasUnreadAbove = false;
};

} // namespace viewmodels
