#include "hosting/hostedchat.h"

#include "hosting/beacon.h"
#include "hosting/foundchat.h"
#include "hosting/networkaddresses.h"
#include "hosting/serverthread.h"

#include "node/chatserver.h"

#include <algorithm>

namespace hosting {

namespace {

constexpr std::chrono::milliseconds addressInterval = std::chrono::seconds(5);

} // namespace

HostedChat::HostedChat(const DiscoveryOptions &discovery, QObject *parent) : QObject(parent), m_discovery(discovery)
{
    connect(&m_addressTimer, &QTimer::timeout, this, &HostedChat::refreshAddresses);
}

HostedChat::~HostedChat() = default;

void HostedChat::start(const HostedChatOptions &options)
{
    switch (m_state) {
    case State::Stopped:
        m_options = options;
        beginStart();
        break;
    case State::Stopping:
        m_nextOptions = options;
        m_wish = Wish::Start;
        break;
    case State::Starting:
        m_wish = Wish::None;
        break;
    case State::Running:
        break;
    }
}

void HostedChat::stop()
{
    switch (m_state) {
    case State::Running:
        beginStop();
        break;
    case State::Starting:
        m_wish = Wish::Stop;
        break;
    case State::Stopping:
        m_wish = Wish::None;
        break;
    case State::Stopped:
        break;
    }
}

QString HostedChat::ownAddress() const
{
    return isRunning() ? addressText(QHostAddress(QHostAddress::LocalHost), m_port) : QString();
}

bool HostedChat::isAnnounced() const
{
    return m_beacon && m_beacon->isRunning();
}

void HostedChat::setPeople(int count)
{
    if (m_people == count)
        return;
    m_people = count;
    announce();
}

void HostedChat::beginStart()
{
    if (!m_server) {
        m_server = std::make_unique<ServerThread>();
        connect(m_server.get(), &ServerThread::started, this, &HostedChat::handleStarted);
        connect(m_server.get(), &ServerThread::failed, this, &HostedChat::handleFailed);
        connect(m_server.get(), &ServerThread::stopped, this, &HostedChat::handleStopped);
    }
    m_wish = Wish::None;
    m_problem = Problem::None;
    m_problemDetail.clear();
    m_people = 0;
    m_server->start(m_options);
    setState(State::Starting);
}

void HostedChat::beginStop()
{
    m_beacon.reset();
    m_addressTimer.stop();
    m_server->stop();
    m_port = 0;
    setState(State::Stopping);
    refreshAddresses();
}

void HostedChat::handleStarted(quint16 port, const QString &id)
{
    m_port = port;
    m_id = id;
    if (m_wish == Wish::Stop) {
        m_wish = Wish::None;
        beginStop();
        return;
    }
    setState(State::Running);
    refreshAddresses();
    m_addressTimer.start(addressInterval);
    announce();
}

void HostedChat::handleFailed(Problem problem, const QString &detail)
{
    m_wish = Wish::None;
    m_problem = problem;
    m_problemDetail = detail;
    setState(State::Stopped);
    Q_EMIT failed(problem);
}

void HostedChat::handleStopped()
{
    if (m_wish == Wish::Start) {
        m_options = m_nextOptions;
        beginStart();
        return;
    }
    setState(State::Stopped);
}

void HostedChat::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void HostedChat::refreshAddresses()
{
    QStringList addresses;
    if (isRunning() && m_options.isOnNetwork) {
        const auto hosts = networkAddresses();
        for (const QHostAddress &host : hosts)
            addresses.append(addressText(host, m_port));
    }
    if (addresses == m_addresses)
        return;
    m_addresses = addresses;
    Q_EMIT addressesChanged();
}

void HostedChat::announce()
{
    if (!isRunning() || !m_options.isAnnounced)
        return;
    if (!m_beacon)
        m_beacon = std::make_unique<Beacon>(m_discovery);
    const Announcement announcement{m_id, m_options.name, m_port, m_people, node::ChatServer::version()};
    // Where that fails, people still have the address and the link.
    [[maybe_unused]] const bool isAnnounced = m_beacon->announce(announcement);
}

} // namespace hosting
