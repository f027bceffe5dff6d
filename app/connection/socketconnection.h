#pragma once

#include "connection/connecterror.h"
#include "connection/engineconnection.h"

#include "protocol/socketio/decoder.h"
#include "protocol/socketio/encoder.h"

#include <QCborMap>
#include <QObject>
#include <QTimer>

namespace connection {

/// One attempt to be in the main namespace of a Socket.IO v5 server, and what comes of it. Used once.
/// Thread: the one it lives in.
class SocketConnection final : public QObject
{
    Q_OBJECT

public:
    explicit SocketConnection(const SocketOptions &options, QObject *parent = nullptr);
    ~SocketConnection() override;

    /// @p auth says who we are.
    void open(const ServerAddress &address, const QCborMap &auth);
    /// Leaves in good order. Nothing is reported afterwards.
    void close();

    [[nodiscard]] bool isEstablished() const { return m_isEstablished; }
    [[nodiscard]] bool isWritable() const { return m_engine.isWritable(); }
    /// Of one message: a packet's text, or one attachment.
    [[nodiscard]] qint64 maxOutgoingBytes() const { return m_engine.maxOutgoingBytes(); }
    void send(const protocol::socketio::EncodedPacket &packet);

Q_SIGNALS:
    /// The server let us in, under this id.
    void established(const QString &id);
    /// An Event or Ack.
    void packetReceived(const protocol::socketio::Packet &packet);
    void writable();
    /// The server did not let us in. Comes instead of lost().
    void refused(const connection::ConnectError &error);
    /// It has ended, or nothing came of it. Comes once, as the last signal.
    void lost(const connection::Loss &loss);

private:
    using Decoded = protocol::socketio::Result<std::optional<protocol::socketio::Packet>>;

    void handleOpened();
    void handleDecoded(const Decoded &decoded);
    void handlePacket(const protocol::socketio::Packet &packet);
    void handleConnect(const protocol::socketio::Packet &packet);
    void handleConnectError(const protocol::socketio::Packet &packet);
    void end(LossReason reason, const QString &details = {});

    EngineConnection m_engine;
    protocol::socketio::Decoder m_decoder;
    QTimer m_connectTimer;
    QCborMap m_auth;
    bool m_isEstablished = false;
    bool m_hasEnded = false;
};

} // namespace connection
