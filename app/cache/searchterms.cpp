#include "cache/searchterms.h"

#include <QDateTime>
#include <QRegularExpression>

namespace cache {

namespace {

constexpr qsizetype maxWords = 32;
constexpr qsizetype maxWordLength = 64;

std::optional<qint64> startOfDay(const QString &value)
{
    const QDate date = QDate::fromString(value, Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    return date.startOfDay(Qt::UTC).toMSecsSinceEpoch();
}

QString withoutMark(const QString &name, QChar mark)
{
    return name.size() > 1 && name.front() == mark ? name.sliced(1) : name;
}

/// False: it is no filter after all.
bool takeFilter(const QString &key, const QString &value, SearchTerms &terms)
{
    if (key == QLatin1String("from")) {
        terms.from = withoutMark(value, u'@');
        return true;
    }
    if (key == QLatin1String("in")) {
        terms.room = withoutMark(value, u'#');
        return true;
    }
    const auto day = startOfDay(value);
    if (day)
        (key == QLatin1String("before") ? terms.until : terms.since) = day;
    return day.has_value();
}

void takeWords(const QString &text, SearchTerms &terms)
{
    static const QRegularExpression wordPattern(
        QStringLiteral("[\\p{L}\\p{N}\\p{M}]*[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*"));
    auto matches = wordPattern.globalMatch(text);
    while (matches.hasNext() && terms.words.size() < maxWords) {
        QString word = matches.next().captured().left(maxWordLength);
        if (word.back().isHighSurrogate())
            word.chop(1);
        // Said again, a word moves to the end, where it may be the beginning of one.
        terms.words.removeOne(word);
        terms.words.append(word);
    }
}

/// A single Latin letter or digit begins far too many words.
bool isWorthCompleting(const QString &word)
{
    return word.size() > 1 || word.front().unicode() > 0x7f;
}

QString quoted(const QString &word)
{
    return u'"' + word + u'"';
}

} // namespace

SearchTerms searchTermsFrom(QStringView typed)
{
    static const QRegularExpression termPattern(
        QStringLiteral("(?:(from|in|before|after):)(?:\"([^\"]*)\"|(\\S+))|\"[^\"]*\"|\\S+"),
        QRegularExpression::CaseInsensitiveOption);
    SearchTerms terms;
    auto matches = termPattern.globalMatch(typed.toString());
    while (matches.hasNext()) {
        const QRegularExpressionMatch term = matches.next();
        const QString value = QString(term.captured(2) + term.captured(3)).trimmed();
        if (value.isEmpty() || !takeFilter(term.captured(1).toLower(), value, terms))
            takeWords(term.captured(), terms);
    }
    return terms;
}

QString matchExpression(const QStringList &words, const QString &authorTag, const QStringList &roomTags)
{
    QStringList parts;
    for (const QString &word : words)
        parts.append(quoted(word));
    if (!words.isEmpty() && isWorthCompleting(words.back()))
        parts.back() += u'*';
    if (!authorTag.isEmpty())
        parts.append(quoted(authorTag));
    QStringList rooms;
    for (const QString &tag : roomTags)
        rooms.append(quoted(tag));
    if (!rooms.isEmpty())
        parts.append(u'(' + rooms.join(QLatin1String(" OR ")) + u')');
    return parts.join(QLatin1String(" AND "));
}

} // namespace cache
