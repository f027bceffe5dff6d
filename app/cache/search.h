#pragma once

#include "protocol/chat/message.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace cache {

/// What is looked for in the cached messages.
/// Thread: any (a value type).
struct SearchQuery
{
    /// Words, all of which must be found; the last may be the beginning of one. `from:Ann`, `in:Kitchen`,
    /// `before:2026-11-01` and `after:2026-11-01` narrow it down as they do on the server.
    QString text;
    QString room; ///< id: only there; empty: everywhere
    QString from; ///< user id: only theirs; empty: anybody's
    std::optional<qint64> since; ///< UTC milliseconds: not before it
    std::optional<qint64> until; ///< UTC milliseconds: only before it
};

struct SearchHit
{
    protocol::chat::Message message;
    QString snippet; ///< plain text; what was found stands between U+E000 and U+E001
};

/// Newest first.
struct SearchPage
{
    enum class Problem {
        None,
        NothingAsked, ///< neither a word nor an author was given
        UnknownPerson, ///< `from:` names nobody
        UnknownRoom, ///< `in:` names no room
    };

    QList<SearchHit> hits;
    QString cursor; ///< for the next page; empty: there are no more
    Problem problem = Problem::None;
    QString unknownName; ///< what is not known, as it was typed
};

using SearchCallback = std::function<void(const SearchPage &)>;

} // namespace cache
