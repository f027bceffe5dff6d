#pragma once

#include "chat/context.h"
#include "chat/ports/records.h"
#include "chat/state/reservations.h"
#include "chat/state/roomstate.h"

#include <optional>
#include <vector>

namespace chat {

/// The event by which @p user becomes a member of a room: as a guest, when they are one in the server.
/// Thread: chat thread.
[[nodiscard]] AppendEvent joining(const Context &context, const QString &room, const QString &user, const QString &by);

/// Whether @p user may be a member of one more room. Errors: TooMany.
/// Thread: chat thread.
[[nodiscard]] protocol::chat::Result<std::monostate> checkHasSpace(const Context &context, const QString &user);

/// Acks `room` with what has to be counted for one of its members; NotFound when it is hidden from them meanwhile.
/// Thread: chat thread.
void replyWithRoom(Context &context, const QString &room, const QString &user, const Reply &reply);

/// Reserves everything that taking a member out of a room touches. Nothing when some of it is changing already.
/// Thread: chat thread.
[[nodiscard]] std::optional<std::vector<Reservations::Hold>> holdForDeparture(Context &context, const RoomState &room,
                                                                              const QString &user);

} // namespace chat
