#include "connection/socketconnection.h"

namespace connection {

using protocol::socketio::Packet;
using protocol::socketio::PacketType;

namespace {

protocol::socketio::DecoderLimits decoderLimits(const MessageLimits &limits)
{
    protocol::socketio::DecoderLimits decoder;
    decoder.role = protocol::socketio::Role::Client;
    decoder.maxAttachments = limits.maxAttachments;
    decoder.maxAttachmentBytes = qsizetype(limits.maxAttachmentBytes);
    return decoder;
}

bool isMainNamespace(const Packet &packet)
{
    return packet.nsp == QStringLiteral("/");
}

} // namespace

SocketConnection::SocketConnection(const SocketOptions &options, QObject *parent)
    : QObject(parent), m_engine(options.messages), m_decoder(decoderLimits(options.messages))
{
    connect(&m_engine, &EngineConnection::opened, this, &SocketConnection::handleOpened);
    connect(&m_engine, &EngineConnection::textReceived, this,
            [this](const QByteArray &utf8) { handleDecoded(m_decoder.addText(utf8)); });
    connect(&m_engine, &EngineConnection::binaryReceived, this,
            [this](const QByteArray &bytes) { handleDecoded(m_decoder.addBinary(bytes)); });
    connect(&m_engine, &EngineConnection::writable, this, &SocketConnection::writable);
    connect(&m_engine, &EngineConnection::lost, this, [this](const Loss &loss) { end(loss.reason, loss.details); });
    m_connectTimer.setSingleShot(true);
    m_connectTimer.setInterval(options.connectTimeout);
    connect(&m_connectTimer, &QTimer::timeout, this, [this] { end(LossReason::ConnectTimedOut); });
}

SocketConnection::~SocketConnection()
{
    m_engine.disconnect(this);
}

void SocketConnection::open(const ServerAddress &address, const QCborMap &auth)
{
    m_auth = auth;
    m_connectTimer.start();
    m_engine.open(address);
}

void SocketConnection::close()
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    m_connectTimer.stop();
    if (m_isEstablished)
        m_engine.sendText(
            protocol::socketio::encode(Packet{.type = PacketType::Disconnect, .id = {}, .data = {}}).text);
    m_engine.close();
}

void SocketConnection::send(const protocol::socketio::EncodedPacket &packet)
{
    m_engine.sendText(packet.text);
    for (const QByteArray &attachment : packet.attachments)
        m_engine.sendBinary(attachment);
}

void SocketConnection::handleOpened()
{
    m_engine.sendText(protocol::socketio::encode(Packet{.type = PacketType::Connect, .id = {}, .data = m_auth}).text);
}

void SocketConnection::handleDecoded(const Decoded &decoded)
{
    if (m_hasEnded)
        return;
    if (!decoded)
        end(LossReason::ProtocolError, QString::fromLatin1(describe(decoded.error())));
    else if (decoded->has_value() && isMainNamespace(**decoded))
        handlePacket(**decoded);
}

void SocketConnection::handlePacket(const Packet &packet)
{
    if (packet.type == PacketType::Connect) {
        handleConnect(packet);
        return;
    }
    if (packet.type == PacketType::ConnectError) {
        handleConnectError(packet);
        return;
    }
    if (!m_isEstablished) {
        end(LossReason::ProtocolError, QStringLiteral("an event before the server let us in"));
        return;
    }
    if (packet.type == PacketType::Disconnect)
        end(LossReason::SentAway);
    else
        Q_EMIT packetReceived(packet);
}

void SocketConnection::handleConnect(const Packet &packet)
{
    const QString id = packet.data.toMap()[QStringLiteral("sid")].toString();
    if (m_isEstablished || id.isEmpty()) {
        end(LossReason::ProtocolError, QStringLiteral("an answer to CONNECT that makes no sense"));
        return;
    }
    m_connectTimer.stop();
    m_auth.clear(); // it may hold secrets
    m_isEstablished = true;
    Q_EMIT established(id);
}

void SocketConnection::handleConnectError(const Packet &packet)
{
    if (m_isEstablished) {
        end(LossReason::ProtocolError, QStringLiteral("a refusal after the server let us in"));
        return;
    }
    m_hasEnded = true;
    m_connectTimer.stop();
    m_engine.close();
    const QCborMap map = packet.data.toMap();
    Q_EMIT refused(ConnectError{map[QStringLiteral("message")].toString(), map[QStringLiteral("data")]});
}

void SocketConnection::end(LossReason reason, const QString &details)
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    m_connectTimer.stop();
    m_engine.abort();
    Q_EMIT lost(Loss{reason, details});
}

} // namespace connection
