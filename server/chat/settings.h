#pragma once

#include "protocol/chat/limits.h"
#include "protocol/chat/role.h"

#include <QByteArray>
#include <QString>

namespace chat {

/// What the one who runs the server decides about the chat.
/// Thread: any (a value type).
struct Settings
{
    QString serverName = QStringLiteral("Confab");
    QString serverVersion;
    QByteArray serverPasswordHash; ///< of PasswordHasher; empty: anybody may come in
    /// Whether the first person who comes in becomes the server's owner.
    bool firstUserIsOwner = true;
    /// Who may open public rooms.
    protocol::chat::Role createsRooms = protocol::chat::Role::Member;
    protocol::chat::Limits limits;
};

/// The room everybody is a member of from the first connection on, and nobody can leave.
inline const QString generalRoomId = QStringLiteral("general");

} // namespace chat
