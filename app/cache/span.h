#pragma once

#include <QtGlobal>

namespace cache {

/// A piece of a room's log that is known without gaps: every message with `first <= seq <= last` is in the cache, as it
/// stands after all events that have been applied. A room whose history begins inside has `first` 1.
/// Thread: any (a value type).
struct Span
{
    qint64 first = 0;
    qint64 last = 0; ///< not before first; 0: nothing is known

    [[nodiscard]] bool isEmpty() const { return last == 0; }
    [[nodiscard]] bool contains(qint64 seq) const { return !isEmpty() && first <= seq && seq <= last; }

    friend bool operator==(const Span &, const Span &) = default;
};

} // namespace cache
