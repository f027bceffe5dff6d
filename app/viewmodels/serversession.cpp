#include "viewmodels/serversession.h"

#include "connection/serveraddress.h"

#include <QFile>
#include <QRandomGenerator>

#include <array>
#include <utility>

namespace viewmodels {

using connection::ServerAddress;
using session::ChatClient;
using session::Credentials;

namespace {

ServerAddress addressOf(const KnownServer &server)
{
    const auto address = ServerAddress::parse(server.address);
    return address ? *address : ServerAddress();
}

} // namespace

std::unique_ptr<ServerSession> ServerSession::open(const KnownServer &server, const AppServices &services)
{
    auto cache = cache::ChatCache::open(cachePath(server.id, services));
    if (!cache)
        return nullptr;
    return std::unique_ptr<ServerSession>(new ServerSession(server, services, std::move(cache).value()));
}

ServerSession::ServerSession(const KnownServer &server, const AppServices &services,
                             std::unique_ptr<cache::ChatCache> cache)
    : m_server(server), m_keys(services.keys), m_cache(std::move(cache)),
      m_client(addressOf(server), Credentials{server.userName, {}, {}, {}}, *m_cache, services.client)
{
    connect(&m_client, &ChatClient::tokenReceived, this,
            [this](const QString &token) { m_keys.write(tokenKey(), token); });
    connect(&m_client, &ChatClient::refused, this, &ServerSession::handleRefused);
}

ServerSession::~ServerSession() = default;

void ServerSession::begin()
{
    m_keys.read(tokenKey(), this, [this](const QString &token) {
        Credentials credentials = m_client.credentials();
        credentials.token = token;
        begin(credentials);
    });
}

void ServerSession::begin(const Credentials &credentials)
{
    Credentials complete = credentials;
    if (complete.token.isEmpty() && !m_isTokenUnknown)
        complete.token = newToken();
    if (!complete.token.isEmpty())
        m_keys.write(tokenKey(), complete.token);
    m_client.setCredentials(complete);
    m_client.open();
}

QString ServerSession::newToken()
{
    std::array<quint32, 8> random; // 32 bytes, as docs/protocol.md asks for
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), sizeof random);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

void ServerSession::handleRefused(const session::RequestError &error)
{
    if (error.code != QLatin1String("bad_token"))
        return;
    m_keys.remove(tokenKey());
    if (std::exchange(m_isTokenUnknown, true))
        return;
    // Without the token the server says whether the name asks for its password.
    Credentials credentials = m_client.credentials();
    credentials.token.clear();
    QMetaObject::invokeMethod(
        this, [this, credentials] { begin(credentials); }, Qt::QueuedConnection);
}

void ServerSession::forget(const QString &id, const AppServices &services)
{
    services.keys.remove(tokenKey(id));
    const QString path = cachePath(id, services);
    for (const char *ending : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(ending));
}

QString ServerSession::tokenKey(const QString &id)
{
    return QStringLiteral("token-") + id;
}

QString ServerSession::cachePath(const QString &id, const AppServices &services)
{
    return QStringLiteral("%1/cache-%2.sqlite").arg(services.folder, id);
}

} // namespace viewmodels
