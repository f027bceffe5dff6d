#include "chat/state/roomstate.h"

#include "chat/rules/name.h"

#include <QCborArray>

#include <algorithm>

namespace chat {

using protocol::chat::Role;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

namespace {

Role roleOf(const RoomEvent &event)
{
    return protocol::chat::roleFrom(event.text(QLatin1String("role"))).value_or(Role::Member);
}

void applyCreated(RoomState &state, const RoomEvent &event)
{
    protocol::chat::Room &room = state.room;
    room.id = event.room;
    room.name = event.text(QLatin1String("name"));
    room.kind
        = protocol::chat::roomKindFrom(event.text(QLatin1String("kind"))).value_or(protocol::chat::RoomKind::Private);
    room.topic = event.text(QLatin1String("topic"));
    room.createdAt = event.at;
    room.createdBy = event.by;
    const QCborArray pair = event.detail.value(QLatin1String("directMembers")).toArray();
    for (const QCborValue user : pair)
        room.directMembers.append(user.toString());
    state.nameKey = nameKeyOf(room.name);
}

void applyUpdated(RoomState &state, const RoomEvent &event)
{
    protocol::chat::Room &room = state.room;
    const QCborMap &detail = event.detail;
    if (const QCborValue name = detail.value(QLatin1String("name")); name.isString()) {
        room.name = name.toString();
        state.nameKey = nameKeyOf(room.name);
    }
    if (const QCborValue topic = detail.value(QLatin1String("topic")); topic.isString())
        room.topic = topic.toString();
    if (const QCborValue slowMode = detail.value(QLatin1String("slowModeMs")); slowMode.isInteger())
        room.slowMode = std::chrono::milliseconds(slowMode.toInteger());
    if (const QCborValue isOnly = detail.value(QLatin1String("announcementOnly")); isOnly.isBool())
        room.isAnnouncementOnly = isOnly.toBool();
}

void applyJoined(RoomState &state, const RoomEvent &event)
{
    const QString user = event.user();
    state.members.insert(user, {event.room, user, roleOf(event), event.seq, 0});
    state.reads.remove(user); // of an earlier time in the room
}

void remove(RoomState &state, const QString &user)
{
    state.members.remove(user);
    state.reads.remove(user);
    state.lastPosts.remove(user);
}

void applyBanned(RoomState &state, const RoomEvent &event)
{
    const QString user = event.user();
    state.bans.insert(user,
                      {event.room, user, event.by, event.text(QLatin1String("reason")), event.at,
                       event.number(QLatin1String("until"))});
    remove(state, user);
}

void applyPosted(RoomState &state, const RoomEvent &event)
{
    if (state.members.contains(event.by))
        state.reads.insert(event.by, event.seq);
}

} // namespace

const Member *RoomState::member(const QString &user) const
{
    const auto it = members.constFind(user);
    return it == members.cend() ? nullptr : &*it;
}

qint64 RoomState::readPosition(const QString &user) const
{
    const auto read = reads.constFind(user);
    if (read != reads.cend())
        return *read;
    const Member *joined = member(user);
    return joined ? joined->joinedSeq : 0;
}

int RoomState::ownerCount() const
{
    return int(std::count_if(members.cbegin(), members.cend(),
                             [](const Member &member) { return member.role == Role::Owner; }));
}

void RoomState::apply(const RoomEvent &event)
{
    room.seq = event.seq;
    switch (event.type) {
    case RoomEventType::RoomCreated:
        applyCreated(*this, event);
        break;
    case RoomEventType::RoomUpdated:
        applyUpdated(*this, event);
        break;
    case RoomEventType::MessagePosted:
        applyPosted(*this, event);
        break;
    case RoomEventType::MemberJoined:
        applyJoined(*this, event);
        break;
    case RoomEventType::MemberLeft:
    case RoomEventType::MemberKicked:
        remove(*this, event.user());
        break;
    case RoomEventType::MemberBanned:
        applyBanned(*this, event);
        break;
    case RoomEventType::MemberUnbanned:
        bans.remove(event.user());
        break;
    case RoomEventType::MemberMuted:
        if (const auto muted = members.find(event.user()); muted != members.end())
            muted->mutedUntil = event.number(QLatin1String("until"));
        break;
    case RoomEventType::MemberRole:
        if (const auto changed = members.find(event.user()); changed != members.end())
            changed->role = roleOf(event);
        break;
    case RoomEventType::MessageEdited:
    case RoomEventType::MessageDeleted:
    case RoomEventType::MessagePinned:
    case RoomEventType::MessageUnpinned:
    case RoomEventType::ReactionAdded:
    case RoomEventType::ReactionRemoved:
        break;
    }
    room.memberCount = int(members.size());
}

} // namespace chat
