#pragma once

#include "connection/enginehandshake.h"
#include "connection/loss.h"
#include "connection/serveraddress.h"
#include "connection/socketoptions.h"

#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include <optional>

namespace connection {

/// One Engine.IO v4 session as its client, over a WebSocket: opens it, answers the server's pings, and watches that
/// they come. Used once; redirects and proxies are not followed.
/// Thread: the one it lives in.
class EngineConnection final : public QObject
{
    Q_OBJECT

public:
    explicit EngineConnection(const MessageLimits &limits, QObject *parent = nullptr);
    ~EngineConnection() override;

    void open(const ServerAddress &address);
    /// Ends the session in good order. Nothing is reported afterwards.
    void close();
    /// Cuts the connection. Nothing is reported afterwards.
    void abort();

    [[nodiscard]] bool isOpen() const { return m_handshake.has_value() && !m_hasEnded; }
    /// False while the network has not taken what was sent before; writable() tells when it has.
    [[nodiscard]] bool isWritable() const;
    /// Of one message; the server refuses more.
    [[nodiscard]] qint64 maxOutgoingBytes() const;

    /// Sends one message. @p utf8 is the text without Engine.IO's type character.
    void sendText(const QByteArray &utf8);
    void sendBinary(const QByteArray &bytes);

Q_SIGNALS:
    void opened();
    void textReceived(const QByteArray &utf8);
    void binaryReceived(const QByteArray &bytes);
    void writable();
    /// The session has ended, or could not be opened. Comes once, as the last signal.
    void lost(const connection::Loss &loss);

private:
    void handleText(const QString &message);
    void handleBinary(const QByteArray &bytes);
    void handleHandshake(QByteArrayView json);
    void handleBytesWritten();
    void handleSocketEnd();
    void end(LossReason reason, const QString &details = {});
    [[nodiscard]] LossReason socketLossReason() const;

    const MessageLimits m_limits;
    QWebSocket m_webSocket;
    QTimer m_watchdog;
    std::optional<EngineHandshake> m_handshake;
    bool m_wasWritable = true;
    bool m_hasEnded = false;
};

} // namespace connection
