#pragma once

#include "chat/actions/action.h"

namespace chat {

/// What has happened in rooms since the events a client names as its last: `rooms`, with one entry for each room asked
/// for.
///
/// `{events, read, more?}`: the events after it, in order, and how far the asker has read; with `more` it is to be
/// asked again from the last one on. `{reset:true, room, messages, hasBefore, hasAfter}`: too much has happened, or the
/// client names what this server does not know; what it has of the room is to be replaced by this, the room as in a
/// welcome and its latest messages, and members and pins are to be asked for again. `{gone:true}`: the asker is not in
/// this room. An answer is limited in events and bytes, but always gets ahead.
void sync(Context &context, const Actor &actor, const protocol::chat::Sync &request, const Reply &reply);

} // namespace chat
