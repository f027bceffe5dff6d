#pragma once

#include <QChar>
#include <QStringView>

namespace markup {

/// A code point of a text.
struct CodePoint
{
    char32_t value = 0;
    qsizetype length = 1; ///< in UTF-16
};

/// A half surrogate pair counts as a character of its own. Thread: any.
[[nodiscard]] inline CodePoint codePointAt(QStringView text, qsizetype at)
{
    const QChar first = text[at];
    if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, text[at + 1]), 2};
    return {first.unicode(), 1};
}

/// Whether @p unit is a part of a word, so that a sign beside it is probably no markup. Thread: any.
[[nodiscard]] inline bool isWordCharacter(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isMark() || unit.isSurrogate() || unit == u'_';
}

} // namespace markup
