#pragma once

#include "chat/actions/action.h"

namespace chat {

/// Messages of the rooms one is in, newest first: `hits`, each with `message` and `snippet`, and `cursor` when there
/// are more. The query may hold what rules/searchquery.h describes; names are looked up among people and one's own
/// rooms.
void search(Context &context, const Actor &actor, const protocol::chat::Search &request, const Reply &reply);

} // namespace chat
