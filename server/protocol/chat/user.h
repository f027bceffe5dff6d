#pragma once

#include "protocol/chat/role.h"

#include <QCborMap>
#include <QString>

#include <optional>

namespace protocol::chat {

/// Somebody as others see them.
/// Thread: any (a value type).
struct User
{
    QString id;
    QString name;
    QString avatar; ///< a colour or picture reference chosen by the user; empty: made from the name
    Role role = Role::Member; ///< in the server
    qint64 createdAt = 0; ///< UTC milliseconds
    qint64 lastSeenAt = 0; ///< UTC milliseconds, 0 if not known

    [[nodiscard]] QCborMap toMap() const;
    /// Nothing when a field is missing or of the wrong type.
    [[nodiscard]] static std::optional<User> fromMap(const QCborMap &map);

    friend bool operator==(const User &, const User &) = default;
};

} // namespace protocol::chat
