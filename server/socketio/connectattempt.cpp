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
    middleware(*m_socket, Next([self = shared_from_this()](const std::optional<Refusal> &refusal) {
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

std::vector<EncodedMessage> ConnectAttempt::missed() const
{
    return m_recovered ? m_recovered->missed : std::vector<EncodedMessage>();
}

QStringList ConnectAttempt::roomsToRejoin() const
{
    return m_recovered ? m_recovered->socket.rooms : QStringList();
}

} // namespace socketio
