#include "chat/state/serverstate.h"

#include "chat/rules/name.h"

#include <algorithm>

namespace chat {

using protocol::chat::Role;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;
using protocol::chat::RoomKind;

namespace {

template <typename Key, typename Value>
const Value *find(const QHash<Key, Value> &hash, const Key &key)
{
    const auto it = hash.constFind(key);
    return it == hash.cend() ? nullptr : &*it;
}

/// Whether the event takes its user out of the room.
bool isDeparture(RoomEventType type)
{
    return type == RoomEventType::MemberLeft || type == RoomEventType::MemberKicked
        || type == RoomEventType::MemberBanned;
}

} // namespace

void ServerState::load(StoredState stored)
{
    *this = ServerState();
    for (const UserRecord &record : stored.users)
        putUser(record);
    for (const DeviceToken &token : stored.tokens)
        putToken(token);
    for (protocol::chat::Room &room : stored.rooms) {
        RoomState &state = m_rooms[room.id];
        state.room = std::move(room);
        state.room.memberCount = 0;
        state.nameKey = nameKeyOf(state.room.name);
        indexName(state);
    }
    for (const Member &member : stored.members) {
        RoomState &state = m_rooms[member.room];
        state.members.insert(member.user, member);
        state.room.memberCount = int(state.members.size());
        m_roomsOf[member.user].insert(member.room);
    }
    for (const Ban &ban : stored.bans) {
        if (ban.room.isEmpty())
            putServerBan(ban);
        else
            m_rooms[ban.room].bans.insert(ban.user, ban);
    }
    for (const ReadPosition &position : stored.reads)
        putReadPosition(position);
    for (const Scheduled &item : stored.scheduled)
        putScheduled(item);
}

const UserRecord *ServerState::user(const QString &id) const
{
    return find(m_users, id);
}

const UserRecord *ServerState::userByNameKey(const QString &nameKey) const
{
    const QString *id = find(m_userOfNameKey, nameKey);
    return id ? user(*id) : nullptr;
}

const UserRecord *ServerState::userByToken(const QByteArray &tokenHash) const
{
    const QString *id = find(m_userOfToken, tokenHash);
    return id ? user(*id) : nullptr;
}

void ServerState::putUser(const UserRecord &record)
{
    UserRecord &known = m_users[record.user.id];
    m_ownerCount -= !known.user.id.isEmpty() && known.user.role == Role::Owner;
    m_ownerCount += record.user.role == Role::Owner;
    if (known.nameKey != record.nameKey)
        m_userOfNameKey.remove(known.nameKey);
    known = record;
    m_userOfNameKey.insert(record.nameKey, record.user.id);
}

void ServerState::putToken(const DeviceToken &token)
{
    m_userOfToken.insert(token.hash, token.user);
}

void ServerState::removeTokens(const QString &user, const QByteArray &keepHash)
{
    m_userOfToken.removeIf([&](const auto &it) { return it.value() == user && it.key() != keepHash; });
}

const RoomState *ServerState::room(const QString &id) const
{
    return find(m_rooms, id);
}

const RoomState *ServerState::visibleRoom(const QString &id, const QString &user) const
{
    const RoomState *state = room(id);
    return state && (state->room.kind == RoomKind::Public || state->member(user)) ? state : nullptr;
}

const RoomState *ServerState::publicRoomByNameKey(const QString &nameKey) const
{
    const QString *id = find(m_publicRoomOfNameKey, nameKey);
    return id ? room(*id) : nullptr;
}

const QSet<QString> &ServerState::roomsOf(const QString &user) const
{
    static const QSet<QString> none;
    const QSet<QString> *rooms = find(m_roomsOf, user);
    return rooms ? *rooms : none;
}

void ServerState::apply(const RoomEvent &event)
{
    RoomState &state = m_rooms[event.room];
    const bool isNamed = event.type == RoomEventType::RoomCreated || event.type == RoomEventType::RoomUpdated;
    if (isNamed && m_publicRoomOfNameKey.value(state.nameKey) == event.room)
        m_publicRoomOfNameKey.remove(state.nameKey);
    state.apply(event);
    if (isNamed)
        indexName(state);
    else if (event.type == RoomEventType::MemberJoined)
        m_roomsOf[event.user()].insert(event.room);
    else if (isDeparture(event.type))
        m_roomsOf[event.user()].remove(event.room);
}

void ServerState::indexName(const RoomState &state)
{
    if (state.room.kind == RoomKind::Public)
        m_publicRoomOfNameKey.insert(state.nameKey, state.room.id);
}

void ServerState::putReadPosition(const ReadPosition &position)
{
    const auto it = m_rooms.find(position.room);
    if (it != m_rooms.end() && it->member(position.user))
        it->reads.insert(position.user, std::max(it->readPosition(position.user), position.seq));
}

void ServerState::notePost(const QString &room, const QString &user, qint64 at)
{
    const auto it = m_rooms.find(room);
    if (it != m_rooms.end())
        it->lastPosts.insert(user, at);
}

const Ban *ServerState::serverBan(const QString &user, qint64 now) const
{
    const Ban *ban = find(m_serverBans, user);
    return ban && (ban->until == 0 || ban->until > now) ? ban : nullptr;
}

void ServerState::putServerBan(const Ban &ban)
{
    m_serverBans.insert(ban.user, ban);
}

void ServerState::removeServerBan(const QString &user)
{
    m_serverBans.remove(user);
}

void ServerState::putScheduled(const Scheduled &item)
{
    removeScheduled(item.id);
    m_scheduled.emplace(item.at, item);
}

void ServerState::removeScheduled(const QString &id)
{
    const auto it = std::find_if(m_scheduled.begin(), m_scheduled.end(),
                                 [&id](const auto &entry) { return entry.second.id == id; });
    if (it != m_scheduled.end())
        m_scheduled.erase(it);
}

} // namespace chat
