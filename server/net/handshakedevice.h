#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace net {

/// Plays the connection for a QWebSocketServer's handshake: gives it a request, keeps its answer, and is never
/// connected to anything. Serves any number of handshakes, one after the other. Thread: that of its server.
class HandshakeDevice final : public QTcpSocket
{
    Q_OBJECT

public:
    HandshakeDevice();

    /// Offers @p request to be read and forgets what was before.
    void begin(QByteArray request);
    [[nodiscard]] QByteArray takeAnswer() { return std::exchange(m_answer, {}); }

    [[nodiscard]] qint64 bytesAvailable() const override;
    /// There is nothing to close.
    void close() override {}
    void disconnectFromHost() override {}

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_request;
    qsizetype m_read = 0;
    QByteArray m_answer;
};

} // namespace net
