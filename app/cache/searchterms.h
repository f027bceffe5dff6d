#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace cache {

/// What somebody typed into a search field, taken apart.
/// Thread: any (a value type).
struct SearchTerms
{
    QStringList words; ///< different ones, at most 32; letters, digits and marks only; the last may be a beginning
    QString from; ///< after `from:`, without `@`; empty: anybody
    QString room; ///< after `in:`, without `#`; empty: anywhere
    std::optional<qint64> since; ///< after `after:`: the beginning of that day, UTC milliseconds
    std::optional<qint64> until; ///< after `before:`
};

/// Whatever is no filter, such as `before:lunch`, is a word. Values with spaces stand in quotes: `from:"Ann Lee"`.
[[nodiscard]] SearchTerms searchTermsFrom(QStringView typed);

/// The expression that FTS5 wants: texts with all of @p words, with @p authorTag unless it is empty, and with one of @p
/// roomTags unless there are none. Empty if there is nothing to look for. Nothing in it was chosen by the one who
/// searches but letters, digits and marks between quotes.
[[nodiscard]] QString matchExpression(const QStringList &words, const QString &authorTag, const QStringList &roomTags);

} // namespace cache
