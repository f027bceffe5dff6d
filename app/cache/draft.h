#pragma once

#include <QString>

namespace cache {

/// What somebody has begun to write in a room.
/// Thread: any (a value type).
struct Draft
{
    QString text;
    QString replyTo; ///< a message id, or empty

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && replyTo.isEmpty(); }

    friend bool operator==(const Draft &, const Draft &) = default;
};

} // namespace cache
