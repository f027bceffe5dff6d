#pragma once

#include "chat/context.h"

namespace chat {

/// Does what is due: scheduled messages, reminders, and telling everybody whose presence, name or role has changed.
/// Call it a few times a second.
/// Thread: chat thread.
void tick(Context &context);

} // namespace chat
