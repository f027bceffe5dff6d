#pragma once

#include "chat/context.h"

namespace chat {

/// Posts the scheduled messages and gives the reminders that are due, each exactly once, also over a crash: what is
/// posted and the end of its being scheduled are stored together. What was due while the server was not running is done
/// now.
///
/// A reminder waits until its user is connected. So does the notice that a message could not be posted because its
/// author may no longer write there.
/// Thread: chat thread.
void runDue(Context &context);

} // namespace chat
