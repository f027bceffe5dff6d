#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace storage::sqlite {

/// Where a word stands in a text.
struct WordRange
{
    qsizetype start = 0;
    qsizetype length = 0;
};

/// Calls @p found for each word of @p text in order until it returns false. A word is made of letters, digits
/// and marks, not of marks alone; everything else stands between words.
void eachWord(QStringView text, const std::function<bool(const WordRange &)> &found);

/// The word as the search compares it: without case and accents.
[[nodiscard]] QString foldedWord(QStringView word);

/// The different words of what somebody typed into a search field, at most 32 and none longer than 64 characters. The
/// last one may be the beginning of a word.
[[nodiscard]] QStringList searchWords(QStringView typed);

/// The expression that finds texts with all of @p words, as FTS5 wants it. Nothing in it was chosen by the one who
/// searches but letters and digits between quotes. Never empty when there is a word or a tag.
[[nodiscard]] QString matchExpression(const QStringList &words, const QStringList &anyOfTags,
                                      const QString &requiredTag);

} // namespace storage::sqlite
