#include "hosting/datagramintake.h"

#include "hosting/announcement.h"

namespace hosting {

DatagramIntake::DatagramIntake(std::function<void(const QNetworkDatagram &)> handler, QObject *parent)
    : QObject(parent), m_handler(std::move(handler))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &DatagramIntake::read);
    connect(&m_socket, &QUdpSocket::readyRead, this, &DatagramIntake::read);
}

void DatagramIntake::stop()
{
    m_pause.stop();
    m_socket.close();
}

void DatagramIntake::read()
{
    // As long as nothing is read, the socket reports nothing more either.
    if (m_pause.isActive())
        return;
    for (int i = 0; i < maxDatagramsAtOnce; ++i) {
        if (m_socket.state() != QAbstractSocket::BoundState || !m_socket.hasPendingDatagrams())
            return;
        // One byte more than allowed, so that a datagram that is too large can be told from one that was cut.
        const QNetworkDatagram datagram = m_socket.receiveDatagram(maxDatagramBytes + 1);
        if (datagram.isValid() && datagram.data().size() <= maxDatagramBytes)
            m_handler(datagram);
    }
    if (m_socket.state() == QAbstractSocket::BoundState)
        m_pause.start();
}

} // namespace hosting
