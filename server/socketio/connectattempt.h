#pragma once

#include "socketio/namespacesetup.h"
#include "socketio/recoverylog.h"

#include <memory>
#include <optional>
#include <vector>

namespace socketio {

class Client;

/// A socket on its way through the middlewares of its namespace.
/// Thread: the client's worker.
class ConnectAttempt final : public std::enable_shared_from_this<ConnectAttempt>
{
public:
    ConnectAttempt(Client &client, std::shared_ptr<Socket> socket, std::shared_ptr<const NamespaceSetup> setup,
                   std::optional<RecoveredSocket> recovered = std::nullopt);

    /// Asks the next middleware, or completes.
    void proceed();
    /// The client has gone; what a middleware still says does not matter.
    void cancel() { m_client = nullptr; }

    [[nodiscard]] const NamespaceSetup &setup() const { return *m_setup; }
    /// Null for a new socket.
    [[nodiscard]] const RecoveredSocket *recovered() const { return m_recovered ? &*m_recovered : nullptr; }

private:
    void handleAnswer(const std::optional<Refusal> &refusal);

    Client *m_client;
    const std::shared_ptr<Socket> m_socket;
    const std::shared_ptr<const NamespaceSetup> m_setup;
    const std::optional<RecoveredSocket> m_recovered;
    size_t m_nextMiddleware = 0;
};

} // namespace socketio
