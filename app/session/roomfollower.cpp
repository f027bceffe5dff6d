#include "session/roomfollower.h"

#include "session/answers.h"
#include "session/outbox.h"
#include "session/roomdirectory.h"
#include "session/serverlink.h"
#include "session/timelinesource.h"
#include "session/wirevalues.h"

#include "cache/chatcache.h"

#include <QCborArray>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace session {

using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;
using std::chrono::milliseconds;

namespace {

constexpr int enoughToFindLast = 30; ///< so many messages in a row are rarely all taken back

RoomDirectory::Removal removalFrom(const QString &why)
{
    if (why == QLatin1String("kicked"))
        return RoomDirectory::Removal::Kicked;
    return why == QLatin1String("banned") ? RoomDirectory::Removal::Banned : RoomDirectory::Removal::Left;
}

} // namespace

RoomFollower::RoomFollower(ServerLink &link, cache::ChatCache &cache, RoomDirectory &rooms, Outbox &outbox,
                           TimelineSource &timelines, QObject *parent)
    : QObject(parent), m_link(link), m_cache(cache), m_rooms(rooms), m_outbox(outbox), m_timelines(timelines)
{
    listen(QStringLiteral("room:event"), &RoomFollower::handleEvent);
    listen(QStringLiteral("room:added"), &RoomFollower::handleAdded);
    listen(QStringLiteral("room:removed"), &RoomFollower::handleRemoved);
}

void RoomFollower::listen(const QString &event, Handler handler)
{
    m_link.listen(event, this, [this, handler](const QCborMap &fields) {
        if (m_link.isReady())
            (this->*handler)(fields);
        else
            m_early.emplace_back(handler, fields);
    });
}

void RoomFollower::takeRooms(std::vector<RoomRecord> rooms)
{
    QSet<QString> listed;
    for (const RoomRecord &room : rooms)
        listed.insert(room.state.room.id);
    for (const QString &id : m_rooms.ids()) {
        if (!listed.contains(id)) {
            m_timelines.forget(id);
            m_rooms.remove(id, RoomDirectory::Removal::Gone);
        }
    }
    for (RoomRecord &room : rooms)
        takeRoom(std::move(room));
}

void RoomFollower::takeRoom(RoomRecord fresh)
{
    const QString id = fresh.state.room.id;
    RoomRecord *const known = m_rooms.record(id);
    if (!known) {
        m_rooms.put(std::move(fresh));
        return;
    }
    const qint64 read = known->state.read;
    known->takeOver(fresh);
    (void)known->markRead(std::min(read, fresh.stateSeq)); // the server may not have been told yet
    m_rooms.touch(id);
    if (known->applied != fresh.stateSeq)
        m_behind.insert(id, m_behind.value(id));
    if (known->needsAsking())
        Q_EMIT askingNeeded(id);
}

void RoomFollower::start()
{
    for (const auto &[handler, fields] : std::exchange(m_early, {}))
        (this->*handler)(fields);
    for (const QString &id : m_rooms.ids()) {
        if (m_rooms.record(id)->needsAsking())
            Q_EMIT askingNeeded(id);
    }
    if (!m_isAsking)
        catchUp();
}

void RoomFollower::stop()
{
    m_early.clear();
    m_behind.clear();
    m_isAsking = false;
}

// Events

void RoomFollower::handleEvent(const QCborMap &fields)
{
    const std::optional<RoomEvent> event = readEvent(fields);
    RoomRecord *const record = event ? m_rooms.record(event->room) : nullptr;
    if (!record || event->seq <= record->applied)
        return;
    const auto behind = m_behind.find(event->room);
    if (behind != m_behind.end()) {
        behind->emplace(event->seq, *event);
    } else if (event->seq == record->applied + 1) {
        apply(*record, *event, true);
    } else {
        m_behind[event->room].emplace(event->seq, *event);
        catchUp();
    }
}

void RoomFollower::apply(RoomRecord &record, const RoomEvent &event, bool isLive)
{
    const QString id = event.room;
    std::optional<Message> message;
    if (event.type == RoomEventType::MessagePosted)
        message = Message::fromMap(event.detail.value(QLatin1String("message")).toMap());
    m_cache.apply(event);
    const RoomPart part = record.apply(event, m_me);
    if (event.type == RoomEventType::MessageDeleted && part != RoomPart::Nothing && !record.state.last)
        findLast(record);
    m_rooms.touch(id, part);
    m_timelines.apply(event, message && message->by == m_me ? m_outbox.claim(*message) : QString());
    m_rooms.tellEvent(event);
    if (message)
        Q_EMIT posted(id, message->by);
    if (message && isLive && message->by != m_me)
        m_rooms.tellArrival(*message);
    if (record.needsAsking())
        Q_EMIT askingNeeded(id);
}

/// The message that was the last one has been taken back.
void RoomFollower::findLast(RoomRecord &record)
{
    const cache::CachedPage page = m_cache.latest(record.state.room.id, enoughToFindLast);
    const auto last = std::find_if(page.messages.rbegin(), page.messages.rend(),
                                   [](const Message &message) { return !message.isDeleted; });
    if (last != page.messages.rend())
        record.state.last = *last;
    else if (page.hasBefore || page.span.first != 1)
        record.isInexact = true;
}

void RoomFollower::handleAdded(const QCborMap &fields)
{
    std::optional<RoomRecord> record = RoomRecord::fromMap(fields.value(QLatin1String("room")).toMap());
    if (!record)
        return;
    takeRoom(std::move(*record));
    if (!m_behind.isEmpty())
        catchUp();
}

void RoomFollower::handleRemoved(const QCborMap &fields)
{
    const QString id = fields.value(QLatin1String("room")).toString();
    m_behind.remove(id);
    m_timelines.forget(id);
    m_rooms.remove(id, removalFrom(fields.value(QLatin1String("why")).toString()),
                   readLine(fields, QLatin1String("reason")), fields.value(QLatin1String("by")).toString());
}

// What was missed

void RoomFollower::catchUp()
{
    if (!m_link.isReady())
        return;
    if (m_behind.isEmpty())
        Q_EMIT caughtUp();
    else if (!m_isAsking)
        ask();
}

void RoomFollower::ask()
{
    m_isAsking = true;
    QHash<QString, qint64> asked;
    QCborMap rooms;
    for (auto it = m_behind.keyBegin(); it != m_behind.keyEnd(); ++it) {
        if (const RoomRecord *record = m_rooms.record(*it)) {
            asked.insert(*it, record->applied);
            rooms.insert(*it, record->applied);
        }
    }
    m_link.ask(QStringLiteral("sync"), {{QStringLiteral("rooms"), rooms}}, this,
               [this, asked](const Answer<QCborMap> &answer) {
                   if (answer) {
                       handleSync(answer->value(QLatin1String("rooms")).toMap(), asked);
                   } else if (m_link.isReady()) {
                       const milliseconds pause = answer.error().retryAfter.value_or(std::chrono::seconds(1));
                       QTimer::singleShot(pause, this, [this] {
                           m_isAsking = false;
                           catchUp();
                       });
                   }
               });
}

void RoomFollower::handleSync(const QCborMap &rooms, const QHash<QString, qint64> &asked)
{
    m_isAsking = false;
    for (const auto &[id, from] : asked.asKeyValueRange()) {
        if (!m_behind.contains(id))
            continue; // it was removed meanwhile
        const bool isDone = takeAnswer(id, rooms.value(id).toMap());
        applyHeld(id);
        const RoomRecord *record = m_rooms.record(id);
        const bool isStuck = record && record->applied == from; // asking again gives the same
        if (!record || (isDone && m_behind.value(id).empty()) || isStuck)
            m_behind.remove(id);
    }
    catchUp();
}

bool RoomFollower::takeAnswer(const QString &id, const QCborMap &answer)
{
    RoomRecord *const record = m_rooms.record(id);
    if (!record)
        return true;
    if (answer.value(QLatin1String("gone")).toBool()) {
        m_timelines.forget(id);
        m_rooms.remove(id, RoomDirectory::Removal::Gone);
        return true;
    }
    if (answer.value(QLatin1String("reset")).toBool()) {
        resetRoom(id, answer);
        return true;
    }
    for (const QCborValue entry : answer.value(QLatin1String("events")).toArray()) {
        const std::optional<RoomEvent> event = readEvent(entry.toMap());
        if (event && event->seq == record->applied + 1)
            apply(*record, *event, false);
    }
    m_rooms.touch(id, record->markRead(answer.value(QLatin1String("read")).toInteger()));
    if (record->needsAsking())
        Q_EMIT askingNeeded(id);
    return !answer.value(QLatin1String("more")).toBool();
}

void RoomFollower::applyHeld(const QString &id)
{
    RoomRecord *const record = m_rooms.record(id);
    const auto behind = m_behind.find(id);
    if (!record || behind == m_behind.end())
        return;
    Held held = std::exchange(*behind, {});
    for (auto it = held.begin(); it != held.end() && it->first <= record->applied + 1; it = held.erase(it)) {
        if (it->first == record->applied + 1)
            apply(*record, it->second, true);
    }
    m_behind[id] = std::move(held);
}

void RoomFollower::resetRoom(const QString &id, const QCborMap &answer)
{
    std::optional<RoomRecord> fresh = RoomRecord::fromMap(answer.value(QLatin1String("room")).toMap());
    if (!fresh)
        return;
    const QList<Message> messages = readMessages(answer.value(QLatin1String("messages")), id);
    const bool isFromTheBeginning = messages.isEmpty() || !answer.value(QLatin1String("hasBefore")).toBool();
    const qint64 first = isFromTheBeginning ? 1 : messages.first().seq;
    const qint64 last = std::max(fresh->applied, messages.isEmpty() ? 0 : messages.last().seq);
    m_cache.resetRoom(id);
    m_rooms.put(std::move(*fresh));
    m_cache.storePage(id, messages, {first, last});
    m_outbox.forgetAcknowledged(id);
    m_timelines.reset(id);
    m_rooms.tellReset(id);
}

} // namespace session
