#pragma once

#include <QCborMap>
#include <QString>

#include <optional>

namespace cli {

/// A message in a room.
/// Thread: any (a value type).
struct Message
{
    QString id;
    QString room; ///< its id
    qint64 seq = 0;
    qint64 at = 0; ///< UTC milliseconds
    QString by; ///< a user's id
    QString text;
    bool isDeleted = false;
    QCborMap fields; ///< all of it, as it came
};

/// Nothing when it is none.
[[nodiscard]] std::optional<Message> readMessage(const QCborValue &value);

} // namespace cli
