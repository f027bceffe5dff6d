#include "hosting/chatfinder.h"

#include "hosting/logging.h"

#include <QHostInfo>
#include <QNetworkInterface>
#include <QUuid>
#include <QVariant>

#include <algorithm>

namespace hosting {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype maxSightings = 200;
/// The first questions follow each other more closely, because some may get lost.
constexpr std::chrono::milliseconds firstInterval = 500ms;
constexpr int closeQuestions = 3;

/// How sightings of one chat know each other, and how a chat is called in signals.
QString keyOf(const Announcement &announcement)
{
    return announcement.id + u'/' + QString::number(announcement.port) + u'/' + announcement.name;
}

bool isReachable(const QNetworkInterface &interface)
{
    return interface.flags().testFlag(QNetworkInterface::IsUp)
        && interface.flags().testFlag(QNetworkInterface::IsRunning);
}

} // namespace

ChatFinder::ChatFinder(const DiscoveryOptions &options, QObject *parent) : QObject(parent), m_options(options)
{
    m_askTimer.setSingleShot(true);
    connect(&m_askTimer, &QTimer::timeout, this, &ChatFinder::ask);
    connect(&m_silenceTimer, &QTimer::timeout, this, &ChatFinder::forgetTheSilent);
}

ChatFinder::~ChatFinder() = default;

void ChatFinder::setRememberedHosts(const QStringList &hosts)
{
    m_rememberedHosts = hosts.first(std::min<qsizetype>(hosts.size(), maxRememberedHosts));
    if (isRunning())
        lookUpRememberedHosts();
}

void ChatFinder::start()
{
    if (isRunning())
        return;
    auto intake
        = std::make_unique<DatagramIntake>([this](const QNetworkDatagram &datagram) { handleDatagram(datagram); });
    const bool isNetwork = m_options.reach == DiscoveryOptions::Reach::Network;
    const QHostAddress own(isNetwork ? QHostAddress::AnyIPv4 : QHostAddress::LocalHost);
    if (!intake->socket().bind(own, 0)) {
        qCWarning(lcHosting, "cannot look for chats: %s", qUtf8Printable(intake->socket().errorString()));
        setCanAsk(false);
        return;
    }
    intake->socket().setSocketOption(QAbstractSocket::MulticastTtlOption, m_options.timeToLive);
    m_intake = std::move(intake);
    m_nonce = QUuid::createUuid().toString(QUuid::Id128);
    m_question = encodeQuestion(m_nonce);
    m_questionCount = 0;
    m_silenceTimer.start(m_options.lostAfter / 10);
    lookUpRememberedHosts();
    ask();
}

void ChatFinder::stop()
{
    m_askTimer.stop();
    m_silenceTimer.stop();
    m_sightings.clear();
    m_chats.clear();
    m_rememberedAddresses.clear();
    if (!m_intake)
        return;
    // It may be what is calling us right now.
    m_intake->stop();
    m_intake.release()->deleteLater();
}

void ChatFinder::ask()
{
    ++m_questionCount;
    askOnNetworks();
    for (const QHostAddress &address : std::as_const(m_rememberedAddresses))
        send(address);
    const bool isEarly = m_questionCount <= closeQuestions;
    m_askTimer.start(isEarly ? std::min(firstInterval, m_options.queryInterval) : m_options.queryInterval);
}

void ChatFinder::askOnNetworks()
{
    bool isAsked = false;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const bool isLoopback = interface.flags().testFlag(QNetworkInterface::IsLoopBack);
        const bool isOurs = isLoopback || m_options.reach == DiscoveryOptions::Reach::Network;
        if (!isOurs || !isReachable(interface))
            continue;
        bool isSent = false;
        if (isLoopback || interface.flags().testFlag(QNetworkInterface::CanMulticast)) {
            m_intake->socket().setMulticastInterface(interface);
            isSent = send(m_options.group);
        }
        // Some networks pass on broadcasts only.
        const auto entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            if (!entry.broadcast().isNull())
                isSent |= send(entry.broadcast());
        }
        isAsked |= isSent && (!isLoopback || m_options.reach == DiscoveryOptions::Reach::ThisMachine);
    }
    send(QHostAddress(QHostAddress::LocalHost));
    setCanAsk(isAsked);
}

bool ChatFinder::send(const QHostAddress &address)
{
    return m_intake->socket().writeDatagram(m_question, address, m_options.port) == m_question.size();
}

void ChatFinder::lookUpRememberedHosts()
{
    m_rememberedAddresses.clear();
    const auto add = [this](const QHostAddress &address) {
        const bool isAllowed = m_options.reach == DiscoveryOptions::Reach::Network || address.isLoopback();
        if (isAllowed && address.protocol() == QAbstractSocket::IPv4Protocol && !m_rememberedAddresses.contains(address)
            && m_rememberedAddresses.size() < maxRememberedHosts)
            m_rememberedAddresses.append(address);
    };
    for (const QString &host : std::as_const(m_rememberedHosts)) {
        const QHostAddress address(host);
        if (!address.isNull()) {
            add(address);
            continue;
        }
        QHostInfo::lookupHost(host, this, [this, add](const QHostInfo &info) {
            const auto addresses = info.addresses();
            if (isRunning())
                std::for_each(addresses.begin(), addresses.end(), add);
        });
    }
}

void ChatFinder::handleDatagram(const QNetworkDatagram &datagram)
{
    const auto announcement = decodeAnswer(datagram.data(), m_nonce);
    const QHostAddress sender = datagram.senderAddress();
    if (!announcement || sender.isNull() || sender.isMulticast() || sender.isBroadcast())
        return;
    note(*announcement, sender);
    showSightings();
}

void ChatFinder::note(const Announcement &announcement, const QHostAddress &address)
{
    const auto known = std::find_if(m_sightings.begin(), m_sightings.end(), [&](const Sighting &sighting) {
        return sighting.address == address && sighting.announcement.port == announcement.port;
    });
    const QDeadlineTimer deadline(m_options.lostAfter);
    if (known != m_sightings.end()) {
        known->announcement = announcement;
        known->deadline = deadline;
    } else if (hasRoomFor(address)) {
        m_sightings.append({announcement, address, deadline});
    }
}

bool ChatFinder::hasRoomFor(const QHostAddress &address) const
{
    const auto ofAddress = std::count_if(m_sightings.begin(), m_sightings.end(),
                                         [&](const Sighting &sighting) { return sighting.address == address; });
    return m_sightings.size() < maxSightings && ofAddress < maxChatsOfAddress;
}

void ChatFinder::forgetTheSilent()
{
    m_sightings.removeIf([](const Sighting &sighting) { return sighting.deadline.hasExpired(); });
    showSightings();
}

QList<FoundChat> ChatFinder::seen() const
{
    QList<FoundChat> chats;
    for (const Sighting &sighting : m_sightings) {
        const Announcement &announcement = sighting.announcement;
        const QString key = keyOf(announcement);
        const bool isShown
            = std::any_of(chats.begin(), chats.end(), [&](const FoundChat &chat) { return chat.key == key; });
        if (!isShown && chats.size() < maxChats) {
            chats.append({key, announcement.name, sighting.address, announcement.port, announcement.people,
                          announcement.version});
        }
    }
    return chats;
}

void ChatFinder::showSightings()
{
    const QList<FoundChat> before = std::exchange(m_chats, seen());
    const QList<FoundChat> after = m_chats;
    const auto withKey = [](const QList<FoundChat> &chats, const QString &key) {
        return std::find_if(chats.begin(), chats.end(), [&](const FoundChat &chat) { return chat.key == key; });
    };
    for (const FoundChat &chat : before) {
        if (withKey(after, chat.key) == after.end())
            Q_EMIT lost(chat.key);
    }
    for (const FoundChat &chat : after) {
        const auto known = withKey(before, chat.key);
        if (known == before.end())
            Q_EMIT found(chat);
        else if (*known != chat)
            Q_EMIT changed(chat);
    }
}

void ChatFinder::setCanAsk(bool canAsk)
{
    if (m_canAsk == canAsk)
        return;
    m_canAsk = canAsk;
    Q_EMIT canAskChanged(canAsk);
}

} // namespace hosting
