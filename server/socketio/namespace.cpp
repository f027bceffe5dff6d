#include "socketio/namespace.h"

#include "socketio/inprocessadapter.h"
#include "socketio/namespaceregistry.h"
#include "socketio/namespaceshard.h"
#include "socketio/recoverylog.h"
#include "socketio/serveroptions.h"

#include "net/workerpool.h"

namespace socketio {

namespace {

std::vector<std::unique_ptr<NamespaceShard>> makeShards(int count)
{
    std::vector<std::unique_ptr<NamespaceShard>> shards;
    for (int i = 0; i < count; ++i)
        shards.push_back(std::make_unique<NamespaceShard>());
    return shards;
}

std::unique_ptr<RecoveryLog> makeRecoveryLog(const ServerOptions &options)
{
    if (!options.recovery.isEnabled)
        return nullptr;
    return std::make_unique<RecoveryLog>(options.recovery, options.engine.pingInterval + options.engine.pingTimeout);
}

} // namespace

Namespace::Namespace(QString name, net::WorkerPool &pool, NamespaceRegistry &registry, const ServerOptions &options,
                     NamespaceSetup setup)
    : m_name(std::move(name)), m_registry(registry), m_options(options), m_shards(makeShards(pool.size())),
      m_recoveryLog(makeRecoveryLog(options)), m_adapter(std::make_unique<InProcessAdapter>(*this, pool)),
      m_eventRate(options.eventRate), m_setup(std::make_shared<const NamespaceSetup>(std::move(setup)))
{
}

Namespace::~Namespace() = default;

void Namespace::use(ConnectMiddleware middleware)
{
    changeSetup([&middleware](NamespaceSetup &setup) { setup.middlewares.push_back(std::move(middleware)); });
}

void Namespace::onConnection(ConnectionHandler handler)
{
    changeSetup([&handler](NamespaceSetup &setup) { setup.connectionHandlers.push_back(std::move(handler)); });
}

void Namespace::setEventRate(EventRate rate)
{
    m_eventRate = rate;
}

void Namespace::changeSetup(const std::function<void(NamespaceSetup &)> &change)
{
    const std::lock_guard lock(m_mutex);
    auto changed = std::make_shared<NamespaceSetup>(*m_setup);
    change(*changed);
    m_setup = std::move(changed);
}

std::shared_ptr<const NamespaceSetup> Namespace::setup() const
{
    const std::lock_guard lock(m_mutex);
    return m_setup;
}

std::shared_ptr<const NamespaceSetup> Namespace::setupWithoutMiddlewares() const
{
    auto reduced = std::make_shared<NamespaceSetup>(*setup());
    reduced->middlewares.clear();
    return reduced;
}

int Namespace::maxPendingEvents() const
{
    return m_options.maxPendingEvents;
}

qint64 Namespace::maxPendingBytes() const
{
    return 4 * m_options.engine.maxPayloadBytes;
}

void Namespace::release()
{
    m_registry.release(*this);
}

} // namespace socketio
