#include "viewmodels/hostviewmodel.h"

#include "viewmodels/assign.h"

#include <QUrl>

namespace viewmodels {

using hosting::HostedChat;
using hosting::HostedChatOptions;

HostViewModel::HostViewModel(const AppServices &services, SettingsViewModel &settings,
                             std::function<void(const QString &text)> copy, QObject *parent)
    : QObject(parent), m_services(services), m_settings(settings), m_copy(std::move(copy)), m_chat(services.discovery),
      m_name(settings.hostedName())
{
    connect(&m_chat, &HostedChat::stateChanged, this, &HostViewModel::refresh);
    connect(&m_chat, &HostedChat::addressesChanged, this, &HostViewModel::refresh);
    connect(&m_chat, &HostedChat::failed, this, [this](HostedChat::Problem problem) {
        assign(this, m_problem, describe(problem), &HostViewModel::problemChanged);
    });
}

void HostViewModel::start()
{
    if (m_chat.isRunning())
        return;
    assign(this, m_problem, {}, &HostViewModel::problemChanged);
    if (m_name.isEmpty())
        setName(defaultName());
    HostedChatOptions options;
    options.name = m_name;
    options.dataFolder = m_services.folder + QStringLiteral("/hosted");
    options.port = m_services.hostPort;
    options.isOnNetwork = m_services.hostsOnNetwork;
    m_chat.start(options);
}

void HostViewModel::stop()
{
    m_chat.stop();
}

QString HostViewModel::defaultName() const
{
    const QString person = m_settings.myName();
    return person.isEmpty() ? tr("Our chat") : tr("%1's chat").arg(person);
}

void HostViewModel::setName(const QString &name)
{
    if (assign(this, m_name, name.trimmed(), &HostViewModel::nameChanged))
        m_settings.setHostedName(m_name);
}

void HostViewModel::copyInvite()
{
    m_copy(m_inviteLink);
}

void HostViewModel::setPeople(const QStringList &names)
{
    assign(this, m_people, names, &HostViewModel::peopleChanged);
    assign(this, m_peopleConnected, static_cast<int>(names.size()), &HostViewModel::peopleConnectedChanged);
    m_chat.setPeople(m_peopleConnected + 1); // the host is in it, too
}

void HostViewModel::refresh()
{
    const bool isRunning = m_chat.isRunning();
    // Without a network, the address for this machine is better than none.
    QStringList addresses = m_chat.addresses();
    if (isRunning && addresses.isEmpty())
        addresses.append(m_chat.ownAddress());
    const QString link = addresses.isEmpty() ? QString() : QStringLiteral("confab://") + addresses.first();
    assign(this, m_addresses, addresses, &HostViewModel::addressesChanged);
    assign(this, m_inviteLink, link, &HostViewModel::inviteLinkChanged);
    const QString source = link.isEmpty()
        ? QString()
        : QStringLiteral("image://qr/") + QString::fromLatin1(QUrl::toPercentEncoding(link));
    assign(this, m_qrSource, source, &HostViewModel::qrSourceChanged);
    assign(this, m_starting, m_chat.state() == HostedChat::State::Starting, &HostViewModel::startingChanged);
    const bool hasStopped = m_running && m_chat.state() == HostedChat::State::Stopped;
    assign(this, m_running, isRunning || m_chat.state() == HostedChat::State::Stopping, &HostViewModel::runningChanged);
    if (hasStopped)
        setPeople({});
    if (m_chat.state() == HostedChat::State::Stopped)
        Q_EMIT stopped();
}

QString HostViewModel::describe(HostedChat::Problem problem) const
{
    switch (problem) {
    case HostedChat::Problem::None:
        return {};
    case HostedChat::Problem::FolderUnusable:
        return tr("The folder of the chat cannot be written.");
    case HostedChat::Problem::StoreUnusable:
        return tr("What is kept of the chat cannot be read. It may be damaged, or another program uses it.");
    case HostedChat::Problem::CannotListen:
        return tr("No port of this computer can be used.");
    case HostedChat::Problem::Internal:
        break;
    }
    return tr("The chat could not be started.");
}

} // namespace viewmodels
