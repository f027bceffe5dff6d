#pragma once

#include "socketio/serveroptions.h"

#include "engineio/session.h"

#include "net/deadline.h"
#include "net/tokenbucket.h"

#include "protocol/socketio/decoder.h"

#include <memory>
#include <vector>

namespace socketio {

class ConnectAttempt;
class Namespace;
class NamespaceRegistry;
class Socket;
struct RecoveredSocket;

/// One client's connection, which its sockets in several namespaces share: decodes what comes and hands it to the right
/// one. Whoever breaks the protocol loses the connection.
/// Thread: the session's worker, which owns it.
class Client final : public engineio::SessionHandler
{
public:
    /// @p session owns the client; @p registry outlives it.
    Client(engineio::Session &session, NamespaceRegistry &registry, const ServerOptions &options);
    ~Client() override;

    [[nodiscard]] engineio::Session &session() { return m_session; }
    /// The end of all its sockets and of the connection.
    void disconnect();

    // For its sockets and attempts to connect

    void forget(const Socket &socket);
    /// The event budget in a namespace; leaving and joining again does not fill it.
    [[nodiscard]] net::TokenBucket &eventBucket(const Namespace &nsp);
    void completeConnect(const std::shared_ptr<Socket> &socket);
    void refuseConnect(const std::shared_ptr<Socket> &socket, const struct Refusal &refusal);

private:
    /// A namespace the client is in, or is about to enter.
    struct Entry
    {
        QString name;
        std::shared_ptr<Socket> socket;
        std::shared_ptr<ConnectAttempt> attempt; ///< null once connected
    };

    void handleTextMessage(QByteArrayView text) override;
    void handleBinaryMessage(const QByteArray &data) override;
    void handleOversizeMessage() override;
    void handleClosed(engineio::CloseReason reason) override;

    void handleDecoded(protocol::socketio::Result<std::optional<protocol::socketio::Packet>> decoded);
    void handlePacket(const protocol::socketio::Packet &packet);
    void handleConnect(const QString &name, const QCborValue &auth);
    bool tryRecover(const std::shared_ptr<Namespace> &nsp, const QCborValue &auth);
    void sendConnectError(const QString &name, const QString &message);
    void breakConnection();
    [[nodiscard]] Entry *entryOf(const QString &name);
    void updateConnectDeadline();

    engineio::Session &m_session;
    NamespaceRegistry &m_registry;
    const ServerOptions &m_options;
    protocol::socketio::Decoder m_decoder;
    std::vector<Entry> m_entries;
    std::vector<std::pair<QString, net::TokenBucket>> m_buckets; ///< by namespace, where events are limited
    std::unique_ptr<net::Deadline> m_connectDeadline; ///< while it is in no namespace
    qsizetype m_packetBytes = 0; ///< of the packet that is being received
};

} // namespace socketio
