#include "viewmodels/appviewmodel.h"

#include "viewmodels/assign.h"
#include "viewmodels/systemname.h"

#include "markup/parser.h"

#include "connection/serveraddress.h"

#include "platform/trayicon.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QSysInfo>
#include <QUrl>

#include <algorithm>

namespace viewmodels {

using connection::ServerAddress;

namespace {

void copyToClipboard(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

/// What the system calls whoever uses it; may be empty.
QString account()
{
    for (const char *variable : {"USER", "USERNAME", "LOGNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    return {};
}

} // namespace

AppViewModel::AppViewModel(const AppServices &services, QObject *parent)
    : QObject(parent), m_services(services), m_settings(services.folder + QStringLiteral("/settings.ini")),
      m_emoji(m_catalogue), m_store(services.folder), m_host(services, m_settings, copyToClipboard),
      m_join(services, m_store), m_myName(m_settings.myName()), m_windowVisible(true)
{
    if (m_myName.isEmpty())
        m_myName = systemName(account(), QSysInfo::machineHostName());
    m_join.setMyName(m_myName);
    m_emoji.setRecent(m_settings.recentEmoji());
    connect(&m_emoji, &models::EmojiModel::recentChanged, this,
            [this] { m_settings.setRecentEmoji(m_emoji.recent()); });
    followHost();
    followJoin();
    refreshServers();
}

AppViewModel::~AppViewModel()
{
    m_chat = nullptr;
    m_chats.clear();
}

void AppViewModel::begin()
{
    if (m_myName.isEmpty()) { // not before: by now the language is known
        assign(this, m_myName, tr("Somebody"), &AppViewModel::myNameChanged);
        m_join.setMyName(m_myName);
    }
    if (const QString current = m_store.current(); !current.isEmpty())
        openServer(current);
}

void AppViewModel::goOnline()
{
    if (std::exchange(m_mayConnect, true))
        return;
    for (const auto &[id, chat] : m_chats) {
        if (!chat->session().server().isHosted)
            chat->session().begin();
    }
    if (m_store.current().isEmpty())
        return;
    for (const KnownServer &server : QList<KnownServer>(m_store.servers())) {
        if (!server.isHosted)
            chatOf(server.id);
    }
}

// Pages

void AppViewModel::setPage(Page page)
{
    if (page == Page::Join)
        m_join.startSearch();
    else
        m_join.stopSearch();
    assign(this, m_page, page, &AppViewModel::pageChanged);
    refreshWindow();
}

void AppViewModel::showFirstRun()
{
    setPage(Page::FirstRun);
}

void AppViewModel::showJoin()
{
    setMyName(m_myName);
    if (m_myNameProblem.isEmpty())
        setPage(Page::Join);
}

void AppViewModel::showHost()
{
    setPage(Page::Host);
}

void AppViewModel::showChat()
{
    if (m_chat != nullptr)
        setPage(Page::Chat);
}

void AppViewModel::hostChat()
{
    setMyName(m_myName);
    if (!m_myNameProblem.isEmpty())
        return;
    m_host.start();
    setPage(Page::Host);
}

// Oneself

QString AppViewModel::problemOfName(const QString &name) const
{
    const int most = protocol::chat::Limits().maxNameCharacters;
    const auto length = static_cast<int>(name.toUcs4().size());
    if (length == 0)
        return tr("Type a name.");
    if (length > most)
        return tr("A name has at most %n character(s).", nullptr, most);
    if (name.contains(QLatin1Char('@')) || name.contains(QLatin1Char('"')))
        return tr("A name has no @ and no quotation marks.");
    const bool isPrintable
        = std::all_of(name.cbegin(), name.cend(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
    return isPrintable ? QString() : tr("A name has only characters that can be seen.");
}

void AppViewModel::setMyName(const QString &myName)
{
    assign(this, m_myName, myName, &AppViewModel::myNameChanged);
    const QString name = myName.trimmed();
    assign(this, m_myNameProblem, problemOfName(name), &AppViewModel::myNameProblemChanged);
    if (!m_myNameProblem.isEmpty())
        return;
    if (m_settings.myName() != name)
        m_settings.setMyName(name);
    m_join.setMyName(name);
}

// The window

void AppViewModel::setWindowActive(bool windowActive)
{
    if (assign(this, m_windowActive, windowActive, &AppViewModel::windowActiveChanged))
        refreshWindow();
}

void AppViewModel::setWindowVisible(bool windowVisible)
{
    assign(this, m_windowVisible, windowVisible, &AppViewModel::windowVisibleChanged);
}

void AppViewModel::refreshWindow()
{
    for (const auto &[id, chat] : m_chats)
        chat->setWindowActive(m_windowActive && m_page == Page::Chat && chat.get() == m_chat);
}

void AppViewModel::raiseWindow()
{
    setWindowVisible(true);
    Q_EMIT windowRaised();
}

bool AppViewModel::closeWanted()
{
    if (m_isClosing)
        return true;
    if (m_settings.closeToTray() && platform::TrayIcon::isAvailable()) {
        setWindowVisible(false);
        return false;
    }
    return quitWanted();
}

bool AppViewModel::quitWanted()
{
    if (!m_host.running())
        return true;
    raiseWindow();
    Q_EMIT closeConfirmationNeeded(m_host.peopleConnected());
    return false;
}

void AppViewModel::closeAnyway()
{
    m_isClosing = true;
    if (m_host.isStopped())
        Q_EMIT closed();
    else
        m_host.stop();
}

// Links

bool AppViewModel::canOpenLink(const QString &url) const
{
    return markup::isAllowedLink(url);
}

void AppViewModel::openLink(const QString &url)
{
    if (!canOpenLink(url))
        return;
    if (url.startsWith(QLatin1String("confab:"), Qt::CaseInsensitive))
        handleLink(url);
    else
        QDesktopServices::openUrl(QUrl(url, QUrl::StrictMode));
}

void AppViewModel::copyText(const QString &text)
{
    copyToClipboard(text);
}

void AppViewModel::handleLink(const QString &text)
{
    const auto address = ServerAddress::parse(text.trimmed());
    if (!address) {
        Q_EMIT problemOccurred(tr("This link leads to no chat."));
        return;
    }
    raiseWindow();
    if (const auto known = m_store.serverAt(address->toString())) {
        openServer(known->id);
        return;
    }
    showJoin();
    if (m_page != Page::Join)
        return;
    m_join.setAddressText(address->toString());
    m_join.joinAddress();
}

} // namespace viewmodels
