#include "session/welcome.h"

#include "session/wirevalues.h"

#include <QCborArray>

namespace session {

using protocol::chat::Limits;
using protocol::chat::PresenceState;
using protocol::chat::User;

namespace {

/// Those that a client has to know.
constexpr std::pair<QLatin1String, int Limits::*> knownLimits[]{
    {QLatin1String("maxNameCharacters"), &Limits::maxNameCharacters},
    {QLatin1String("maxRoomNameCharacters"), &Limits::maxRoomNameCharacters},
    {QLatin1String("maxTopicCharacters"), &Limits::maxTopicCharacters},
    {QLatin1String("maxMessageCharacters"), &Limits::maxMessageCharacters},
    {QLatin1String("maxStatusCharacters"), &Limits::maxStatusCharacters},
    {QLatin1String("maxReasonCharacters"), &Limits::maxReasonCharacters},
    {QLatin1String("maxAvatarCharacters"), &Limits::maxAvatarCharacters},
    {QLatin1String("maxEmojiBytes"), &Limits::maxEmojiBytes},
    {QLatin1String("maxPasswordBytes"), &Limits::maxPasswordBytes},
    {QLatin1String("maxQueryCharacters"), &Limits::maxQueryCharacters},
    {QLatin1String("maxReactionsPerMessage"), &Limits::maxReactionsPerMessage},
    {QLatin1String("maxPinsPerRoom"), &Limits::maxPinsPerRoom},
    {QLatin1String("maxPageSize"), &Limits::maxPageSize},
    {QLatin1String("maxReceiptMembers"), &Limits::maxReceiptMembers},
};

Limits readLimits(const QCborMap &map)
{
    Limits limits;
    for (const auto &[name, limit] : knownLimits) {
        const qint64 value = map.value(name).toInteger();
        if (value > 0 && value <= std::numeric_limits<int>::max())
            limits.*limit = int(value);
    }
    return limits;
}

ServerInfo readServer(const QCborMap &map)
{
    ServerInfo server;
    server.name = readName(map, QLatin1String("name"));
    server.version = readName(map, QLatin1String("version"));
    server.protocol = int(map.value(QLatin1String("protocol")).toInteger(1));
    server.limits = readLimits(map.value(QLatin1String("limits")).toMap());
    for (const QCborValue feature : map.value(QLatin1String("features")).toArray())
        server.features.append(feature.toString());
    return server;
}

} // namespace

Presence readPresence(const QCborMap &map)
{
    Presence presence;
    presence.state = protocol::chat::presenceStateFrom(map.value(QLatin1String("state")).toString())
                         .value_or(PresenceState::Offline);
    presence.status = readLine(map, QLatin1String("status"));
    presence.lastSeenAt = map.value(QLatin1String("lastSeenAt")).toInteger();
    return presence;
}

QList<User> readUsers(const QCborValue &list)
{
    QList<User> users;
    for (const QCborValue entry : list.toArray()) {
        if (std::optional<User> user = readUser(entry.toMap()))
            users.append(std::move(*user));
    }
    return users;
}

std::optional<Welcome> Welcome::fromMap(const QCborMap &map)
{
    const std::optional<User> me = readUser(map.value(QLatin1String("user")).toMap());
    if (!me)
        return std::nullopt;
    Welcome welcome;
    welcome.me = *me;
    welcome.token = map.value(QLatin1String("token")).toString();
    welcome.server = readServer(map.value(QLatin1String("server")).toMap());
    welcome.users = readUsers(map.value(QLatin1String("users")));
    for (const QCborValue entry : map.value(QLatin1String("presence")).toArray())
        welcome.presence.insert(entry.toMap().value(QLatin1String("user")).toString(), readPresence(entry.toMap()));
    for (const QCborValue entry : map.value(QLatin1String("rooms")).toArray()) {
        if (std::optional<RoomRecord> room = RoomRecord::fromMap(entry.toMap()))
            welcome.rooms.push_back(std::move(*room));
    }
    return welcome;
}

} // namespace session
