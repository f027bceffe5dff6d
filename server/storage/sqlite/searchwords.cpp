#include "storage/sqlite/searchwords.h"

namespace storage::sqlite {

namespace {

constexpr qsizetype maxWords = 32;
constexpr qsizetype maxWordLength = 64;

struct CodePoint
{
    char32_t value = 0;
    qsizetype length = 1; ///< in UTF-16
};

CodePoint codePointAt(QStringView text, qsizetype at)
{
    const QChar first = text[at];
    if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, text[at + 1]), 2};
    return {first.unicode(), 1};
}

bool isPartOfWord(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

QString quoted(const QString &word)
{
    return u'"' + word + u'"';
}

/// Not in the middle of a surrogate pair.
QStringView shortened(QStringView word)
{
    if (word.size() <= maxWordLength)
        return word;
    const bool isSplit = word[maxWordLength - 1].isHighSurrogate();
    return word.first(maxWordLength - (isSplit ? 1 : 0));
}

} // namespace

void eachWord(QStringView text, const std::function<bool(const WordRange &)> &found)
{
    qsizetype at = 0;
    qsizetype start = -1;
    bool hasLetter = false;
    while (at < text.size()) {
        const CodePoint c = codePointAt(text, at);
        if (isPartOfWord(c.value)) {
            if (start < 0)
                start = at;
            hasLetter = hasLetter || !QChar::isMark(c.value);
        } else if (start >= 0) {
            if (hasLetter && !found({start, at - start}))
                return;
            start = -1;
            hasLetter = false;
        }
        at += c.length;
    }
    if (hasLetter)
        found({start, at - start});
}

QString foldedWord(QStringView word)
{
    const QString decomposed = word.toString().normalized(QString::NormalizationForm_D);
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            folded += c;
    }
    return folded.toCaseFolded();
}

QStringList searchWords(QStringView typed)
{
    QStringList words;
    eachWord(typed, [&](const WordRange &range) {
        const QString word = shortened(typed.sliced(range.start, range.length)).toString();
        // Said again, a word moves to the end, where it may be the beginning of one.
        words.removeOne(word);
        words.append(word);
        return words.size() < maxWords;
    });
    return words;
}

QString matchExpression(const QStringList &words, const QStringList &anyOfTags, const QString &requiredTag)
{
    QStringList parts;
    for (const QString &word : words)
        parts.append(quoted(word));
    if (!parts.isEmpty())
        parts.back() += u'*';
    if (!requiredTag.isEmpty())
        parts.append(quoted(requiredTag));
    if (!anyOfTags.isEmpty()) {
        QStringList tags;
        for (const QString &tag : anyOfTags)
            tags.append(quoted(tag));
        parts.append(u'(' + tags.join(QLatin1String(" OR ")) + u')');
    }
    return parts.join(QLatin1String(" AND "));
}

} // namespace storage::sqlite
