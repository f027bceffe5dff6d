#include "node/limittable.h"

#include <algorithm>
#include <limits>

namespace node {

namespace {

using gateway::RateLimits;
using protocol::chat::Limits;
using protocol::socketio::DecoderLimits;
using socketio::EventRate;
using socketio::ServerOptions;

/// The field that is reached by following the members, one after the other.
template <auto... members>
LimitField field(ServerConfig &config)
{
    return &(config.*....*members);
}

template <auto member>
constexpr auto chatLimit = &field<&ServerConfig::chat, &chat::Settings::limits, member>;
template <auto... members>
constexpr auto socketLimit = &field<&ServerConfig::sockets, members...>;
template <auto member>
constexpr auto engineLimit = socketLimit<&ServerOptions::engine, member>;
template <auto... members>
constexpr auto httpLimit = socketLimit<&ServerOptions::http, members...>;
template <auto member>
constexpr auto connectionLimit = httpLimit<&http::ServerOptions::connections, member>;
template <auto... members>
constexpr auto requestLimit = httpLimit<&http::ServerOptions::connection, members...>;
template <auto member>
constexpr auto headLimit = requestLimit<&http::ConnectionOptions::request, member>;
template <auto member>
constexpr auto timeout = requestLimit<&http::ConnectionOptions::timeouts, member>;
template <auto member>
constexpr auto rateLimit = &field<&ServerConfig::rates, member>;
template <auto member>
constexpr auto passwordLimit = &field<&ServerConfig::passwords, member>;

constexpr double million = 1e6;
constexpr double billion = 1e9;
constexpr double dayMs = 86'400'000;

constexpr Limit table[] = {
    // What people may do
    {"maxConnections", chatLimit<&Limits::maxConnections>, 1, million, "connections of people at once"},
    {"maxConnectionsPerUser", chatLimit<&Limits::maxConnectionsPerUser>, 1, million, "connections of one person"},
    {"maxUsers", chatLimit<&Limits::maxUsers>, 1, billion, "people the server remembers"},
    {"maxRooms", chatLimit<&Limits::maxRooms>, 1, billion, "rooms"},
    {"maxRoomsPerUser", chatLimit<&Limits::maxRoomsPerUser>, 1, million, "rooms one person may be in"},
    {"maxMessageCharacters", chatLimit<&Limits::maxMessageCharacters>, 1, million, "characters of one message"},
    {"maxNameCharacters", chatLimit<&Limits::maxNameCharacters>, 1, 256, "characters of a person's name"},
    {"maxRoomNameCharacters", chatLimit<&Limits::maxRoomNameCharacters>, 1, 256, "characters of a room's name"},
    {"maxAvatarCharacters", chatLimit<&Limits::maxAvatarCharacters>, 0, 10'000,
     "characters of a person's choice of picture"},
    {"maxAttachmentsPerMessage", chatLimit<&Limits::maxAttachmentsPerMessage>, 0, 1'000, "files of one message"},
    {"maxTopicCharacters", chatLimit<&Limits::maxTopicCharacters>, 0, 10'000, "characters of a room's topic"},
    {"maxStatusCharacters", chatLimit<&Limits::maxStatusCharacters>, 0, 10'000, "characters of a person's status"},
    {"maxReasonCharacters", chatLimit<&Limits::maxReasonCharacters>, 0, 10'000, "characters of a moderator's reason"},
    {"maxQueryCharacters", chatLimit<&Limits::maxQueryCharacters>, 1, 10'000, "characters of a search"},
    {"maxNonceBytes", chatLimit<&Limits::maxNonceBytes>, 16, 1'024, "bytes of the key by which a message is known"},
    {"maxEmojiBytes", chatLimit<&Limits::maxEmojiBytes>, 4, 1'024, "bytes of a reaction"},
    {"maxPasswordBytes", chatLimit<&Limits::maxPasswordBytes>, 8, 4'096, "bytes of a password"},
    {"maxReactionsPerMessage", chatLimit<&Limits::maxReactionsPerMessage>, 1, 10'000, "different reactions"},
    {"maxPinsPerRoom", chatLimit<&Limits::maxPinsPerRoom>, 0, 10'000, "pinned messages of one room"},
    {"maxScheduledPerUser", chatLimit<&Limits::maxScheduledPerUser>, 0, million,
     "scheduled messages and reminders of one person"},
    {"maxPageSize", chatLimit<&Limits::maxPageSize>, 1, 1'000, "messages of one page of history"},
    {"maxSyncEvents", chatLimit<&Limits::maxSyncEvents>, 100, 100'000, "missed events sent in one answer"},
    {"maxSyncGap", chatLimit<&Limits::maxSyncGap>, 100, billion, "missed events beyond which a room is sent anew"},
    {"maxReceiptMembers", chatLimit<&Limits::maxReceiptMembers>, 0, 1'000,
     "members up to which a room shows who has read"},

    // How often people may do it; a rate of 0 lifts the limit
    {"messagesPerSecond", rateLimit<&RateLimits::messagesPerSecond>, 0, million, "messages of one person a second"},
    {"messageBurst", rateLimit<&RateLimits::messageBurst>, 1, million, "messages at once before that rate counts"},
    {"reactionsPerSecond", rateLimit<&RateLimits::reactionsPerSecond>, 0, million,
     "reactions, pins and deletions of one person a second"},
    {"reactionBurst", rateLimit<&RateLimits::reactionBurst>, 1, million, "of these at once"},
    {"typingPerSecond", rateLimit<&RateLimits::typingPerSecond>, 0, million, "signs of one person's typing a second"},
    {"typingBurst", rateLimit<&RateLimits::typingBurst>, 1, million, "of these at once"},
    {"joinsPerMinute", rateLimit<&RateLimits::joinsPerMinute>, 0, million,
     "rooms joined and left, and invitations, of one person a minute"},
    {"joinBurst", rateLimit<&RateLimits::joinBurst>, 1, million, "of these at once"},
    {"roomsPerMinute", rateLimit<&RateLimits::roomsPerMinute>, 0, million,
     "rooms and direct conversations made by one person a minute"},
    {"roomBurst", rateLimit<&RateLimits::roomBurst>, 1, million, "of these at once"},
    {"searchesPerMinute", rateLimit<&RateLimits::searchesPerMinute>, 0, million, "searches of one person a minute"},
    {"searchBurst", rateLimit<&RateLimits::searchBurst>, 1, million, "of these at once"},
    {"othersPerSecond", rateLimit<&RateLimits::othersPerSecond>, 0, million,
     "requests of other kinds of one person a second"},
    {"otherBurst", rateLimit<&RateLimits::otherBurst>, 1, million, "of these at once"},
    {"connectsPerMinute", rateLimit<&RateLimits::connectsPerMinute>, 0, million,
     "times that people of one address come in, a minute"},
    {"connectBurst", rateLimit<&RateLimits::connectBurst>, 1, million, "of these at once"},
    {"peoplePerAddress", rateLimit<&RateLimits::peoplePerAddress>, 1, million,
     "how many times as much one address may do as one person"},

    // Passwords
    {"passwordThreads", passwordLimit<&PasswordCost::threads>, 1, 64, "passwords checked at the same time"},
    {"maxWaitingPasswords", passwordLimit<&PasswordCost::maxWaiting>, 1, million,
     "passwords waiting to be checked; beyond it people are asked to try again"},
    {"passwordMemoryBytes", passwordLimit<&PasswordCost::memoryBytes>, 8'192, 4'294'967'296.0,
     "memory that checking one password takes"},
    {"passwordPasses", passwordLimit<&PasswordCost::passes>, 1, 100, "passes over that memory"},

    // Connections
    {"maxConnectionsPerAddress", connectionLimit<&net::ConnectionLimits::maxConnectionsPerAddress>, 0, million,
     "open connections of one address; 0: any number"},
    {"connectsPerSecondPerAddress", connectionLimit<&net::ConnectionLimits::connectsPerSecondPerAddress>, 0, million,
     "new connections of one address a second; 0: any number"},
    {"connectBurstPerAddress", connectionLimit<&net::ConnectionLimits::connectBurstPerAddress>, 1, million,
     "new connections of one address at once before that rate counts"},
    {"maxPayloadBytes", engineLimit<&engineio::Options::maxPayloadBytes>, 4'096, billion, "bytes of one packet"},
    {"maxOutgoingBytes", engineLimit<&engineio::Options::maxOutgoingBytes>, 65'536, billion,
     "bytes waiting for one slow reader before it is cut off"},
    {"maxPacketsPerPayload", engineLimit<&engineio::Options::maxPacketsPerPayload>, 1, million,
     "packets in one polling request"},
    {"maxPendingEvents", socketLimit<&ServerOptions::maxPendingEvents>, 1, million,
     "events of one connection that may wait for an earlier one"},
    {"eventsPerSecond", socketLimit<&ServerOptions::eventRate, &EventRate::perSecond>, 0, million,
     "events of one connection a second, of all kinds; 0: any number"},
    {"eventBurst", socketLimit<&ServerOptions::eventRate, &EventRate::burst>, 1, million,
     "events of one connection at once before that rate counts"},
    {"maxJsonDepth", socketLimit<&ServerOptions::decoder, &DecoderLimits::maxJsonDepth>, 4, 256,
     "arrays and objects inside one another"},
    {"maxAttachments", socketLimit<&ServerOptions::decoder, &DecoderLimits::maxAttachments>, 0, 1'000,
     "binary attachments of one packet"},
    {"maxAttachmentBytes", socketLimit<&ServerOptions::decoder, &DecoderLimits::maxAttachmentBytes>, 0, billion,
     "bytes of one packet's binary attachments together"},
    {"maxNamespacesPerClient", socketLimit<&ServerOptions::maxNamespacesPerClient>, 1, 10'000,
     "namespaces one connection may join"},

    // HTTP
    {"maxHeadBytes", headLimit<&http::RequestLimits::maxHeadBytes>, 1'024, million, "bytes of a request's head"},
    {"maxHeadFields", headLimit<&http::RequestLimits::maxFields>, 16, 1'000, "header fields of a request"},
    {"maxTargetBytes", headLimit<&http::RequestLimits::maxTargetBytes>, 512, million, "bytes of a request's target"},

    // Time
    {"pingIntervalMs", engineLimit<&engineio::Options::pingInterval>, 100, dayMs, "between two heartbeats"},
    {"pingTimeoutMs", engineLimit<&engineio::Options::pingTimeout>, 100, dayMs,
     "silence after a heartbeat that ends a connection"},
    {"connectTimeoutMs", socketLimit<&ServerOptions::connectTimeout>, 100, dayMs, "for a connection to say who it is"},
    {"upgradeTimeoutMs", engineLimit<&engineio::Options::upgradeTimeout>, 100, dayMs,
     "for the change from polling to WebSocket"},
    {"headTimeoutMs", timeout<&http::ConnectionTimeouts::head>, 100, dayMs, "for a request's head to arrive"},
    {"bodyTimeoutMs", timeout<&http::ConnectionTimeouts::body>, 100, dayMs, "for a request's body to arrive"},
    {"idleTimeoutMs", timeout<&http::ConnectionTimeouts::idle>, 100, dayMs, "between two requests"},
    {"drainTimeoutMs", &field<&ServerConfig::drainTimeout>, 0, 60'000, "to finish what was begun before a stop"},
    {"returnDelayMs", &field<&ServerConfig::returnDelay>, 0, dayMs, "when clients are told to return after a stop"},
};

template <typename Value>
QString rangeProblem(const QString &text, const Limit &limit)
{
    const QString kind = std::is_same_v<Value, double> ? QStringLiteral("number") : QStringLiteral("whole number");
    return QStringLiteral("'%1' is not a %2 from %3 to %4")
        .arg(text, kind, QString::number(limit.minimum, 'f', 0), QString::number(limit.maximum, 'f', 0));
}

bool parse(const QString &text, double &value)
{
    bool isNumber = false;
    value = text.toDouble(&isNumber);
    return isNumber;
}

bool parse(const QString &text, qint64 &value)
{
    bool isNumber = false;
    value = text.toLongLong(&isNumber);
    return isNumber;
}

} // namespace

std::span<const Limit> limitTable()
{
    return table;
}

const Limit *findLimit(QStringView name)
{
    const auto found
        = std::ranges::find_if(table, [name](const Limit &limit) { return name == QLatin1String(limit.name); });
    return found == std::end(table) ? nullptr : found;
}

QString environmentNameOf(const Limit &limit)
{
    QString name = QStringLiteral("CONFAB_LIMIT_");
    const QString camelCase = QString::fromLatin1(limit.name);
    for (const QChar character : camelCase) {
        if (character.isUpper())
            name += u'_';
        name += character.toUpper();
    }
    return name;
}

QString setLimit(const Limit &limit, ServerConfig &config, const QString &text)
{
    return std::visit(
        [&](auto *target) -> QString {
            using Value = std::remove_pointer_t<decltype(target)>;
            constexpr bool isReal = std::is_same_v<Value, double>;
            std::conditional_t<isReal, double, qint64> value = 0;
            // Written so that a NaN is refused, too.
            if (!parse(text.trimmed(), value) || !(double(value) >= limit.minimum && double(value) <= limit.maximum))
                return rangeProblem<Value>(text, limit);
            *target = Value(value);
            return {};
        },
        limit.field(config));
}

QString limitText(const Limit &limit, const ServerConfig &config)
{
    ServerConfig copy = config;
    return std::visit(
        [](const auto *value) {
            if constexpr (std::is_same_v<decltype(value), const std::chrono::milliseconds *>)
                return QString::number(value->count());
            else
                return QString::number(*value);
        },
        limit.field(copy));
}

} // namespace node
