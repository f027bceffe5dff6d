#pragma once

#include "chat/actions/action.h"

namespace chat {

/// What may be scheduled: not in the past, and not more than Limits::maxScheduledPerUser of one user.
[[nodiscard]] protocol::chat::Result<std::monostate> checkScheduling(const Context &context, const QString &user,
                                                                     qint64 at);

/// Stores @p item under a new id and replies with it.
void storeScheduled(Context &context, Scheduled item, const Reply &reply);

} // namespace chat
