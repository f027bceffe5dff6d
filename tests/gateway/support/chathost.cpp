#include "support/chathost.h"

#include "chat/actions/tick.h"
#include "storage/sqlite/sqlitemessagestore.h"

#include <QDateTime>

namespace {

gateway::RateLimits noLimits()
{
    gateway::RateLimits limits;
    limits.messagesPerSecond = 0;
    limits.reactionsPerSecond = 0;
    limits.typingPerSecond = 0;
    limits.joinsPerMinute = 0;
    limits.roomsPerMinute = 0;
    limits.searchesPerMinute = 0;
    limits.othersPerSecond = 0;
    limits.connectsPerMinute = 0;
    return limits;
}

socketio::ServerOptions optionsWith(int workers)
{
    socketio::ServerOptions options;
    options.workers = workers;
    return options;
}

} // namespace

qint64 ShiftedClock::now() const
{
    return QDateTime::currentMSecsSinceEpoch() + m_shift;
}

ChatHost::Setup::Setup() : rates(noLimits()) {}

ChatHost::ChatHost(Setup setup)
    : m_thread(std::make_unique<ChatThread>()), m_hasher(*m_thread),
      m_server(std::make_unique<socketio::Server>(optionsWith(setup.workers))),
      m_publisher(std::make_unique<gateway::GatewayPublisher>(*m_server))
{
    storage::sqlite::Options options;
    options.folder = m_folder.path();
    auto store = storage::sqlite::SqliteMessageStore::open(options, *m_thread);
    if (!store)
        qFatal("the store: %s", qPrintable(store.error()));
    m_store = std::move(store).value();
    m_service
        = std::make_unique<chat::ChatService>(*m_store, *m_publisher, m_hasher, m_clock, std::move(setup.settings));
    run([this] {
        if (!m_service->start())
            qFatal("the chat does not start");
    });
    m_gateway = std::make_unique<gateway::Gateway>(*m_server, *m_thread, m_service->context(), setup.rates);
    m_port = m_server->listen(QHostAddress(QHostAddress::LocalHost), 0);
}

ChatHost::~ChatHost()
{
    m_server->close();
    run([this] { m_store.reset(); }); // what it still reports is heard
    m_thread->stop();
    m_gateway.reset();
    m_service.reset();
    m_publisher.reset();
    m_server.reset();
}

void ChatHost::tick()
{
    run([this] { chat::tick(m_service->context()); });
}
