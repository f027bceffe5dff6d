#pragma once

// What every action has in common.
//
// For each thing people can do there is one file here with a function
//     void doIt(Context &, const Actor &, const protocol::chat::Request &, const Reply &);
// which first calls a `checkIt` that changes nothing and may refuse, then does it: hands the change to the store, and
// when that has been stored takes it into the state, publishes it and replies, in this order.

#include "chat/context.h"
#include "chat/ports/messagestore.h"
#include "chat/rules/permissions.h"
#include "chat/rules/standing.h"

#include "protocol/chat/requests.h"

namespace chat {

/// Hands @p change to the store. When it has been stored, all of it is taken into the state and every new event is
/// published, then @p then is called; when not, @p reply is refused (Unchanged counts as done, without events). What
/// @p then holds is let go directly after that in both cases, so it may keep reservations.
///
/// Who joins a room follows it from then on and is sent `room:added`; who leaves follows it no longer, before the event
/// is published, and is sent `room:removed`.
void commitAndPublish(Context &context, Change change, const Reply &reply,
                      std::function<void(const Committed &committed)> then);
/// The same for those who are not answered with fields: @p refuse is called when it was not stored.
void commitOrRefuse(Context &context, Change change, std::function<void(protocol::chat::Error)> refuse,
                    std::function<void(const Committed &committed)> then);

/// Calls @p again, in the chat thread, once everything handed to the store so far has been stored or refused: for what
/// depends on a change that is still on its way.
void whenSettled(Context &context, std::function<void()> again);

/// An event of now.
[[nodiscard]] AppendEvent newEvent(const Context &context, const QString &room, protocol::chat::RoomEventType type,
                                   const QString &by, QCborMap detail);
/// An entry of now for the audit log; @p room empty: the whole server.
[[nodiscard]] AppendAudit newAuditEntry(const Context &context, const Actor &actor, const QString &action,
                                        const QString &room, const QString &target, QCborMap detail = {});

/// Adds @p text under @p field unless it is empty.
void insertGiven(QCborMap &map, const QString &field, const QString &text);

} // namespace chat
