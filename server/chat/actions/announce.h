#pragma once

#include "chat/actions/action.h"

namespace chat {

/// Posts one text in several rooms at once, all or none, mentioning everybody there; without a list of rooms in
/// General, where everybody is, and as a notice to all who are connected. Noted in the audit. Acknowledged with how
/// many `rooms` it is in and how many `people`, but oneself, are in them.
void announce(Context &context, const Actor &actor, const protocol::chat::Announce &request, const Reply &reply);

} // namespace chat
