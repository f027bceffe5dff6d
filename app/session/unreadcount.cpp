#include "session/unreadcount.h"

#include <algorithm>

namespace session {

void UnreadCount::reset(qint64 seq, qint64 read, int unread, int mentions)
{
    while (!m_posted.empty() && m_posted.front().seq <= std::max(seq, read)) {
        m_mentionsPosted -= m_posted.front().mentionsMe ? 1 : 0;
        m_posted.pop_front();
    }
    m_read = read;
    m_countedFrom = seq;
    m_unreadBefore = unread;
    m_mentionsBefore = mentions;
    m_isCertain = true;
}

void UnreadCount::addPosted(qint64 seq, bool mentionsMe)
{
    if (seq <= m_read || seq <= m_countedFrom)
        return;
    m_posted.push_back({seq, mentionsMe});
    m_mentionsPosted += mentionsMe ? 1 : 0;
}

void UnreadCount::noteEdited(qint64 seq, bool mentionsMe)
{
    const auto it = std::lower_bound(m_posted.begin(), m_posted.end(), seq,
                                     [](const Posted &posted, qint64 wanted) { return posted.seq < wanted; });
    if (it != m_posted.end() && it->seq == seq) {
        m_mentionsPosted += int(mentionsMe) - int(it->mentionsMe);
        it->mentionsMe = mentionsMe;
    } else if (isUncounted(seq) && (mentionsMe || m_mentionsBefore > 0)) {
        m_isCertain = false; // did it mention us before?
    }
}

void UnreadCount::noteDeleted(qint64 seq)
{
    const auto it = std::lower_bound(m_posted.begin(), m_posted.end(), seq,
                                     [](const Posted &posted, qint64 wanted) { return posted.seq < wanted; });
    if (it != m_posted.end() && it->seq == seq) {
        m_mentionsPosted -= it->mentionsMe ? 1 : 0;
        m_posted.erase(it);
    } else if (isUncounted(seq)) {
        // One's own are always read, so it was somebody else's.
        if (m_unreadBefore >= most || m_mentionsBefore > 0)
            m_isCertain = false;
        m_unreadBefore = std::max(0, m_unreadBefore - 1);
    }
}

void UnreadCount::markRead(qint64 seq, qint64 newest)
{
    if (seq <= m_read)
        return;
    m_read = seq;
    while (!m_posted.empty() && m_posted.front().seq <= seq) {
        m_mentionsPosted -= m_posted.front().mentionsMe ? 1 : 0;
        m_posted.pop_front();
    }
    if (seq >= m_countedFrom || seq >= newest) {
        m_unreadBefore = 0;
        m_mentionsBefore = 0;
        m_isCertain = true;
    } else if (m_unreadBefore > 0) {
        m_isCertain = false;
    }
}

int UnreadCount::unread() const
{
    return std::min<int>(most, m_unreadBefore + int(m_posted.size()));
}

int UnreadCount::mentions() const
{
    return std::min(most, m_mentionsBefore + m_mentionsPosted);
}

} // namespace session
