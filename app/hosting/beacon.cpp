#include "hosting/beacon.h"

#include "hosting/logging.h"

#include <QNetworkInterface>

namespace hosting {

namespace {

std::chrono::milliseconds now()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

/// Whether an answer can go there without reaching more than one machine.
bool isOneMachine(const QHostAddress &address)
{
    return !address.isNull() && !address.isMulticast() && !address.isBroadcast();
}

} // namespace

Beacon::Beacon(const DiscoveryOptions &options, QObject *parent) : QObject(parent), m_options(options)
{
    connect(&m_interfaceTimer, &QTimer::timeout, this, &Beacon::joinNewInterfaces);
}

Beacon::~Beacon() = default;

bool Beacon::announce(const Announcement &announcement)
{
    m_announcement = announcement;
    if (m_intake)
        return true;
    auto intake
        = std::make_unique<DatagramIntake>([this](const QNetworkDatagram &datagram) { handleDatagram(datagram); });
    // Shared, because several chats may be hosted on one machine.
    const auto mode = QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint;
    if (!intake->socket().bind(QHostAddress(QHostAddress::AnyIPv4), m_options.port, mode)) {
        qCWarning(lcHosting, "nobody will find this chat by themselves: UDP port %d: %s", m_options.port,
                  qUtf8Printable(intake->socket().errorString()));
        return false;
    }
    m_intake = std::move(intake);
    joinNewInterfaces();
    m_interfaceTimer.start(m_options.interfaceInterval);
    return true;
}

void Beacon::stop()
{
    m_interfaceTimer.stop();
    m_joined.clear();
    m_intake.reset();
}

void Beacon::joinNewInterfaces()
{
    QSet<int> present;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const auto flags = interface.flags();
        const bool isLoopback = flags.testFlag(QNetworkInterface::IsLoopBack);
        const bool isOurs = isLoopback || m_options.reach == DiscoveryOptions::Reach::Network;
        if (!isOurs || !flags.testFlag(QNetworkInterface::IsUp))
            continue;
        present.insert(interface.index());
        if (!m_joined.contains(interface.index()) && m_intake->socket().joinMulticastGroup(m_options.group, interface))
            m_joined.insert(interface.index());
    }
    // The system forgets interfaces that have gone; when one comes back it is joined again.
    m_joined.intersect(present);
}

void Beacon::handleDatagram(const QNetworkDatagram &datagram)
{
    const QHostAddress sender = datagram.senderAddress();
    const bool isAllowed = m_options.reach == DiscoveryOptions::Reach::Network || sender.isLoopback();
    if (!isAllowed || !isOneMachine(sender) || datagram.senderPort() <= 0)
        return;
    const auto nonce = decodeQuestion(datagram.data());
    if (!nonce || !m_budget.takeFor(sender, now()))
        return;
    m_intake->socket().writeDatagram(encodeAnswer(*nonce, m_announcement), sender, quint16(datagram.senderPort()));
}

} // namespace hosting
