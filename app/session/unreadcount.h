#pragma once

#include <QtGlobal>

#include <deque>

namespace session {

/// Counts what is unread in a room as the server does: messages of others after the position one has read up to, which
/// were not taken back. Messages that came in since the server last told a number are known one by one, those before
/// only by that number; where that is not enough, it says so.
/// Thread: that of its owner.
class UnreadCount final
{
public:
    /// The server counts no further.
    static constexpr int most = 1000;

    /// What the server says, as of the event @p seq. Messages after that which are known stay known.
    void reset(qint64 seq, qint64 read, int unread, int mentions);

    /// Somebody else has posted. In the order of the seqs.
    void addPosted(qint64 seq, bool mentionsMe);
    void noteEdited(qint64 seq, bool mentionsMe);
    void noteDeleted(qint64 seq);
    /// Never moves backwards. @p newest is the room's latest seq.
    void markRead(qint64 seq, qint64 newest);

    [[nodiscard]] qint64 read() const { return m_read; }
    [[nodiscard]] int unread() const;
    [[nodiscard]] int mentions() const;
    /// False when only the server can tell the number.
    [[nodiscard]] bool isCertain() const { return m_isCertain; }

private:
    struct Posted
    {
        qint64 seq = 0;
        bool mentionsMe = false;
    };

    [[nodiscard]] bool isUncounted(qint64 seq) const { return seq > m_read && seq <= m_countedFrom; }

    std::deque<Posted> m_posted; ///< unread ones after m_countedFrom
    qint64 m_read = 0;
    qint64 m_countedFrom = 0; ///< unread messages up to this seq are not known one by one
    int m_unreadBefore = 0; ///< how many those are
    int m_mentionsBefore = 0;
    int m_mentionsPosted = 0; ///< in m_posted
    bool m_isCertain = true;
};

} // namespace session
