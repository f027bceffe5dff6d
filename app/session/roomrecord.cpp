#include "session/roomrecord.h"

#include "session/messagechange.h"
#include "session/wirevalues.h"

#include <algorithm>

namespace session {

using protocol::chat::Message;
using protocol::chat::Role;
using protocol::chat::Room;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

namespace {

qint64 number(const QCborMap &map, QLatin1String field)
{
    return map.value(field).toInteger();
}

bool mentions(const QStringList &users, const QString &me)
{
    return users.contains(me) || users.contains(QLatin1String("*"));
}

} // namespace

std::optional<RoomRecord> RoomRecord::fromMap(const QCborMap &map)
{
    std::optional<Room> room = readRoom(map);
    if (!room)
        return std::nullopt;
    RoomRecord record;
    record.state.room = std::move(*room);
    record.state.role = protocol::chat::roleFrom(map.value(QLatin1String("role")).toString()).value_or(Role::Member);
    record.state.mutedUntil = number(map, QLatin1String("mutedUntil"));
    if (const QCborValue last = map.value(QLatin1String("last")); last.isMap())
        record.state.last = readMessage(last.toMap());
    record.applied = record.state.room.seq;
    record.stateSeq = record.state.room.seq;
    record.count.reset(record.applied, number(map, QLatin1String("read")), int(number(map, QLatin1String("unread"))),
                       int(number(map, QLatin1String("mentions"))));
    record.showCount();
    return record;
}

RoomRecord RoomRecord::fromCache(const cache::CachedRoom &cached)
{
    RoomRecord record;
    record.state.room = cached.room;
    record.state.role = cached.role;
    record.state.mutedUntil = cached.mutedUntil;
    record.state.last = cached.last;
    record.state.isFavourite = cached.isFavourite;
    record.state.notify = cached.notifyLevel;
    record.applied = cached.room.seq;
    record.stateSeq = cached.room.seq;
    record.count.reset(record.applied, cached.read, cached.unread, cached.mentions);
    record.showCount();
    return record;
}

cache::CachedRoom RoomRecord::toCache() const
{
    cache::CachedRoom cached;
    cached.room = state.room;
    cached.room.seq = applied;
    cached.role = state.role;
    cached.mutedUntil = state.mutedUntil;
    cached.read = state.read;
    cached.unread = state.unread;
    cached.mentions = state.mentions;
    cached.last = state.last;
    cached.notifyLevel = state.notify;
    cached.isFavourite = state.isFavourite;
    return cached;
}

void RoomRecord::takeOver(const RoomRecord &fresh)
{
    const RoomState &told = fresh.state;
    state.room = told.room;
    state.role = told.role;
    state.mutedUntil = told.mutedUntil;
    state.last = told.last;
    stateSeq = fresh.stateSeq;
    isInexact = stateSeq < applied;
    count.reset(fresh.stateSeq, told.read, told.unread, told.mentions);
    showCount();
}

RoomPart RoomRecord::apply(const RoomEvent &event, const QString &me)
{
    applied = event.seq;
    if (event.seq <= stateSeq)
        return RoomPart::Nothing;
    stateSeq = event.seq;
    state.room.seq = event.seq;
    switch (event.type) {
    case RoomEventType::RoomCreated:
        return RoomPart::Nothing;
    case RoomEventType::RoomUpdated:
        applyToRoom(event);
        return RoomPart::Everything;
    case RoomEventType::MessagePosted:
        return applyPosted(event, me);
    default:
        return changesMessage(event.type) ? applyToMessage(event, me) : applyToMember(event, me);
    }
}

void RoomRecord::applyToRoom(const RoomEvent &event)
{
    const QCborMap &detail = event.detail;
    if (const QCborValue name = detail.value(QLatin1String("name")); name.isString())
        state.room.name = name.toString();
    if (const QCborValue topic = detail.value(QLatin1String("topic")); topic.isString())
        state.room.topic = topic.toString();
    if (detail.contains(QLatin1String("slowModeMs")))
        state.room.slowMode = std::chrono::milliseconds(event.number(QLatin1String("slowModeMs")));
    if (const QCborValue only = detail.value(QLatin1String("announcementOnly")); only.isBool())
        state.room.isAnnouncementOnly = only.toBool();
}

RoomPart RoomRecord::applyPosted(const RoomEvent &event, const QString &me)
{
    std::optional<Message> message = Message::fromMap(event.detail.value(QLatin1String("message")).toMap());
    if (!message)
        return RoomPart::Nothing;
    if (event.by == me) {
        count.markRead(event.seq, event.seq);
    } else if (!message->isDeleted) {
        count.addPosted(event.seq, mentions(message->mentions, me));
    }
    if (!message->isDeleted)
        state.last = std::move(message);
    showCount();
    return RoomPart::Counts;
}

RoomPart RoomRecord::applyToMessage(const RoomEvent &event, const QString &me)
{
    const QString id = event.text(QLatin1String("id"));
    const auto position = protocol::chat::messagePositionFrom(id);
    if (!position)
        return RoomPart::Nothing;
    if (event.type == RoomEventType::MessageDeleted) {
        count.noteDeleted(position->seq);
    } else if (event.type == RoomEventType::MessageEdited && event.by != me) {
        Message edited;
        (void)applyChange(edited, event);
        count.noteEdited(position->seq, mentions(edited.mentions, me));
    }
    showCount();
    if (state.last && state.last->id == id) {
        (void)applyChange(*state.last, event);
        if (state.last->isDeleted)
            state.last.reset();
    }
    return RoomPart::Counts;
}

RoomPart RoomRecord::applyToMember(const RoomEvent &event, const QString &me)
{
    const bool isMe = event.user() == me;
    switch (event.type) {
    case RoomEventType::MemberJoined:
        ++state.room.memberCount;
        break;
    case RoomEventType::MemberLeft:
    case RoomEventType::MemberKicked:
        state.room.memberCount = std::max(0, state.room.memberCount - 1);
        break;
    case RoomEventType::MemberBanned:
        isInexact = true; // were they a member?
        break;
    case RoomEventType::MemberMuted:
        if (isMe)
            state.mutedUntil = event.number(QLatin1String("until"));
        break;
    case RoomEventType::MemberRole:
        if (isMe)
            state.role = protocol::chat::roleFrom(event.text(QLatin1String("role"))).value_or(state.role);
        break;
    default:
        break;
    }
    return RoomPart::Everything;
}

RoomPart RoomRecord::markRead(qint64 seq)
{
    if (seq <= count.read())
        return RoomPart::Nothing;
    count.markRead(seq, state.room.seq);
    showCount();
    return RoomPart::Counts;
}

void RoomRecord::showCount()
{
    state.read = count.read();
    state.unread = count.unread();
    state.mentions = count.mentions();
}

} // namespace session
