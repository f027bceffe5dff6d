#include "session/chatclient.h"

#include "session/answers.h"
#include "session/readpositions.h"
#include "session/roomfollower.h"
#include "session/serverlink.h"
#include "session/timelinesource.h"
#include "session/typing.h"
#include "session/welcome.h"
#include "session/wirevalues.h"

#include "cache/chatcache.h"

#include <utility>

namespace session {

using protocol::chat::PresenceState;
using protocol::chat::User;

namespace {

const QString versionKey = QStringLiteral("server.version");
const QString featuresKey = QStringLiteral("server.features");

ServerInfo rememberedServer(const cache::ChatCache &cache)
{
    ServerInfo server;
    server.name = cache.serverName();
    server.version = cache.value(versionKey);
    server.features = cache.value(featuresKey).split(u' ', Qt::SkipEmptyParts);
    return server;
}

Notice readNotice(const QCborMap &map)
{
    const auto text = [&map](QLatin1String field) { return map.value(field).toString(); };
    Notice notice;
    const QString kind = text(QLatin1String("kind"));
    if (kind == QLatin1String("announcement"))
        notice.kind = Notice::Kind::Announcement;
    else if (kind == QLatin1String("scheduled"))
        notice.kind = Notice::Kind::ScheduledFailed;
    else if (kind == QLatin1String("moderation"))
        notice.kind
            = text(QLatin1String("action")) == QLatin1String("mute") ? Notice::Kind::Muted : Notice::Kind::Unmuted;
    notice.id = text(QLatin1String("id"));
    notice.room = text(QLatin1String("room"));
    notice.message = text(QLatin1String("message"));
    notice.by = text(QLatin1String("by"));
    notice.text = text(QLatin1String("text"));
    notice.reason = readLine(map, QLatin1String("reason"));
    notice.at = map.value(QLatin1String("at")).toInteger();
    notice.until = map.value(QLatin1String("until")).toInteger();
    if (const QCborValue error = map.value(QLatin1String("error")); error.isMap())
        notice.error = readError(error.toMap());
    return notice;
}

} // namespace

/// Everything that a client is made of, each using those before it.
struct ChatClient::Parts
{
    Parts(const connection::ServerAddress &address, const Credentials &credentials, cache::ChatCache &itsCache,
          const ClientOptions &options)
        : cache(itsCache), server(rememberedServer(itsCache)), link(address, credentials, options), users(itsCache),
          rooms(itsCache, options.updateInterval), outbox(link, itsCache, rooms, options),
          timelines(link, itsCache, rooms, outbox, options), follower(link, itsCache, rooms, outbox, timelines),
          reads(link, rooms), typing(link, rooms, options), roomRequests(link, rooms), people(link), later(link),
          moderation(link), searching(link, itsCache)
    {
        setMe(cache.me().value_or(User()));
    }

    void setMe(const User &user)
    {
        me = user;
        rooms.setMe(user.id);
        outbox.setMe(user.id);
        follower.setMe(user.id);
        reads.setMe(user.id);
        typing.setMe(user.id);
    }

    cache::ChatCache &cache;
    User me;
    ServerInfo server;
    std::optional<Presence> presence; ///< what we want others to see; nothing: as the server has it
    ServerLink link;
    UserDirectory users;
    RoomDirectory rooms;
    Outbox outbox;
    TimelineSource timelines;
    RoomFollower follower;
    ReadPositions reads;
    Typing typing;
    RoomRequests roomRequests;
    PeopleRequests people;
    LaterRequests later;
    ModerationRequests moderation;
    SearchRequests searching;
};

ChatClient::ChatClient(const connection::ServerAddress &address, const Credentials &credentials,
                       cache::ChatCache &cache, const ClientOptions &options, QObject *parent)
    : QObject(parent), m_parts(std::make_unique<Parts>(address, credentials, cache, options))
{
    ServerLink &link = m_parts->link;
    connect(&link, &ServerLink::stateChanged, this, &ChatClient::handleState);
    connect(&link, &ServerLink::refused, this, &ChatClient::refused);
    connect(&link, &ServerLink::closing, this, &ChatClient::closing);
    link.listen(QStringLiteral("welcome"), this, [this](const QCborMap &fields) { handleWelcome(fields); });
    link.listen(QStringLiteral("presence"), this, [this](const QCborMap &fields) { handlePresence(fields); });
    link.listen(QStringLiteral("notice"), this,
                [this](const QCborMap &fields) { Q_EMIT noticeReceived(readNotice(fields)); });
    connect(&link, &ServerLink::readyChanged, this, [this](bool isReady) {
        if (isReady)
            return;
        m_parts->follower.stop();
        m_parts->reads.stop();
        m_parts->typing.stop();
    });
    RoomFollower &follower = m_parts->follower;
    connect(&follower, &RoomFollower::caughtUp, this, &ChatClient::caughtUp);
    connect(&follower, &RoomFollower::askingNeeded, &m_parts->reads, &ReadPositions::ask);
    connect(&follower, &RoomFollower::posted, &m_parts->typing, &Typing::forget);
}

ChatClient::~ChatClient()
{
    m_parts->link.disconnect(this);
}

const connection::ServerAddress &ChatClient::address() const
{
    return m_parts->link.address();
}

void ChatClient::setCredentials(const Credentials &credentials)
{
    m_parts->link.setCredentials(credentials);
}

const Credentials &ChatClient::credentials() const
{
    return m_parts->link.credentials();
}

void ChatClient::open()
{
    m_parts->link.open();
}

void ChatClient::close()
{
    m_parts->link.close();
}

void ChatClient::reconnectNow()
{
    m_parts->link.reconnectNow();
}

ConnectionState ChatClient::state() const
{
    return m_parts->link.state();
}

bool ChatClient::isUpToDate() const
{
    return isOnline() && m_parts->follower.isUpToDate();
}

std::optional<qint64> ChatClient::nextAttemptAt() const
{
    return m_parts->link.nextAttemptAt();
}

const std::optional<RequestError> &ChatClient::refusal() const
{
    return m_parts->link.refusal();
}

const ServerInfo &ChatClient::server() const
{
    return m_parts->server;
}

const User &ChatClient::me() const
{
    return m_parts->me;
}

UserDirectory &ChatClient::users()
{
    return m_parts->users;
}

RoomDirectory &ChatClient::rooms()
{
    return m_parts->rooms;
}

std::unique_ptr<Timeline> ChatClient::openTimeline(const QString &room)
{
    return std::make_unique<Timeline>(room, m_parts->timelines);
}

Outbox &ChatClient::outbox()
{
    return m_parts->outbox;
}

RoomRequests &ChatClient::roomRequests()
{
    return m_parts->roomRequests;
}

PeopleRequests &ChatClient::people()
{
    return m_parts->people;
}

LaterRequests &ChatClient::later()
{
    return m_parts->later;
}

ModerationRequests &ChatClient::moderation()
{
    return m_parts->moderation;
}

SearchRequests &ChatClient::searching()
{
    return m_parts->searching;
}

void ChatClient::markRead(const QString &room, qint64 seq)
{
    m_parts->reads.markRead(room, seq);
}

void ChatClient::setTyping(const QString &room, bool isTyping)
{
    m_parts->typing.setMine(room, isTyping);
}

void ChatClient::setPresence(PresenceState state, const QString &status)
{
    m_parts->presence = Presence{state, status, 0};
    tellPresence();
}

void ChatClient::tellPresence()
{
    if (m_parts->presence && isOnline())
        m_parts->people.setPresence(m_parts->presence->state, m_parts->presence->status, this, {});
}

void ChatClient::handleState(ConnectionState state)
{
    if (state == ConnectionState::Offline || state == ConnectionState::Refused)
        m_parts->users.forgetPresence();
    Q_EMIT stateChanged(state);
}

void ChatClient::handleWelcome(const QCborMap &fields)
{
    std::optional<Welcome> welcome = Welcome::fromMap(fields);
    if (!welcome)
        return;
    if (!welcome->token.isEmpty()) {
        m_parts->link.setToken(welcome->token);
        Q_EMIT tokenReceived(welcome->token);
    }
    takeMe(welcome->me);
    takeServer(welcome->server);
    m_parts->users.replaceAll(welcome->users, welcome->presence);
    QHash<QString, qint64> told;
    for (const RoomRecord &room : welcome->rooms)
        told.insert(room.state.room.id, room.state.read);
    m_parts->follower.takeRooms(std::move(welcome->rooms));
    m_parts->link.setWelcomed();
    m_parts->reads.takeTold(told);
    tellPresence();
    Q_EMIT welcomed();
    m_parts->follower.start();
}

void ChatClient::takeMe(const User &me)
{
    if (m_parts->me == me)
        return;
    m_parts->setMe(me);
    m_parts->cache.setMe(me);
    Q_EMIT meChanged();
}

void ChatClient::takeServer(const ServerInfo &server)
{
    const ServerInfo before = std::exchange(m_parts->server, server);
    m_parts->cache.setServerName(server.name);
    m_parts->cache.setValue(versionKey, server.version);
    m_parts->cache.setValue(featuresKey, server.features.join(u' '));
    if (before.name != server.name || before.version != server.version || before.features != server.features
        || before.limits.toMap() != server.limits.toMap())
        Q_EMIT serverChanged();
}

void ChatClient::handlePresence(const QCborMap &fields)
{
    for (const User &user : readUsers(fields.value(QLatin1String("users")))) {
        m_parts->users.put(user);
        if (user.id == m_parts->me.id)
            takeMe(user);
    }
    for (const QCborValue change : fields.value(QLatin1String("changes")).toArray())
        m_parts->users.setPresence(change.toMap().value(QLatin1String("user")).toString(),
                                   readPresence(change.toMap()));
}

} // namespace session
