#include "node/runningchat.h"

#include "node/datafolder.h"
#include "node/logging.h"
#include "node/observedpublisher.h"

#include "chat/actions/tick.h"
#include "gateway/gatewaypublisher.h"

#include <QDeadlineTimer>
#include <QThread>

namespace node {

namespace {

using namespace std::chrono_literals;
using storage::sqlite::StorePoint;

constexpr std::chrono::milliseconds tickInterval = 200ms;

socketio::ServerOptions socketOptions(const ServerConfig &config)
{
    socketio::ServerOptions options = config.sockets;
    // A few more than people may have, so that whoever is one too many can be told so, and for polling clients, which
    // have two at times.
    const int people = config.chat.limits.maxConnections;
    options.http.connections.maxConnections = people + people / 4 + 64;
    options.recovery.isEnabled = false;
    return options;
}

QList<QHostAddress> addressesToListenOn(const ServerConfig &config)
{
    return config.addresses.isEmpty() ? QList<QHostAddress>{QHostAddress(QHostAddress::Any)} : config.addresses;
}

Moment momentOf(StorePoint point)
{
    switch (point) {
    case StorePoint::InMigration:
        return Moment::InMigration;
    case StorePoint::AfterInsert:
        return Moment::AfterInsert;
    case StorePoint::AfterCommit:
        return Moment::AfterCommit;
    }
    return Moment::AfterCommit;
}

} // namespace

RunningChat::RunningChat(const ServerConfig &config) : m_config(config) {}

RunningChat::~RunningChat()
{
    // Connections first, so that nothing new comes in; the chat still learns who has gone.
    if (m_sockets)
        m_sockets->close();
    if (m_ticker)
        m_chatThread.run([this] { m_ticker.reset(); });
    m_hasher.reset();
    m_chatThread.run([] {});
    if (m_store)
        m_store->flush();
    m_chatThread.stop();
    m_store.reset(); // stores what those who have gone have left behind
}

Result<std::monostate> RunningChat::start()
{
    for (const auto step : {&RunningChat::openStore, &RunningChat::startRules, &RunningChat::listen}) {
        const auto done = (this->*step)();
        if (!done)
            return done;
    }
    return std::monostate{};
}

Result<std::monostate> RunningChat::openStore()
{
    auto folder = makeDataFolder(m_config.dataFolder.isEmpty() ? defaultDataFolder() : m_config.dataFolder);
    if (!folder)
        return protocol::failure(folder.error());
    storage::sqlite::Options options;
    options.folder = std::move(folder).value();
    if (!m_config.waitsForDisk)
        options.durability = storage::sqlite::Durability::Off;
    if (m_config.observer)
        options.observer = [this](StorePoint point) { m_config.observer(momentOf(point)); };
    auto store = storage::sqlite::SqliteMessageStore::open(options, m_chatThread);
    if (!store)
        return failure(ErrorCode::StoreUnusable, store.error());
    m_store = std::move(store).value();
    qCInfo(lcNode, "Confab %s keeps everything in %s", qUtf8Printable(ChatServer::version()),
           qUtf8Printable(options.folder));
    m_watchedStore = std::make_unique<WatchedStore>(*m_store, m_health);
    return std::monostate{};
}

Result<std::monostate> RunningChat::startRules()
{
    auto settings = chatSettings();
    if (!settings)
        return protocol::failure(settings.error());
    m_sockets = std::make_unique<socketio::Server>(socketOptions(m_config));
    m_publisher = std::make_unique<gateway::GatewayPublisher>(*m_sockets);
    if (m_config.observer)
        m_observedPublisher = std::make_unique<ObservedPublisher>(*m_publisher, m_config.observer);
    m_hasher = std::make_unique<SodiumPasswordHasher>(m_config.passwords, m_chatThread);
    m_service = std::make_unique<chat::ChatService>(*m_watchedStore,
                                                    m_observedPublisher ? *m_observedPublisher : *m_publisher,
                                                    *m_hasher, m_clock, std::move(settings).value());
    QString problem;
    m_chatThread.run([this, &problem] {
        const auto started = m_service->start();
        if (!started)
            problem = started.error().message;
    });
    if (!problem.isNull())
        return failure(ErrorCode::StoreUnusable, problem);
    m_gateway = std::make_unique<gateway::Gateway>(*m_sockets, m_chatThread, m_service->context(), m_config.rates);
    m_chatThread.run([this] {
        m_health.noteTick();
        m_ticker = std::make_unique<Ticker>(m_chatThread.deadlines(), tickInterval, [this] {
            m_health.noteTick();
            chat::tick(m_service->context());
        });
    });
    return std::monostate{};
}

Result<chat::Settings> RunningChat::chatSettings() const
{
    chat::Settings settings = m_config.chat;
    settings.serverVersion = ChatServer::version();
    if (!m_config.serverPassword.isEmpty()) {
        settings.serverPasswordHash = SodiumPasswordHasher::hashNow(m_config.serverPassword, m_config.passwords);
        if (settings.serverPasswordHash.isEmpty())
            return failure(ErrorCode::Internal, QStringLiteral("There is no memory to hash the server's password."));
    }
    return settings;
}

Result<std::monostate> RunningChat::listen()
{
    m_healthPage = std::make_unique<HealthPage>(m_health, ChatServer::version().toUtf8(),
                                                [this] { return m_sockets->sessionCount(); });
    m_sockets->addHandler("/healthz", *m_healthPage);
    quint16 port = m_config.port;
    for (const QHostAddress &address : addressesToListenOn(m_config)) {
        const quint16 used = m_sockets->listen(address, port);
        if (used == 0) {
            return failure(ErrorCode::CannotListen,
                           QStringLiteral("Cannot listen on %1 port %2: %3.")
                               .arg(address.toString())
                               .arg(port)
                               .arg(m_sockets->errorString()));
        }
        port = used; // where the first got a free one, the others take the same
        m_endpoints.append({address, used});
    }
    return std::monostate{};
}

void RunningChat::drain()
{
    m_health.noteShutdown();
    m_chatThread.run([this] {
        m_service->context().publisher.publishToEveryone(
            QStringLiteral("server:closing"),
            {{QStringLiteral("reason"), QStringLiteral("The server is shutting down.")},
             {QStringLiteral("retryAfterMs"), qint64(m_config.returnDelay.count())}});
    });
    m_gateway->beginShutdown(m_config.returnDelay);
    const QDeadlineTimer deadline(m_config.drainTimeout);
    while (m_gateway->unansweredRequests() > 0 && !deadline.hasExpired())
        QThread::msleep(2);
    if (const int left = m_gateway->unansweredRequests(); left > 0)
        qCWarning(lcNode, "stopping although %d requests have not been answered", left);
    finishTurns();
}

void RunningChat::finishTurns()
{
    for (int i = 0; i < m_sockets->workers().size(); ++i)
        m_sockets->workers().at(i).run([] {});
}

} // namespace node
