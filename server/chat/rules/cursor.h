#pragma once

#include <QString>

#include <optional>

namespace chat {

/// Where a page of a list that is sorted by name ended.
struct NamePosition
{
    QString key;
    QString id; ///< decides between equal keys

    friend auto operator<=>(const NamePosition &a, const NamePosition &b)
    {
        const int byKey = a.key.compare(b.key);
        return (byKey != 0 ? byKey : a.id.compare(b.id)) <=> 0;
    }
    friend bool operator==(const NamePosition &, const NamePosition &) = default;
};

/// As it travels: opaque to clients.
[[nodiscard]] QString cursorFrom(const NamePosition &position);
/// Nothing when @p cursor is none of ours. An empty one stands before everything.
[[nodiscard]] std::optional<NamePosition> namePositionFrom(const QString &cursor);

} // namespace chat
