#pragma once

#include "gateway/rateledger.h"

#include "protocol/chat/limits.h"

#include <atomic>
#include <chrono>
#include <optional>

namespace chat {
class Executor;
struct Context;
} // namespace chat

namespace gateway {

/// What all connections share on their way to the chat. The chat thread and the context are there as long as
/// connections are; the rest as long as anything that came in is unanswered.
/// Thread: any; the context's the chat thread.
struct Intake
{
    Intake(chat::Executor &thread, chat::Context &chatContext, const protocol::chat::Limits &requestLimits,
           const RateLimits &rateLimits)
        : chatThread(thread), context(chatContext), limits(requestLimits), ledger(rateLimits)
    {
    }

    chat::Executor &chatThread;
    chat::Context &context;
    const protocol::chat::Limits limits;
    RateLedger ledger;
    std::atomic<int> unanswered = 0; ///< requests
    /// Less than 0: the server takes requests; otherwise it is shutting down, and this is when to come back.
    std::atomic<std::chrono::milliseconds> closingFor{std::chrono::milliseconds(-1)};
};

} // namespace gateway
