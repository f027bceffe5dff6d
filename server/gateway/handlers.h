#pragma once

#include "gateway/ratelimits.h"

#include "protocol/chat/error.h"

#include <QCborMap>
#include <QLatin1String>
#include <QStringView>

#include <memory>
#include <optional>
#include <span>

namespace gateway {

class PendingAnswer;

/// What is done with one event of clients.
struct Handler
{
    QLatin1String event;
    RateKind rate;
    /// Reads the request and hands it to the chat thread, which will answer; or returns why it cannot be read.
    std::optional<protocol::chat::Error> (*run)(const QCborMap &fields, const std::shared_ptr<PendingAnswer> &answer);
};

/// All of them, ordered by name. docs/protocol.md describes each.
/// Thread: any.
[[nodiscard]] std::span<const Handler> handlers();
/// Null when there is no such event.
[[nodiscard]] const Handler *handlerOf(QStringView event);

} // namespace gateway
