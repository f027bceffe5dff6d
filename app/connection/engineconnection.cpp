#include "connection/engineconnection.h"

#include "connection/logging.h"

#include "protocol/engineio/packetcodec.h"

#include <QNetworkProxy>

#include <algorithm>

namespace connection {

using protocol::engineio::PacketType;

namespace {

constexpr qint64 defaultMaxPayloadBytes = 1'000'000; // of Socket.IO servers that do not say

} // namespace

EngineConnection::EngineConnection(const MessageLimits &limits, QObject *parent) : QObject(parent), m_limits(limits)
{
    m_webSocket.setProxy(QNetworkProxy::NoProxy);
    m_webSocket.setMaxAllowedIncomingFrameSize(quint64(limits.maxIncomingBytes));
    m_webSocket.setMaxAllowedIncomingMessageSize(quint64(limits.maxIncomingBytes));
    connect(&m_webSocket, &QWebSocket::textMessageReceived, this, &EngineConnection::handleText);
    connect(&m_webSocket, &QWebSocket::binaryMessageReceived, this, &EngineConnection::handleBinary);
    connect(&m_webSocket, &QWebSocket::bytesWritten, this, &EngineConnection::handleBytesWritten);
    connect(&m_webSocket, &QWebSocket::disconnected, this, &EngineConnection::handleSocketEnd);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(&m_webSocket, &QWebSocket::errorOccurred, this, &EngineConnection::handleSocketEnd);
#else
    connect(&m_webSocket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &EngineConnection::handleSocketEnd);
#endif
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, [this] { end(LossReason::HeartbeatMissed); });
}

EngineConnection::~EngineConnection()
{
    m_webSocket.disconnect(this);
    m_webSocket.abort();
}

void EngineConnection::open(const ServerAddress &address)
{
    m_webSocket.open(address.webSocketUrl());
}

void EngineConnection::close()
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    m_watchdog.stop();
    m_webSocket.disconnect(this);
    m_webSocket.close();
    m_webSocket.flush(); // so that the goodbye leaves even if the program ends now
}

void EngineConnection::abort()
{
    m_hasEnded = true;
    m_watchdog.stop();
    m_webSocket.disconnect(this);
    m_webSocket.abort();
}

bool EngineConnection::isWritable() const
{
    return m_webSocket.bytesToWrite() < m_limits.maxUnsentBytes;
}

qint64 EngineConnection::maxOutgoingBytes() const
{
    const qint64 bytes = m_handshake ? m_handshake->maxPayloadBytes : 0;
    return bytes > 0 ? bytes : defaultMaxPayloadBytes;
}

void EngineConnection::sendText(const QByteArray &utf8)
{
    if (!isOpen())
        return;
    m_webSocket.sendTextMessage(QChar(char16_t(PacketType::Message)) + QString::fromUtf8(utf8));
    m_wasWritable = isWritable();
}

void EngineConnection::sendBinary(const QByteArray &bytes)
{
    if (!isOpen())
        return;
    m_webSocket.sendBinaryMessage(bytes);
    m_wasWritable = isWritable();
}

void EngineConnection::handleText(const QString &message)
{
    if (m_hasEnded)
        return;
    const auto packet = protocol::engineio::decodePacket(message.toUtf8());
    if (!packet) {
        end(LossReason::ProtocolError, QString::fromLatin1(describe(packet.error())));
        return;
    }
    if (packet->type == PacketType::Open) {
        handleHandshake(packet->data);
        return;
    }
    if (!m_handshake) {
        end(LossReason::ProtocolError, QStringLiteral("a packet before the handshake"));
        return;
    }
    m_watchdog.start(); // whatever comes is a sign of life
    switch (packet->type) {
    case PacketType::Ping:
        m_webSocket.sendTextMessage(QChar(char16_t(PacketType::Pong)) + QString::fromUtf8(packet->data));
        break;
    case PacketType::Message:
        Q_EMIT textReceived(packet->data);
        break;
    case PacketType::Close:
        end(LossReason::ClosedByServer);
        break;
    case PacketType::Open:
    case PacketType::Pong:
    case PacketType::Upgrade:
    case PacketType::Noop:
        break;
    }
}

void EngineConnection::handleBinary(const QByteArray &bytes)
{
    if (m_hasEnded)
        return;
    if (!m_handshake) {
        end(LossReason::ProtocolError, QStringLiteral("binary data before the handshake"));
        return;
    }
    m_watchdog.start();
    Q_EMIT binaryReceived(bytes);
}

void EngineConnection::handleHandshake(QByteArrayView json)
{
    const auto handshake = m_handshake ? std::nullopt : readHandshake(json);
    if (!handshake) {
        end(LossReason::ProtocolError, QStringLiteral("a handshake that makes no sense"));
        return;
    }
    m_handshake = handshake;
    m_watchdog.start(handshake->maxSilence());
    // In one piece each: some servers refuse text whose pieces end within a character.
    const qint64 frameBytes = std::min<qint64>(maxOutgoingBytes(), 64 * 1024 * 1024);
    m_webSocket.setOutgoingFrameSize(quint64(frameBytes) + 1);
    Q_EMIT opened();
}

void EngineConnection::handleBytesWritten()
{
    if (m_hasEnded || m_wasWritable || !isWritable())
        return;
    m_wasWritable = true;
    Q_EMIT writable();
}

void EngineConnection::handleSocketEnd()
{
    end(socketLossReason(), m_webSocket.errorString());
}

LossReason EngineConnection::socketLossReason() const
{
    switch (m_webSocket.closeCode()) {
    case QWebSocketProtocol::CloseCodeTooMuchData:
        return LossReason::MessageTooLarge;
    case QWebSocketProtocol::CloseCodeProtocolError:
    case QWebSocketProtocol::CloseCodeWrongDatatype:
        return LossReason::ProtocolError;
    default:
        break;
    }
    if (m_handshake)
        return LossReason::ClosedByServer;
    switch (m_webSocket.error()) {
    case QAbstractSocket::ConnectionRefusedError:
    case QAbstractSocket::HostNotFoundError:
    case QAbstractSocket::NetworkError:
    case QAbstractSocket::SocketTimeoutError:
        return LossReason::Unreachable;
    default:
        return LossReason::HandshakeRefused;
    }
}

void EngineConnection::end(LossReason reason, const QString &details)
{
    if (m_hasEnded)
        return;
    qCDebug(lcConnection) << "Lost:" << describe(reason) << details;
    abort();
    Q_EMIT lost(Loss{reason, details});
}

} // namespace connection
