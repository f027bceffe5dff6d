#include "chat/rules/searchquery.h"

#include <QDateTime>

namespace chat {

namespace {

const QLatin1Char quote('"');

/// Splits at white space, but not inside quotes. A quote without its partner is left as it is.
class TermReader
{
public:
    explicit TermReader(QStringView query) : m_query(query) {}

    /// Null at the end.
    QStringView next()
    {
        while (m_next < m_query.size() && m_query[m_next].isSpace())
            ++m_next;
        const qsizetype start = m_next;
        while (m_next < m_query.size() && !m_query[m_next].isSpace())
            m_next = m_query[m_next] == quote ? endOfQuoted() : m_next + 1;
        return start == m_next ? QStringView() : m_query.sliced(start, m_next - start);
    }

private:
    qsizetype endOfQuoted() const
    {
        const qsizetype end = m_query.indexOf(quote, m_next + 1);
        return end < 0 ? m_next + 1 : end + 1;
    }

    QStringView m_query;
    qsizetype m_next = 0;
};

/// What stands after `key:`, without quotes; empty when @p term is not of this kind.
QStringView valueOf(QStringView term, QLatin1String key)
{
    if (!term.startsWith(key, Qt::CaseInsensitive) || term.size() <= key.size() || term[key.size()] != QLatin1Char(':'))
        return {};
    QStringView value = term.sliced(key.size() + 1);
    if (value.size() >= 2 && value.front() == quote && value.back() == quote)
        value = value.sliced(1, value.size() - 2);
    return value.trimmed();
}

QString nameFrom(QStringView value, QLatin1Char mark)
{
    return (value.size() > 1 && value.front() == mark ? value.sliced(1) : value).toString();
}

std::optional<qint64> startOfDay(QStringView value)
{
    const QDate date = QDate::fromString(value.toString(), QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid())
        return std::nullopt;
    return date.startOfDay(Qt::UTC).toMSecsSinceEpoch();
}

/// False when @p term is a word to search for.
bool takeFilter(QStringView term, SearchTerms &terms)
{
    if (const QStringView from = valueOf(term, QLatin1String("from")); !from.isEmpty()) {
        terms.from = nameFrom(from, QLatin1Char('@'));
        return true;
    }
    if (const QStringView room = valueOf(term, QLatin1String("in")); !room.isEmpty()) {
        terms.room = nameFrom(room, QLatin1Char('#'));
        return true;
    }
    if (const auto until = startOfDay(valueOf(term, QLatin1String("before")))) {
        terms.until = until;
        return true;
    }
    if (const auto since = startOfDay(valueOf(term, QLatin1String("after")))) {
        terms.since = since;
        return true;
    }
    return false;
}

} // namespace

SearchTerms searchTermsFrom(QStringView query)
{
    SearchTerms terms;
    TermReader reader(query);
    for (QStringView term = reader.next(); !term.isNull(); term = reader.next()) {
        if (takeFilter(term, terms))
            continue;
        if (!terms.text.isEmpty())
            terms.text += QLatin1Char(' ');
        terms.text += term;
    }
    return terms;
}

} // namespace chat
