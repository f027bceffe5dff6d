#pragma once

#include "viewmodels/appservices.h"
#include "viewmodels/knownserver.h"

#include "cache/chatcache.h"

#include "session/chatclient.h"

#include <QObject>

#include <memory>

namespace viewmodels {

/// Being on one server: the client, what this machine keeps of the server, and the token that owns our name there.
/// Thread: UI thread.
class ServerSession final : public QObject
{
    Q_OBJECT

public:
    /// Null when what is kept of the server cannot be used, such as because a newer version of the program has made it.
    [[nodiscard]] static std::unique_ptr<ServerSession> open(const KnownServer &server, const AppServices &services);
    ~ServerSession() override;

    [[nodiscard]] const KnownServer &server() const { return m_server; }
    [[nodiscard]] session::ChatClient &client() { return m_client; }
    [[nodiscard]] cache::ChatCache &cache() { return *m_cache; }

    /// Connects, with the token that is kept, if there is one.
    void begin();
    /// Connects as somebody else, or with a password. Without a token one is chosen, and kept before the server can
    /// know it: so a name is not lost with a connection.
    void begin(const session::Credentials &credentials);
    /// A token for a name that nobody has yet.
    [[nodiscard]] static QString newToken();
    /// Forgets the server: everything that this machine keeps of it. To be called on one that is not in use any more.
    static void forget(const QString &id, const AppServices &services);

private:
    ServerSession(const KnownServer &server, const AppServices &services, std::unique_ptr<cache::ChatCache> cache);
    void handleRefused(const session::RequestError &error);
    [[nodiscard]] QString tokenKey() const { return tokenKey(m_server.id); }
    [[nodiscard]] static QString tokenKey(const QString &id);
    [[nodiscard]] static QString cachePath(const QString &id, const AppServices &services);

    const KnownServer m_server;
    platform::KeyStore &m_keys;
    const std::unique_ptr<cache::ChatCache> m_cache;
    session::ChatClient m_client;
    bool m_isTokenUnknown = false; ///< the server has refused it: the name needs its password
};

} // namespace viewmodels
