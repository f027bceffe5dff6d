#pragma once

#include "gateway/ratelimits.h"

#include <QtGlobal>

#include <chrono>
#include <memory>

namespace chat {
class Executor;
struct Context;
} // namespace chat
namespace socketio {
class Server;
}

namespace gateway {

struct Intake;

/// Where the wire meets the chat: every event of a client goes through a table of handlers to the chat thread, and what
/// the chat says comes back as its acknowledgement. docs/protocol.md describes what travels.
///
/// To end, close the server, then stop the chat thread, then destroy this.
/// Thread: construction before the server listens; the rest any.
class Gateway final
{
public:
    /// All three outlive the gateway. The server's connection state recovery must be off: `sync` does its work, and
    /// knows who has been thrown out meanwhile. @p context's settings do not change any more.
    Gateway(socketio::Server &server, chat::Executor &chatThread, chat::Context &context, const RateLimits &limits);
    ~Gateway();
    Q_DISABLE_COPY_MOVE(Gateway)

    /// From now on requests and connections are refused with `shutting_down`, telling them when to come back.
    void beginShutdown(std::chrono::milliseconds retryAfter);
    /// Requests that have not been answered yet. 0 after beginShutdown() means that all that came in has been.
    [[nodiscard]] int unansweredRequests() const;

private:
    const std::shared_ptr<Intake> m_intake;
};

} // namespace gateway
