#include "node/settingtable.h"

#include "protocol/chat/role.h"

#include <algorithm>
#include <array>

namespace node {

namespace {

template <typename Enum, size_t size>
QString setChoice(Enum &target, const QString &value, const std::array<std::pair<QLatin1String, Enum>, size> &choices)
{
    QStringList names;
    for (const auto &[name, choice] : choices) {
        if (value == name) {
            target = choice;
            return {};
        }
        names.append(name);
    }
    return QStringLiteral("'%1' is none of %2").arg(value, names.join(QStringLiteral(", ")));
}

template <typename Integer>
QString setNumber(Integer &target, const QString &value, int minimum, int maximum)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < minimum || number > maximum)
        return QStringLiteral("'%1' is not a whole number from %2 to %3").arg(value).arg(minimum).arg(maximum);
    target = Integer(number);
    return {};
}

QString setText(QString &target, const QString &value)
{
    if (value.trimmed().isEmpty())
        return QStringLiteral("must not be empty");
    target = value;
    return {};
}

QString setData(ServerConfig &config, const QStringList &values)
{
    return setText(config.dataFolder, values.last());
}

QString setListen(ServerConfig &config, const QStringList &values)
{
    QList<QHostAddress> addresses;
    for (const QString &value : values) {
        const QHostAddress address(value.trimmed());
        if (address.isNull())
            return QStringLiteral("'%1' is not an IP address").arg(value);
        if (!addresses.contains(address))
            addresses.append(address);
    }
    config.addresses = addresses;
    return {};
}

QString setPort(ServerConfig &config, const QStringList &values)
{
    return setNumber(config.port, values.last(), 0, 65535);
}

QString setWorkers(ServerConfig &config, const QStringList &values)
{
    return setNumber(config.sockets.workers, values.last(), 1, 64);
}

QString setName(ServerConfig &config, const QStringList &values)
{
    return setText(config.chat.serverName, values.last());
}

QString setServerPasswordFile(ServerConfig &config, const QStringList &values)
{
    return setText(config.serverPasswordFile, values.last());
}

QString setFirstUserIsOwner(ServerConfig &config, const QStringList &values)
{
    return setChoice(config.chat.firstUserIsOwner, values.last(),
                     std::array{std::pair{QLatin1String("yes"), true}, std::pair{QLatin1String("no"), false}});
}

QString setRoomCreators(ServerConfig &config, const QStringList &values)
{
    using protocol::chat::Role;
    return setChoice(config.chat.createsRooms, values.last(),
                     std::array{std::pair{QLatin1String("member"), Role::Member},
                                std::pair{QLatin1String("moderator"), Role::Moderator},
                                std::pair{QLatin1String("admin"), Role::Admin},
                                std::pair{QLatin1String("owner"), Role::Owner}});
}

QString setAllowOrigin(ServerConfig &config, const QStringList &values)
{
    QByteArrayList origins;
    for (const QString &value : values) {
        const QString origin = value.trimmed();
        if (origin != u'*' && !origin.contains(QLatin1String("://")))
            return QStringLiteral("'%1' is not of the form scheme://host[:port], nor *").arg(value);
        origins.append(origin.toUtf8());
    }
    config.sockets.engine.cors.allowedOrigins = origins;
    return {};
}

QString setLogFormat(ServerConfig &config, const QStringList &values)
{
    return setChoice(config.log.format, values.last(),
                     std::array{std::pair{QLatin1String("text"), LogFormat::Text},
                                std::pair{QLatin1String("json"), LogFormat::Json}});
}

QString setLogLevel(ServerConfig &config, const QStringList &values)
{
    return setChoice(config.log.level, values.last(),
                     std::array{std::pair{QLatin1String("debug"), LogLevel::Debug},
                                std::pair{QLatin1String("info"), LogLevel::Info},
                                std::pair{QLatin1String("warning"), LogLevel::Warning},
                                std::pair{QLatin1String("error"), LogLevel::Error}});
}

constexpr Setting table[] = {
    {"data", "DIR", "your data folder", "folder that holds everything the server keeps", false, setData},
    {"listen", "ADDRESS", "all addresses", "IP address to listen on; several are possible", true, setListen},
    {"port", "N", "8418", "port to listen on; 0 takes a free one", false, setPort},
    {"workers", "N", "number of cores", "network threads, 1 to 64", false, setWorkers},
    {"name", "TEXT", "Confab", "what the server is called", false, setName},
    {"server-password-file", "FILE", "no password", "file whose first line everybody new has to know", false,
     setServerPasswordFile},
    {"first-user-is-owner", "yes|no", "yes", "whether the first who comes in may do everything", false,
     setFirstUserIsOwner},
    {"room-creators", "ROLE", "member", "least role to open rooms: member, moderator, admin, owner", false,
     setRoomCreators},
    {"allow-origin", "ORIGIN", "none", "web page that may connect, as scheme://host[:port]; * for all", true,
     setAllowOrigin},
    {"log-format", "text|json", "text", "how the log is written to standard error", false, setLogFormat},
    {"log-level", "LEVEL", "info", "least that is logged: debug, info, warning, error", false, setLogLevel},
};

} // namespace

std::span<const Setting> settingTable()
{
    return table;
}

const Setting *findSetting(QStringView name)
{
    const auto found
        = std::ranges::find_if(table, [name](const Setting &setting) { return name == QLatin1String(setting.name); });
    return found == std::end(table) ? nullptr : found;
}

QString environmentNameOf(const Setting &setting)
{
    return QStringLiteral("CONFAB_") + QString::fromLatin1(setting.name).toUpper().replace(u'-', u'_');
}

} // namespace node
