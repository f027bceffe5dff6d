#pragma once

#include "node/chatserver.h"
#include "node/chatthread.h"
#include "node/healthpage.h"
#include "node/sodiumpasswordhasher.h"
#include "node/systemclock.h"
#include "node/ticker.h"
#include "node/watchedstore.h"

#include "chat/chatservice.h"
#include "chat/ports/eventpublisher.h"
#include "gateway/gateway.h"
#include "socketio/server.h"
#include "storage/sqlite/sqlitemessagestore.h"

namespace node {

/// All parts of a server that runs, put together; made for one run and destroyed after it.
/// Thread: that of its ChatServer; health() any.
class RunningChat final
{
public:
    /// @p config outlives it.
    explicit RunningChat(const ServerConfig &config);
    ~RunningChat();
    Q_DISABLE_COPY_MOVE(RunningChat)

    /// Once. After a failure it is good for nothing but to be destroyed.
    [[nodiscard]] Result<std::monostate> start();
    /// Tells everybody that the server goes, takes no more requests and waits for those that are being worked on.
    void drain();

    [[nodiscard]] const QList<ChatServer::Endpoint> &endpoints() const { return m_endpoints; }
    [[nodiscard]] const Health &health() const { return m_health; }

private:
    [[nodiscard]] Result<std::monostate> openStore();
    [[nodiscard]] Result<std::monostate> startRules();
    [[nodiscard]] Result<std::monostate> listen();
    [[nodiscard]] Result<chat::Settings> chatSettings() const;
    /// Lets every network worker do what has been asked of it so far.
    void finishTurns();

    const ServerConfig &m_config;
    Health m_health;
    const SystemClock m_clock;
    // In the order in which they need each other.
    ChatThread m_chatThread;
    std::unique_ptr<storage::sqlite::SqliteMessageStore> m_store;
    std::unique_ptr<WatchedStore> m_watchedStore;
    std::unique_ptr<HealthPage> m_healthPage;
    std::unique_ptr<socketio::Server> m_sockets;
    std::unique_ptr<chat::EventPublisher> m_publisher;
    std::unique_ptr<chat::EventPublisher> m_observedPublisher; ///< null without an observer
    std::unique_ptr<SodiumPasswordHasher> m_hasher;
    std::unique_ptr<chat::ChatService> m_service;
    std::unique_ptr<gateway::Gateway> m_gateway;
    std::unique_ptr<Ticker> m_ticker; ///< made and destroyed in the chat thread
    QList<ChatServer::Endpoint> m_endpoints;
};

} // namespace node
