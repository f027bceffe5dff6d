#include "viewmodels/connectionviewmodel.h"

#include "viewmodels/assign.h"

#include "models/problemtexts.h"

#include <QDateTime>

namespace viewmodels {

using namespace std::chrono_literals;
using session::ChatClient;
using session::ConnectionState;

ConnectionViewModel::ConnectionViewModel(ChatClient &client, QObject *parent) : QObject(parent), m_client(client)
{
    m_bannerTimer.setSingleShot(true);
    m_bannerTimer.setInterval(bannerDelay);
    m_countdown.setInterval(250ms);
    connect(&m_bannerTimer, &QTimer::timeout, this,
            [this] { assign(this, m_bannerVisible, true, &ConnectionViewModel::bannerVisibleChanged); });
    connect(&m_countdown, &QTimer::timeout, this, &ConnectionViewModel::refresh);
    connect(&client, &ChatClient::stateChanged, this, &ConnectionViewModel::refresh);
    refresh();
}

void ConnectionViewModel::refresh()
{
    static_assert(static_cast<int>(State::Refused) == static_cast<int>(ConnectionState::Refused));
    const ConnectionState state = m_client.state();
    const auto next = m_client.nextAttemptAt();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const int seconds = next ? static_cast<int>(std::max<qint64>(0, (*next - now + 999) / 1000)) : 0;

    assign(this, m_secondsToRetry, seconds, &ConnectionViewModel::secondsToRetryChanged);
    assign(this, m_state, static_cast<State>(state), &ConnectionViewModel::stateChanged);
    assign(this, m_isOnline, state == ConnectionState::Online, &ConnectionViewModel::isOnlineChanged);
    assign(this, m_canRetry, state != ConnectionState::Online && state != ConnectionState::Connecting,
           &ConnectionViewModel::canRetryChanged);
    assign(this, m_text, describe(), &ConnectionViewModel::textChanged);

    if (next && !m_countdown.isActive())
        m_countdown.start();
    else if (!next)
        m_countdown.stop();

    if (state == ConnectionState::Online) {
        m_bannerTimer.stop();
        assign(this, m_bannerVisible, false, &ConnectionViewModel::bannerVisibleChanged);
    } else if (!m_bannerVisible && !m_bannerTimer.isActive()) {
        m_bannerTimer.start();
    }
}

QString ConnectionViewModel::describe() const
{
    switch (m_client.state()) {
    case ConnectionState::Online:
        return {};
    case ConnectionState::Connecting:
        return tr("Connecting…");
    case ConnectionState::Waiting:
        return m_secondsToRetry > 0 ? tr("No connection. Trying again in %n second(s).", nullptr, m_secondsToRetry)
                                    : tr("Connecting…");
    case ConnectionState::Refused:
        return m_client.refusal() ? models::ProblemTexts::text(*m_client.refusal()) : tr("The server refused us.");
    case ConnectionState::Offline:
        break;
    }
    return tr("Not connected");
}

void ConnectionViewModel::retryNow()
{
    m_client.reconnectNow();
    if (m_client.state() == ConnectionState::Refused || m_client.state() == ConnectionState::Offline)
        m_client.open();
}

} // namespace viewmodels
