#include "cli/roomfeed.h"

#include "cli/chatsession.h"

#include <algorithm>
#include <utility>

namespace cli {

namespace {

constexpr int pageSize = 200; // the most the server gives

qint64 seqOf(const QCborMap &event)
{
    return event[QStringLiteral("seq")].toInteger();
}

/// Whom an event about a member is about.
QString memberOf(const QCborMap &event)
{
    const QCborValue user = event[QStringLiteral("user")];
    if (user.isMap())
        return user.toMap()[QStringLiteral("id")].toString();
    return user.isString() ? user.toString() : event[QStringLiteral("by")].toString();
}

} // namespace

RoomFeed::RoomFeed(ChatSession &session, QString roomId) : m_session(session), m_roomId(std::move(roomId))
{
    connect(&session, &ChatSession::roomEventReceived, this, &RoomFeed::handleLive);
    connect(&session, &ChatSession::welcomed, this, [this] {
        if (m_hasStarted)
            sync();
    });
}

void RoomFeed::startAfter(qint64 since)
{
    m_lastSeq = since;
    m_hasStarted = true;
    sync();
}

void RoomFeed::handleLive(const QCborMap &event)
{
    if (!m_hasStarted || event[QStringLiteral("room")].toString() != m_roomId || seqOf(event) <= m_lastSeq)
        return;
    if (!m_isSyncing && seqOf(event) == m_lastSeq + 1) {
        report(event);
        return;
    }
    m_held.push_back(event);
    if (!m_isSyncing)
        sync(); // some are missing
}

void RoomFeed::sync()
{
    m_isOutdated = m_isSyncing;
    if (m_isSyncing)
        return;
    m_isSyncing = true;
    m_session.ask(QStringLiteral("sync"), {{QStringLiteral("rooms"), QCborMap{{m_roomId, m_lastSeq}}}}, this,
                  [this](const Reply &reply) { handleSync(reply); });
}

void RoomFeed::handleSync(const Reply &reply)
{
    if (!reply) {
        m_session.fail(reply.error());
        return;
    }
    const QCborMap room = (*reply)[QStringLiteral("rooms")].toMap()[m_roomId].toMap();
    if (room[QStringLiteral("reset")].isTrue()) {
        readPages(room[QStringLiteral("seq")].toInteger());
        return;
    }
    for (const QCborValue &event : room[QStringLiteral("events")].toArray())
        report(event.toMap());
    finishSync();
}

void RoomFeed::readPages(qint64 upTo)
{
    m_session.ask(
        QStringLiteral("history:get"),
        {{QStringLiteral("room"), m_roomId}, {QStringLiteral("after"), m_lastSeq}, {QStringLiteral("limit"), pageSize}},
        this, [this, upTo](const Reply &reply) { handlePage(reply, upTo); });
}

void RoomFeed::handlePage(const Reply &reply, qint64 upTo)
{
    if (!reply) {
        m_session.fail(reply.error());
        return;
    }
    const qint64 before = m_lastSeq;
    for (const QCborValue &value : (*reply)[QStringLiteral("messages")].toArray()) {
        const auto message = readMessage(value);
        if (!message || message->seq <= m_lastSeq)
            continue;
        m_lastSeq = message->seq;
        Q_EMIT messagePosted(*message);
    }
    const bool hasMore = (*reply)[QStringLiteral("hasAfter")].isTrue() && m_lastSeq > before;
    if (hasMore) {
        readPages(upTo);
        return;
    }
    m_lastSeq = std::max(m_lastSeq, upTo);
    finishSync();
}

void RoomFeed::finishSync()
{
    // What is still missing now is not for us to see.
    for (const QCborMap &event : std::exchange(m_held, {}))
        report(event);
    m_isSyncing = false;
    if (std::exchange(m_isOutdated, false))
        sync();
}

void RoomFeed::report(const QCborMap &event)
{
    if (seqOf(event) <= m_lastSeq)
        return;
    m_lastSeq = seqOf(event);
    const QString type = event[QStringLiteral("type")].toString();
    const qint64 at = event[QStringLiteral("at")].toInteger();
    if (type == QStringLiteral("message.posted")) {
        if (const auto message = readMessage(event[QStringLiteral("message")]))
            Q_EMIT messagePosted(*message);
    } else if (type == QStringLiteral("member.joined")) {
        Q_EMIT memberJoined(memberOf(event), at);
    } else if (type == QStringLiteral("member.left")) {
        Q_EMIT memberLeft(memberOf(event), at);
    }
}

} // namespace cli
