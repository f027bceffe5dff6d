#pragma once

#include "chat/actions/action.h"

namespace chat {

/// Keeps a message to be posted later: `id`.
void createScheduled(Context &context, const Actor &actor, const protocol::chat::CreateScheduled &request,
                     const Reply &reply);
/// One's own scheduled messages and reminders by when they are due: `items`.
void listScheduled(Context &context, const Actor &actor, const protocol::chat::ListScheduled &request,
                   const Reply &reply);
/// Drops a scheduled message or reminder of one's own.
void cancelScheduled(Context &context, const Actor &actor, const protocol::chat::CancelScheduled &request,
                     const Reply &reply);

} // namespace chat
