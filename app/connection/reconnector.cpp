#include "connection/reconnector.h"

#include "connection/logging.h"

#include <QDateTime>

namespace connection {

using std::chrono::milliseconds;

Reconnector::Reconnector(ServerAddress address, const SocketOptions &options, QObject *parent)
    : QObject(parent), m_address(std::move(address)), m_options(options), m_backoff(options.backoff)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Reconnector::attempt);
}

Reconnector::~Reconnector()
{
    if (m_connection) {
        m_connection->disconnect(this);
        m_connection->close();
    }
}

void Reconnector::open()
{
    if (m_state == State::Connecting || m_state == State::Connected)
        return;
    if (m_state == State::Disconnected)
        m_backoff.reset();
    attempt();
}

void Reconnector::close()
{
    const bool wasConnected = m_state == State::Connected;
    m_backoff.clearHint();
    if (m_connection)
        m_connection->close();
    dropConnection();
    setState(State::Disconnected);
    if (wasConnected)
        Q_EMIT disconnected(Loss{LossReason::ClosedHere, {}});
}

void Reconnector::reconnectNow()
{
    open();
}

void Reconnector::retryIn(milliseconds delay)
{
    m_backoff.setHint(delay);
    if (m_state == State::Waiting || m_state == State::Disconnected)
        schedule();
}

SocketConnection *Reconnector::connection() const
{
    return m_state == State::Connected ? m_connection.get() : nullptr;
}

void Reconnector::attempt()
{
    m_timer.stop();
    m_backoff.clearHint();
    m_connection = std::make_unique<SocketConnection>(m_options);
    SocketConnection *const fresh = m_connection.get();
    connect(fresh, &SocketConnection::established, this, &Reconnector::handleEstablished);
    connect(fresh, &SocketConnection::refused, this, &Reconnector::handleRefused);
    connect(fresh, &SocketConnection::lost, this, &Reconnector::handleLost);
    connect(fresh, &SocketConnection::packetReceived, this, &Reconnector::packetReceived);
    connect(fresh, &SocketConnection::writable, this, &Reconnector::writable);
    ++m_attemptCount;
    setState(State::Connecting);
    if (m_connection.get() == fresh)
        fresh->open(m_address, m_auth);
}

void Reconnector::handleEstablished(const QString &id)
{
    m_attemptCount = 0;
    m_connectedSince.start();
    setState(State::Connected);
    if (m_state == State::Connected)
        Q_EMIT connected(id);
}

void Reconnector::handleLost(const Loss &loss)
{
    const bool wasConnected = m_state == State::Connected;
    if (wasConnected && m_connectedSince.hasExpired(m_options.steadyAfter.count()))
        m_backoff.reset();
    qCInfo(lcConnection).noquote() << m_address.toString() + u':' << describe(loss);
    dropConnection();
    if (m_backoff.hasHint() || (m_options.reconnects && loss.reason != LossReason::SentAway))
        schedule();
    else
        setState(State::Disconnected);
    if (wasConnected)
        Q_EMIT disconnected(loss);
    else
        Q_EMIT attemptFailed(loss);
}

void Reconnector::handleRefused(const ConnectError &error)
{
    dropConnection();
    setState(State::Disconnected);
    Q_EMIT refused(error);
}

void Reconnector::schedule()
{
    const milliseconds delay = m_backoff.next();
    m_nextAttemptAt = QDateTime::currentMSecsSinceEpoch() + delay.count();
    m_timer.start(delay);
    setState(State::Waiting);
    if (m_nextAttemptAt)
        Q_EMIT reconnectScheduled(*m_nextAttemptAt);
}

void Reconnector::setState(State state)
{
    if (state != State::Waiting) {
        m_timer.stop();
        m_nextAttemptAt.reset();
    }
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Reconnector::dropConnection()
{
    if (!m_connection)
        return;
    m_connection->disconnect(this);
    m_connection.release()->deleteLater(); // it may be what is calling
}

} // namespace connection
