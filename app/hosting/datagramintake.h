#pragma once

#include <QNetworkDatagram>
#include <QObject>
#include <QTimer>
#include <QUdpSocket>

#include <chrono>
#include <functional>

namespace hosting {

/// A socket that is read no faster than is good for the thread: what a flood brings on top waits in the system's buffer
/// and is dropped there.
/// Thread: the one it lives in.
class DatagramIntake final : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxDatagramsAtOnce = 32;
    static constexpr std::chrono::milliseconds pause{10}; ///< after so many

    /// @p handler gets datagrams of at most maxDatagramBytes; larger ones are dropped.
    explicit DatagramIntake(std::function<void(const QNetworkDatagram &)> handler, QObject *parent = nullptr);

    /// To bind and to write.
    [[nodiscard]] QUdpSocket &socket() { return m_socket; }
    /// Closes the socket; the handler is not called any more. Allowed from within the handler, unlike destruction.
    void stop();

private:
    void read();

    const std::function<void(const QNetworkDatagram &)> m_handler;
    QUdpSocket m_socket;
    QTimer m_pause;
};

} // namespace hosting
