#include "storage/sqlite/replay.h"

#include "storage/sqlite/newevent.h"

#include "protocol/chat/message.h"

namespace storage::sqlite {

using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

void Replay::apply(const RoomEvent &event)
{
    if (event.type == RoomEventType::MessagePosted)
        return; // the row in the log is the message
    if (event.type == RoomEventType::RoomCreated || event.type == RoomEventType::RoomUpdated)
        applyToRoom(event);
    else if (changesMessage(event.type))
        applyToMessages(event);
    else
        applyToMembers(event);
}

void Replay::applyToRoom(const RoomEvent &event)
{
    const QCborMap &detail = event.detail;
    if (event.type == RoomEventType::RoomCreated) {
        m_room.kind = event.text(QLatin1String("kind"));
        m_room.createdAt = event.at;
        m_room.createdBy = event.by;
        m_room.directMembers = stringsIn(detail.value(QLatin1String("directMembers")).toArray());
    }
    m_room.name = detail.value(QLatin1String("name")).toString(m_room.name);
    m_room.topic = detail.value(QLatin1String("topic")).toString(m_room.topic);
    m_room.slowModeMs = detail.value(QLatin1String("slowModeMs")).toInteger(m_room.slowModeMs);
    m_room.isAnnouncementOnly = detail.value(QLatin1String("announcementOnly")).toBool(m_room.isAnnouncementOnly);
}

void Replay::applyToMembers(const RoomEvent &event)
{
    const QString user = event.user();
    switch (event.type) {
    case RoomEventType::MemberJoined:
        m_members[user] = {event.text(QLatin1String("role")), event.seq, 0};
        break;
    case RoomEventType::MemberBanned:
        m_bans[user] = {event.by, event.text(QLatin1String("reason")), event.at, event.number(QLatin1String("until"))};
        m_members.erase(user);
        break;
    case RoomEventType::MemberUnbanned:
        m_bans.erase(user);
        break;
    case RoomEventType::MemberMuted:
        if (const auto member = m_members.find(user); member != m_members.end())
            member->second.mutedUntil = event.number(QLatin1String("until"));
        break;
    case RoomEventType::MemberRole:
        if (const auto member = m_members.find(user); member != m_members.end())
            member->second.role = event.text(QLatin1String("role"));
        break;
    default:
        m_members.erase(user);
        break;
    }
}

void Replay::applyToMessages(const RoomEvent &event)
{
    const auto position = protocol::chat::messagePositionFrom(event.text(QLatin1String("id")));
    if (!position)
        return;
    const qint64 seq = position->seq;
    const QString emoji = event.text(QLatin1String("emoji"));
    switch (event.type) {
    case RoomEventType::MessageEdited:
        m_messages[seq].editedAt = event.at;
        break;
    case RoomEventType::MessageDeleted:
        removeMessage(seq);
        break;
    case RoomEventType::MessagePinned:
        m_messages[seq].pinned = event.seq;
        break;
    case RoomEventType::MessageUnpinned:
        m_messages[seq].pinned = 0;
        break;
    case RoomEventType::ReactionAdded:
        addReaction(seq, emoji, event.by, event.seq);
        break;
    default:
        if (const auto reaction = m_reactions.find({seq, emoji}); reaction != m_reactions.end()) {
            reaction->second.added.erase(event.by);
            if (reaction->second.added.empty())
                m_reactions.erase(reaction);
        }
        break;
    }
}

void Replay::addReaction(qint64 message, const QString &emoji, const QString &user, qint64 seq)
{
    Reactions &reactions = m_reactions[{message, emoji}];
    if (reactions.added.empty())
        reactions.since = seq;
    reactions.added[user] = seq;
}

void Replay::removeMessage(qint64 message)
{
    m_messages[message] = {0, true, 0};
    m_reactions.erase(m_reactions.lower_bound({message, QString()}), m_reactions.lower_bound({message + 1, QString()}));
}

Facts Replay::facts() const
{
    Facts facts;
    note(facts, m_room);
    for (const auto &[user, member] : m_members)
        note(facts, user, member);
    for (const auto &[user, ban] : m_bans)
        note(facts, user, ban);
    for (const auto &[seq, message] : m_messages)
        note(facts, seq, message);
    for (const auto &[key, reactions] : m_reactions) {
        for (const auto &[user, added] : reactions.added)
            note(facts, key.first, key.second, user, {reactions.since, added});
    }
    return facts;
}

} // namespace storage::sqlite
