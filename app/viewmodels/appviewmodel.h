#pragma once

#include "viewmodels/appservices.h"
#include "viewmodels/chatviewmodel.h"
#include "viewmodels/hostviewmodel.h"
#include "viewmodels/joinviewmodel.h"
#include "viewmodels/serverlistmodel.h"
#include "viewmodels/serverstore.h"
#include "viewmodels/settingsviewmodel.h"

#include "models/emojimodel.h"

#include "markup/emojicatalogue.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <qqmlregistration.h>

#include <map>
#include <memory>

namespace viewmodels {

/// The whole program: which page it shows, the servers one is on, and the chat it hosts.
/// Thread: UI thread.
class AppViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It is given to the window")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(viewmodels::SettingsViewModel *settings READ settings CONSTANT)
    Q_PROPERTY(viewmodels::ServerListModel *servers READ servers CONSTANT)
    Q_PROPERTY(viewmodels::ChatViewModel *chat READ chat NOTIFY chatChanged)
    Q_PROPERTY(viewmodels::HostViewModel *host READ host CONSTANT)
    Q_PROPERTY(viewmodels::JoinViewModel *join READ join CONSTANT)
    Q_PROPERTY(models::EmojiModel *emoji READ emoji CONSTANT)
    Q_PROPERTY(QString myName READ myName WRITE setMyName NOTIFY myNameChanged)
    Q_PROPERTY(QString myNameProblem READ myNameProblem NOTIFY myNameProblemChanged)
    Q_PROPERTY(int unread READ unread NOTIFY unreadChanged)
    Q_PROPERTY(int mentions READ mentions NOTIFY mentionsChanged)
    Q_PROPERTY(bool windowActive READ windowActive WRITE setWindowActive NOTIFY windowActiveChanged)
    Q_PROPERTY(bool windowVisible READ windowVisible WRITE setWindowVisible NOTIFY windowVisibleChanged)

public:
    enum class Page { FirstRun, Join, Host, Chat };
    Q_ENUM(Page)

    explicit AppViewModel(const AppServices &services, QObject *parent = nullptr);
    ~AppViewModel() override;

    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] viewmodels::SettingsViewModel *settings() { return &m_settings; }
    [[nodiscard]] viewmodels::ServerListModel *servers() { return &m_servers; }
    /// The server that is open; null: none.
    [[nodiscard]] viewmodels::ChatViewModel *chat() { return m_chat; }
    [[nodiscard]] viewmodels::HostViewModel *host() { return &m_host; }
    [[nodiscard]] viewmodels::JoinViewModel *join() { return &m_join; }
    [[nodiscard]] models::EmojiModel *emoji() { return &m_emoji; }
    /// What one is called when joining; from the system at first.
    [[nodiscard]] const QString &myName() const { return m_myName; }
    void setMyName(const QString &myName);
    /// Why it cannot be used, for people; empty if it can.
    [[nodiscard]] const QString &myNameProblem() const { return m_myNameProblem; }
    /// On all servers.
    [[nodiscard]] int unread() const { return m_unread; }
    [[nodiscard]] int mentions() const { return m_mentions; }
    /// Whether the window has the focus; set by the window.
    [[nodiscard]] bool windowActive() const { return m_windowActive; }
    void setWindowActive(bool windowActive);
    /// False while the program is only in the tray.
    [[nodiscard]] bool windowVisible() const { return m_windowVisible; }
    void setWindowVisible(bool windowVisible);

    /// To the first screen.
    Q_INVOKABLE void showFirstRun();
    /// To the list of found chats.
    Q_INVOKABLE void showJoin();
    /// To the invitation of the hosted chat.
    Q_INVOKABLE void showHost();
    /// To the open chat, if there is one.
    Q_INVOKABLE void showChat();
    /// Begins to host, and shows the invitation.
    Q_INVOKABLE void hostChat();
    /// Makes it the open one.
    Q_INVOKABLE void openServer(const QString &serverId);
    /// Forgets it, and what is kept of it on this computer.
    Q_INVOKABLE void removeServer(const QString &serverId);
    /// Somebody wants to close the window. True: it may close now; false: it goes to the tray, or
    /// closeConfirmationNeeded() has been emitted.
    Q_INVOKABLE bool closeWanted();
    /// The same for the whole program, as from the tray: the tray does not count.
    Q_INVOKABLE bool quitWanted();
    /// Ends the hosted chat; closed() follows.
    Q_INVOKABLE void closeAnyway();
    /// A `confab://` link: goes to the server, or joins it.
    Q_INVOKABLE void handleLink(const QString &text);
    /// Whether it is a link that may be followed: http, https, mailto or confab.
    Q_INVOKABLE bool canOpenLink(const QString &url) const;
    /// Follows it, in whatever the system uses for it.
    Q_INVOKABLE void openLink(const QString &url);
    /// Puts it on the clipboard.
    Q_INVOKABLE void copyText(const QString &text);

    /// Shows what was open last, as it is kept on this computer; the first screen if there is nothing.
    void begin();
    /// Connects to all servers, now and from now on: once people can see what is kept of them, for it takes a while.
    void goOnline();
    /// Somebody wants to see the window.
    void raiseWindow();

Q_SIGNALS:
    void pageChanged();
    void chatChanged();
    void myNameChanged();
    void myNameProblemChanged();
    void unreadChanged();
    void mentionsChanged();
    void windowActiveChanged();
    void windowVisibleChanged();
    /// A hosted chat would end; that many people are connected.
    void closeConfirmationNeeded(int people);
    /// The program may end now.
    void closed();
    /// Somebody wants to see the window, by the tray or by starting the program again.
    void windowRaised();
    /// Something did not work; a sentence for people.
    void problemOccurred(const QString &text);

private:
    void followHost();
    void followJoin();
    void adopt(std::unique_ptr<ServerSession> session);
    ChatViewModel *chatOf(const QString &serverId);
    ChatViewModel *addChat(std::unique_ptr<ServerSession> session);
    void dropChat(const QString &serverId);
    void setCurrent(ChatViewModel *chat);
    void setPage(Page page);
    void openHosted();
    void refreshServers();
    void refreshHostedPeople();
    void refreshWindow();
    [[nodiscard]] QString problemOfName(const QString &name) const;
    [[nodiscard]] ChatViewModel::Parts chatParts();

    const AppServices m_services;
    SettingsViewModel m_settings;
    markup::EmojiCatalogue m_catalogue;
    models::EmojiModel m_emoji;
    ServerStore m_store;
    ServerListModel m_servers;
    HostViewModel m_host;
    JoinViewModel m_join;
    std::map<QString, std::unique_ptr<ChatViewModel>> m_chats; ///< by server id
    ChatViewModel *m_chat = nullptr; ///< one of them
    bool m_mayConnect = false; ///< goOnline() has been called
    bool m_isClosing = false;
    Page m_page = {};
    QString m_myName;
    QString m_myNameProblem;
    int m_unread = 0;
    int m_mentions = 0;
    bool m_windowActive = false;
    bool m_windowVisible = false;
};

} // namespace viewmodels
