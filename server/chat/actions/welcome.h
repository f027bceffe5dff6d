#pragma once

#include "chat/context.h"
#include "chat/ports/queries.h"

#include <QHash>

#include <vector>

namespace chat {

/// What was counted for one room of a reader, and how far they had read then.
struct RoomFigures
{
    qint64 read = 0;
    UnreadCount count;
};
using WelcomeFigures = QHash<QString, RoomFigures>; ///< by room

/// What has to be asked of the store because @p figures have nothing for a room of @p user or something older than the
/// state.
/// Thread: chat thread.
[[nodiscard]] std::vector<UnreadQuery> staleFigures(const Context &context, const QString &user,
                                                    const WelcomeFigures &figures);

/// The fields of `welcome` but `token`: `user`, `users`, `server`, `rooms`, `presence`.
/// Thread: chat thread.
[[nodiscard]] QCborMap welcomeFields(const Context &context, const QString &user, const WelcomeFigures &figures);

} // namespace chat
