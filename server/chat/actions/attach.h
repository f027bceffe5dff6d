#pragma once

#include "chat/actions/connectuser.h"
#include "chat/context.h"

namespace chat {

/// Counts @p connection as one of the admitted user's and acks the fields of `welcome`. Directly before the reply the
/// publisher is told of the connection: what was published before is part of the welcome, what comes later reaches it.
/// Errors: Banned, ServerFull, TooMany; then the connection is to be closed.
/// Thread: chat thread.
void attach(Context &context, const QString &connection, const Admission &admission, const Reply &reply);

/// The connection is gone. Nothing happens when it was never attached.
/// Thread: chat thread.
void detach(Context &context, const QString &connection);

} // namespace chat
