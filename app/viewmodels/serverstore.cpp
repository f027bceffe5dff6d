#include "viewmodels/serverstore.h"

#include "connection/serveraddress.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace viewmodels {

namespace {

constexpr QLatin1String currentKey("current");
constexpr QLatin1String serversKey("servers");
constexpr QLatin1String idKey("id");
constexpr QLatin1String nameKey("name");
constexpr QLatin1String addressKey("address");
constexpr QLatin1String userNameKey("userName");
constexpr QLatin1String isHostedKey("isHosted");

/// Ids name files: what somebody has written into the list must not lead elsewhere.
bool isSafeId(const QString &id)
{
    return !id.isEmpty() && id.size() <= 64 && std::all_of(id.cbegin(), id.cend(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-'));
    });
}

bool isSameAddress(const QString &a, const QString &b)
{
    const auto first = connection::ServerAddress::parse(a);
    const auto second = connection::ServerAddress::parse(b);
    return first && second && *first == *second;
}

} // namespace

ServerStore::ServerStore(const QString &folder) : m_path(folder + QStringLiteral("/servers.json"))
{
    load();
}

void ServerStore::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue &value : root[serversKey].toArray()) {
        const QJsonObject object = value.toObject();
        const KnownServer server{object[idKey].toString(), object[nameKey].toString(), object[addressKey].toString(),
                                 object[userNameKey].toString(), object[isHostedKey].toBool()};
        if (isSafeId(server.id) && !this->server(server.id))
            m_servers.append(server);
    }
    const QString current = root[currentKey].toString();
    if (server(current))
        m_current = current;
}

void ServerStore::save() const
{
    QJsonArray servers;
    for (const KnownServer &server : m_servers) {
        servers.append(QJsonObject{{idKey, server.id},
                                   {nameKey, server.name},
                                   {addressKey, server.address},
                                   {userNameKey, server.userName},
                                   {isHostedKey, server.isHosted}});
    }
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QJsonDocument(QJsonObject{{currentKey, m_current}, {serversKey, servers}}).toJson());
    file.commit();
}

std::optional<KnownServer> ServerStore::server(const QString &id) const
{
    const auto it
        = std::find_if(m_servers.cbegin(), m_servers.cend(), [&](const KnownServer &s) { return s.id == id; });
    return it == m_servers.cend() ? std::nullopt : std::optional(*it);
}

std::optional<KnownServer> ServerStore::serverAt(const QString &address) const
{
    const auto it = std::find_if(m_servers.cbegin(), m_servers.cend(), [&](const KnownServer &s) {
        return !s.isHosted && isSameAddress(s.address, address);
    });
    return it == m_servers.cend() ? std::nullopt : std::optional(*it);
}

void ServerStore::put(const KnownServer &server)
{
    const auto it
        = std::find_if(m_servers.begin(), m_servers.end(), [&](const KnownServer &s) { return s.id == server.id; });
    if (it == m_servers.end())
        m_servers.append(server);
    else if (*it == server)
        return;
    else
        *it = server;
    save();
}

void ServerStore::remove(const QString &id)
{
    m_servers.removeIf([&](const KnownServer &server) { return server.id == id; });
    if (m_current == id)
        m_current.clear();
    save();
}

void ServerStore::setCurrent(const QString &id)
{
    if (m_current == id)
        return;
    m_current = id;
    save();
}

} // namespace viewmodels
