#pragma once

#include <QString>

#include <optional>

namespace chat {

/// What somebody typed into the search field, taken apart.
struct SearchTerms
{
    QString text; ///< the words, and what stands in quotes with its quotes, separated by single spaces
    QString from; ///< a user's name, as typed after `from:`, without `@`; empty: anybody
    QString room; ///< a room's name, as typed after `in:`, without `#`; empty: any
    std::optional<qint64> since; ///< UTC milliseconds: the start of the day after `after:`
    std::optional<qint64> until; ///< UTC milliseconds: the start of the day after `before:`

    friend bool operator==(const SearchTerms &, const SearchTerms &) = default;
};

/// Takes `from:name`, `in:room`, `before:2026-11-01` and `after:2026-11-01` out of @p query; values with spaces stand
/// in quotes: `from:"Ann Lee"`. The last one of a kind counts. What is not understood, such as `before:lunch`, is a
/// word. Never fails. Thread: any.
[[nodiscard]] SearchTerms searchTermsFrom(QStringView query);

} // namespace chat
