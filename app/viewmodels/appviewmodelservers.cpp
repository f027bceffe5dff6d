// The servers one is on.

#include "viewmodels/appviewmodel.h"

#include "viewmodels/assign.h"

#include <QTimer>

namespace viewmodels {

ChatViewModel::Parts AppViewModel::chatParts()
{
    return {m_catalogue, m_settings, m_services.notifier, [this](const QString &text) { copyText(text); }};
}

/// The server's chat, which is opened, and connected as soon as that may be, if it is not there; null where that cannot
/// be done.
ChatViewModel *AppViewModel::chatOf(const QString &serverId)
{
    if (const auto known = m_chats.find(serverId); known != m_chats.end())
        return known->second.get();
    const auto server = m_store.server(serverId);
    if (!server)
        return nullptr;
    auto session = ServerSession::open(*server, m_services);
    if (!session) {
        Q_EMIT problemOccurred(tr("What is kept of %1 on this computer cannot be read. It may come from a newer "
                                  "version of the program.")
                                   .arg(server->name));
        return nullptr;
    }
    if (!server->isHosted && m_mayConnect) // a hosted one begins when the chat runs
        session->begin();
    return addChat(std::move(session));
}

ChatViewModel *AppViewModel::addChat(std::unique_ptr<ServerSession> session)
{
    const QString id = session->server().id;
    auto owned = std::make_unique<ChatViewModel>(std::move(session), chatParts());
    ChatViewModel *chat = owned.get();
    m_chats[id] = std::move(owned);
    connect(chat, &ChatViewModel::unreadChanged, this, &AppViewModel::refreshServers);
    connect(chat, &ChatViewModel::mentionsChanged, this, &AppViewModel::refreshServers);
    connect(chat, &ChatViewModel::serverNameChanged, this, &AppViewModel::refreshServers);
    connect(chat->connection(), &ConnectionViewModel::isOnlineChanged, this, &AppViewModel::refreshServers);
    connect(chat, &ChatViewModel::problemOccurred, this, &AppViewModel::problemOccurred);
    connect(chat, &ChatViewModel::attentionWanted, this, [this, chat] {
        setCurrent(chat);
        setPage(Page::Chat);
        raiseWindow();
    });
    if (id == ServerStore::hostedId)
        connect(chat, &ChatViewModel::othersThereChanged, this, &AppViewModel::refreshHostedPeople);
    refreshServers();
    return chat;
}

void AppViewModel::dropChat(const QString &serverId)
{
    const auto known = m_chats.find(serverId);
    if (known == m_chats.end())
        return;
    ChatViewModel *chat = known->second.release();
    m_chats.erase(known);
    if (m_chat == chat)
        setCurrent(nullptr);
    chat->disconnect(this);
    chat->deleteLater(); // views of it may still be on the screen in this turn
}

void AppViewModel::setCurrent(ChatViewModel *chat)
{
    if (chat != nullptr)
        m_store.setCurrent(chat->serverId());
    assign(this, m_chat, chat, &AppViewModel::chatChanged);
    refreshServers();
    refreshWindow();
}

void AppViewModel::openServer(const QString &serverId)
{
    ChatViewModel *chat = chatOf(serverId);
    if (chat == nullptr)
        return;
    setCurrent(chat);
    setPage(Page::Chat);
    if (serverId == ServerStore::hostedId)
        m_host.start();
}

void AppViewModel::removeServer(const QString &serverId)
{
    if (serverId == ServerStore::hostedId)
        m_host.stop();
    const bool wasCurrent = m_chat != nullptr && m_chat->serverId() == serverId;
    const auto known = m_chats.find(serverId);
    if (known != m_chats.end()) {
        ChatViewModel *chat = known->second.get();
        dropChat(serverId);
        connect(chat, &QObject::destroyed, this, [this, serverId] { ServerSession::forget(serverId, m_services); });
    } else {
        ServerSession::forget(serverId, m_services);
    }
    m_store.remove(serverId);
    refreshServers();
    if (!wasCurrent)
        return;
    if (m_store.servers().isEmpty())
        setPage(Page::FirstRun);
    else
        openServer(m_store.servers().constFirst().id);
}

void AppViewModel::refreshServers()
{
    QList<ServerRow> rows;
    int unread = 0;
    int mentions = 0;
    for (KnownServer server : QList<KnownServer>(m_store.servers())) {
        const auto known = m_chats.find(server.id);
        ChatViewModel *chat = known != m_chats.end() ? known->second.get() : nullptr;
        if (chat != nullptr && server.name != chat->serverName()) {
            server.name = chat->serverName();
            m_store.put(server);
        }
        ServerRow row;
        row.serverId = server.id;
        row.name = server.name.isEmpty() ? server.address : server.name;
        row.address = server.address;
        row.isHosted = server.isHosted;
        if (chat != nullptr) {
            row.unread = chat->unread();
            row.mentions = chat->mentions();
            row.isOnline = chat->connection()->isOnline();
            row.isCurrent = chat == m_chat;
        }
        unread += row.unread;
        mentions += row.mentions;
        rows.append(row);
    }
    m_servers.setServers(rows);
    assign(this, m_unread, unread, &AppViewModel::unreadChanged);
    assign(this, m_mentions, mentions, &AppViewModel::mentionsChanged);
}

// The hosted chat

void AppViewModel::followHost()
{
    connect(&m_host, &HostViewModel::runningChanged, this, [this] {
        if (m_host.running())
            openHosted();
    });
    connect(&m_host, &HostViewModel::stopped, this, [this] {
        if (m_isClosing) {
            Q_EMIT closed();
            return;
        }
        const auto hosted = m_chats.find(ServerStore::hostedId);
        if (hosted != m_chats.end())
            hosted->second->session().client().close();
    });
}

/// Goes into the chat that runs here, over the network as everybody else.
void AppViewModel::openHosted()
{
    KnownServer server{ServerStore::hostedId, m_host.name(), m_host.ownAddress(), m_myName.trimmed(), true};
    if (const auto known = m_store.server(ServerStore::hostedId); known && !known->userName.isEmpty())
        server.userName = known->userName; // the token is of that name
    m_store.put(server);

    const auto existing = m_chats.find(ServerStore::hostedId);
    if (existing != m_chats.end() && existing->second->address() != server.address) {
        // The chat got another port than last time. What is kept is opened anew when nobody has it open any more.
        ChatViewModel *chat = existing->second.get();
        const bool wasCurrent = chat == m_chat;
        dropChat(ServerStore::hostedId);
        connect(chat, &QObject::destroyed, this, [this, wasCurrent] {
            QTimer::singleShot(0, this, [this, wasCurrent] {
                if (m_host.running())
                    openHosted();
                if (wasCurrent && m_chats.count(ServerStore::hostedId) != 0)
                    setCurrent(chatOf(ServerStore::hostedId));
            });
        });
        return;
    }
    ChatViewModel *chat = chatOf(ServerStore::hostedId);
    if (chat == nullptr)
        return;
    chat->session().begin();
    if (m_chat == nullptr || m_page == Page::Host)
        setCurrent(chat);
}

void AppViewModel::refreshHostedPeople()
{
    const auto hosted = m_chats.find(ServerStore::hostedId);
    if (hosted != m_chats.end())
        m_host.setPeople(hosted->second->othersThere());
}

// Joining

void AppViewModel::followJoin()
{
    connect(&m_join, &JoinViewModel::joined, this, [this] { adopt(m_join.takeJoined()); });
    connect(&m_join, &JoinViewModel::knownServerChosen, this, &AppViewModel::openServer);
}

void AppViewModel::adopt(std::unique_ptr<ServerSession> session)
{
    if (!session)
        return;
    KnownServer server = session->server();
    server.name = session->client().server().name;
    m_store.put(server);
    m_join.cancel();
    setCurrent(addChat(std::move(session)));
    setPage(Page::Chat);
}

} // namespace viewmodels
