#include "storage/sqlite/snippet.h"

#include "storage/sqlite/searchwords.h"

#include <algorithm>
#include <vector>

namespace storage::sqlite {

namespace {

constexpr QChar matchStart(0xe000);
constexpr QChar matchEnd(0xe001);
constexpr QChar ellipsis(0x2026);
/// Before the first match, and altogether.
constexpr qsizetype maxLead = 40;
constexpr qsizetype maxLength = 200;

QString withoutMarkers(QString text)
{
    text.remove(matchStart);
    text.remove(matchEnd);
    return text;
}

class Matcher
{
public:
    explicit Matcher(const QStringList &words)
    {
        for (const QString &word : words)
            m_words.append(foldedWord(word));
    }
    [[nodiscard]] bool matches(QStringView word) const
    {
        if (m_words.isEmpty())
            return false;
        const QString folded = foldedWord(word);
        return m_words.contains(folded) || folded.startsWith(m_words.back());
    }

private:
    QStringList m_words;
};

qsizetype beforeSurrogate(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() ? at - 1 : at;
}

/// Where the piece begins: a little before the first match, at a word.
qsizetype startOfPiece(const QString &text, qsizetype firstMatch)
{
    if (firstMatch <= maxLead)
        return 0;
    const qsizetype earliest = firstMatch - maxLead;
    const qsizetype space = text.indexOf(u' ', earliest);
    return space >= 0 && space < firstMatch ? space + 1 : beforeSurrogate(text, earliest);
}

} // namespace

QString snippetOf(const QString &original, const QStringList &words)
{
    const QString text = withoutMarkers(original);
    const Matcher matcher(words);
    std::vector<WordRange> matches;
    qsizetype end = std::numeric_limits<qsizetype>::max();
    eachWord(text, [&](const WordRange &range) {
        if (range.start >= end)
            return false;
        if (matcher.matches(QStringView(text).sliced(range.start, range.length))) {
            if (matches.empty())
                end = range.start + maxLength;
            matches.push_back(range);
        }
        return true;
    });
    const qsizetype start = startOfPiece(text, matches.empty() ? 0 : matches.front().start);
    end = beforeSurrogate(text, std::min(text.size(), start + maxLength));
    QString snippet;
    if (start > 0)
        snippet += ellipsis;
    qsizetype at = start;
    for (const WordRange &match : matches) {
        if (match.start >= end)
            break;
        const qsizetype matchLength = std::min(match.length, end - match.start);
        snippet += QStringView(text).sliced(at, match.start - at);
        snippet += matchStart;
        snippet += QStringView(text).sliced(match.start, matchLength);
        snippet += matchEnd;
        at = match.start + matchLength;
    }
    snippet += QStringView(text).sliced(at, end - at);
    if (end < text.size())
        snippet += ellipsis;
    return snippet;
}

} // namespace storage::sqlite
