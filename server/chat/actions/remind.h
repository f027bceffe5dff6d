#pragma once

#include "chat/actions/action.h"

namespace chat {

/// Keeps a reminder, of a message one may read or of anything: `id`. Its notice comes when it is due, or when its user
/// is next connected.
void createReminder(Context &context, const Actor &actor, const protocol::chat::CreateReminder &request,
                    const Reply &reply);

} // namespace chat
