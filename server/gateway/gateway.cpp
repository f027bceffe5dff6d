#include "gateway/gateway.h"

#include "gateway/entrance.h"
#include "gateway/intake.h"

#include "chat/settings.h"
#include "socketio/server.h"

namespace gateway {

Gateway::Gateway(socketio::Server &server, chat::Executor &chatThread, chat::Context &context, const RateLimits &limits)
    : m_intake(std::make_shared<Intake>(chatThread, context, context.settings.limits, limits))
{
    Q_ASSERT(!server.options().recovery.isEnabled);
    const auto entrance = std::make_shared<const Entrance>(m_intake);
    server.use([entrance](socketio::Socket &socket, const socketio::Next &next) { entrance->admit(socket, next); });
    server.onConnection([entrance](socketio::Socket &socket) { entrance->open(socket); });
}

Gateway::~Gateway() = default;

void Gateway::beginShutdown(std::chrono::milliseconds retryAfter)
{
    m_intake->closingFor = std::max(retryAfter, std::chrono::milliseconds(0));
}

int Gateway::unansweredRequests() const
{
    return m_intake->unanswered.load(std::memory_order_acquire);
}

} // namespace gateway
