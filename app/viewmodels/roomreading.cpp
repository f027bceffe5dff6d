#include "viewmodels/roomreading.h"

#include "viewmodels/assign.h"

namespace viewmodels {

using models::TimelineModel;
using session::Entry;
using session::RoomState;
using session::Timeline;

RoomReading::RoomReading(session::ChatClient &client, TimelineModel &model, QObject *parent)
    : QObject(parent), m_client(client), m_model(model), m_timeline(model.timeline())
{
    connect(&m_timeline, &Timeline::rowsInserted, this, &RoomReading::handleInserted);
    connect(&m_timeline, &Timeline::jumped, this, &RoomReading::handleJumped);
    connect(&m_timeline, &Timeline::stateChanged, this, [this] {
        if (m_isFindingUnread)
            findFirstUnread();
        refreshNewBelow();
        refreshUnreadAbove();
    });
}

void RoomReading::begin()
{
    const RoomState *room = m_client.rooms().room(m_timeline.room());
    if (room != nullptr && room->unread > 0)
        m_model.setUnreadAfter(room->read);
    m_timeline.loadLatest();
    refreshUnreadAbove();
}

qint64 RoomReading::readSeq() const
{
    const RoomState *room = m_client.rooms().room(m_timeline.room());
    return room != nullptr ? room->read : 0;
}

bool RoomReading::setAtLatest(bool isAtLatest)
{
    if (std::exchange(m_isAtLatest, isAtLatest) == isAtLatest)
        return false;
    m_timeline.setFollowing(isAtLatest);
    if (isAtLatest)
        readUpToNewest();
    refreshNewBelow();
    return true;
}

bool RoomReading::setWindowActive(bool isActive)
{
    if (std::exchange(m_isWindowActive, isActive) == isActive)
        return false;
    if (isActive)
        readUpToNewest();
    return true;
}

void RoomReading::handleInserted(int first, int last)
{
    // Only unread messages of others at the newest end are new; pages of history that come in are not.
    if (last != m_timeline.count() - 1 || m_timeline.hasAfter())
        return;
    const qint64 read = readSeq();
    int unread = 0;
    for (int entry = first; entry <= last; ++entry) {
        const Entry &row = m_timeline.at(entry);
        unread += row.kind == Entry::Kind::Message && row.message.by != m_client.me().id && row.seq() > read ? 1 : 0;
    }
    if (unread == 0)
        return;
    if (!m_isWindowActive && m_model.unreadAfter() == 0) {
        m_isLineSeen = true; // it will be right where one has stopped
        m_model.setUnreadAfter(read);
    }
    if (m_isAtLatest)
        readUpToNewest();
    else
        m_arrivedBelow += unread;
    refreshNewBelow();
}

void RoomReading::readUpToNewest()
{
    if (!m_isAtLatest || !m_isWindowActive || m_timeline.hasAfter() || m_timeline.count() == 0)
        return;
    if (m_model.unreadAfter() != 0 && !m_isLineSeen)
        return; // what is between the line and the view has not been looked at
    m_arrivedBelow = 0;
    const RoomState *room = m_client.rooms().room(m_timeline.room());
    if (room != nullptr && room->unread > 0)
        markRead(room->room.seq);
}

void RoomReading::markRead(qint64 seq)
{
    if (seq > readSeq())
        m_client.markRead(m_timeline.room(), seq);
}

void RoomReading::markSeen(int row)
{
    if (row < 0 || row >= m_model.count() || !m_isWindowActive)
        return;
    const qint64 line = m_model.unreadAfter();
    const int lineEntry = m_timeline.firstRowAfter(line);
    const bool isLineLoaded = lineEntry > 0 || !m_timeline.hasBefore();
    if (line != 0 && isLineLoaded && m_timeline.count() - 1 - row <= lineEntry) {
        m_isLineSeen = true;
        refreshUnreadAbove();
    }
    if (line != 0 && !m_isLineSeen)
        return;
    readUpToNewest();
    markRead(m_model.entryAt(row).seq());
}

void RoomReading::hideUnreadLine()
{
    m_model.setUnreadAfter(0);
    refreshUnreadAbove();
    readUpToNewest();
}

void RoomReading::jumpTo(const QString &messageId)
{
    m_isFindingUnread = false;
    const int row = m_model.rowOf(messageId);
    if (row >= 0) {
        Q_EMIT positionRequested(row, true);
        return;
    }
    m_target = Target::Message;
    m_timeline.loadAround(messageId);
}

void RoomReading::jumpToDate(qint64 utcMs)
{
    m_isFindingUnread = false;
    m_target = Target::Place;
    m_timeline.loadFromDate(utcMs);
}

void RoomReading::jumpToLatest()
{
    m_isFindingUnread = false;
    if (!m_timeline.hasAfter()) {
        Q_EMIT positionRequested(0, false);
        return;
    }
    m_target = Target::Place;
    m_timeline.loadLatest();
}

void RoomReading::jumpToFirstUnread()
{
    if (m_model.unreadAfter() == 0)
        return;
    m_isFindingUnread = true;
    findFirstUnread();
}

/// Goes up page by page: nothing says which message is the first after a seq.
void RoomReading::findFirstUnread()
{
    const qint64 line = m_model.unreadAfter();
    while (m_isFindingUnread && m_timeline.count() > 0) {
        if (m_timeline.isLoading())
            return;
        if (m_timeline.at(0).seq() <= line || !m_timeline.hasBefore() || m_timeline.error()) {
            m_isFindingUnread = false;
            const int entry = std::min(m_timeline.firstRowAfter(line), m_timeline.count() - 1);
            Q_EMIT positionRequested(m_model.rowOfEntry(entry), true);
            return;
        }
        const int before = m_timeline.count();
        const qint64 first = m_timeline.at(0).seq();
        m_isFindingUnread = false; // stateChanged comes from within
        m_timeline.loadBefore();
        m_isFindingUnread = true;
        const bool isStuck = m_timeline.count() == before && m_timeline.at(0).seq() == first;
        if (isStuck && !m_timeline.isLoading())
            m_isFindingUnread = false;
    }
}

void RoomReading::handleJumped(int entry)
{
    const Target target = std::exchange(m_target, Target::None);
    refreshNewBelow();
    refreshUnreadAbove();
    if (entry >= 0 && target != Target::None)
        Q_EMIT positionRequested(m_model.rowOfEntry(entry), target == Target::Message);
    else if (target == Target::None)
        readUpToNewest();
}

void RoomReading::refreshNewBelow()
{
    if (m_isAtLatest && !m_timeline.hasAfter())
        m_arrivedBelow = 0;
    const int below = m_timeline.hasAfter() ? m_timeline.newerCount() : m_arrivedBelow;
    assign(this, m_newBelow, below, &RoomReading::newBelowChanged);
}

void RoomReading::refreshUnreadAbove()
{
    assign(this, m_hasUnreadAbove, m_model.unreadAfter() != 0 && !m_isLineSeen && m_timeline.count() > 0,
           &RoomReading::hasUnreadAboveChanged);
}

} // namespace viewmodels
