#include "socketio/connectattempt.h"

#include "socketio/client.h"
#include "socketio/socket.h"

namespace socketio {

ConnectAttempt::ConnectAttempt(Client &client, std::shared_ptr<Socket> socket,
                               std::shared_ptr<const NamespaceSetup> setup, std::optional<RecoveredSocket> recovered)
    : m_client(&client), m_socket(std::move(socket)), m_setup(std::move(setup)), m_recovered(std::move(recovered))
{
}

void ConnectAttempt::proceed()
{
    if (!m_client)
        return;
    if (m_nextMiddleware >= m_setup->middlewares.size()) {
        m_client->completeConnect(m_socket);
        return;
    }
    const ConnectMiddleware &middleware = m_setup->middlewares[m_nextMiddleware++];
    // Weakly: the client owns the attempt, and a middleware may answer long after both, and the server, have gone.
    middleware(*m_socket, Next([weak = weak_from_this()](const std::optional<Refusal> &refusal) {
        if (const auto self = weak.lock())
            self->m_socket->runInWorker([self, refusal] { self->handleAnswer(refusal); });
    }));
}

void ConnectAttempt::handleAnswer(const std::optional<Refusal> &refusal)
{
    if (!m_client)
        return;
    if (refusal)
        m_client->refuseConnect(m_socket, *refusal);
    else
        proceed();
}

} // namespace socketio
