#pragma once

#include "chat/context.h"
#include "chat/ports/messagestore.h"
#include "chat/settings.h"
#include "chat/state/connections.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

namespace chat {

/// The chat: its state and the ports it works with. What people can do is in actions/, one file each; what is
/// due from time to time is in actions/tick.h.
/// Thread: chat thread.
class ChatService final
{
public:
    /// The ports outlive the service and every callback they were given.
    ChatService(MessageStore &store, EventPublisher &publisher, PasswordHasher &hasher, const Clock &clock,
                Settings settings);

    /// Reads what is stored; makes the room General in an empty store. Blocks.
    [[nodiscard]] protocol::chat::Result<std::monostate> start();

    [[nodiscard]] Context &context() { return m_context; }

private:
    const Settings m_settings;
    ServerState m_state;
    Reservations m_reservations;
    Connections m_connections;
    Context m_context;
};

} // namespace chat
