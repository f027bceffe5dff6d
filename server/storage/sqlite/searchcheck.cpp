#include "storage/sqlite/searchcheck.h"

#include "storage/sqlite/connection.h"
#include "storage/sqlite/searchindex.h"

#include <vector>

namespace storage::sqlite {

namespace {

/// For each word in how many places it is, and two sums that differ when the places do.
QString wordsIn(const QString &vocabulary)
{
    return QStringLiteral("SELECT term, count(*), sum(doc), sum((doc % 65536 + 1) * (offset + 1) * (col = 'tags') * 7"
                          " + (doc % 65536 + 1) * (offset + 1)) FROM temp.%1 GROUP BY term")
        .arg(vocabulary);
}

} // namespace

SearchCheck::SearchCheck(Connection &connection, Findings &findings) : m_connection(connection), m_findings(findings) {}

MaybeFault SearchCheck::run()
{
    Statement readTail(m_connection, QStringLiteral("SELECT number FROM tail"));
    if (const auto fault = readTail.run())
        return fault;
    const qint64 upTo = readTail.next() ? readTail.number(0) : 0;
    readTail.finish();
    std::vector<qint64> parts;
    Statement readParts(m_connection, QStringLiteral("SELECT part FROM search_parts ORDER BY part"));
    if (const auto fault = readParts.run())
        return fault;
    while (readParts.next())
        parts.push_back(readParts.number(0));
    for (const qint64 part : parts) {
        if (m_findings.isFull())
            break;
        if (const auto fault = checkPart(part, upTo))
            return fault;
    }
    return std::nullopt;
}

MaybeFault SearchCheck::checkPart(qint64 part, qint64 upTo)
{
    auto fault = allowTemporary(true);
    if (!fault)
        fault = makeExpected(part, upTo);
    if (!fault)
        fault = compare(part);
    for (const char *table : {"found", "wanted", "expected"}) {
        if (!fault)
            fault = m_connection.execute(QStringLiteral("DROP TABLE temp.%1").arg(QLatin1String(table)));
    }
    const auto ended = allowTemporary(false);
    return fault ? fault : ended;
}

MaybeFault SearchCheck::makeExpected(qint64 part, qint64 upTo)
{
    const QStringList statements{
        searchTableDefinition(QStringLiteral("temp.expected")),
        QStringLiteral("INSERT INTO temp.expected (rowid, text, tags) SELECT number, text, tags FROM search_source"
                       " WHERE number >= %1 AND number < %2 AND number <= %3 ORDER BY number")
            .arg(part * messagesPerSearchPart)
            .arg((part + 1) * messagesPerSearchPart)
            .arg(upTo),
        QStringLiteral("CREATE VIRTUAL TABLE temp.wanted USING fts5vocab('temp', 'expected', 'instance')"),
        QStringLiteral("CREATE VIRTUAL TABLE temp.found USING fts5vocab('main', '%1', 'instance')")
            .arg(searchTable(part)),
    };
    for (const QString &statement : statements) {
        if (const auto fault = m_connection.execute(statement))
            return fault;
    }
    return std::nullopt;
}

MaybeFault SearchCheck::compare(qint64 part)
{
    Statement found(m_connection, wordsIn(QStringLiteral("found")));
    Statement wanted(m_connection, wordsIn(QStringLiteral("wanted")));
    if (const auto fault = found.run())
        return fault;
    if (const auto fault = wanted.run())
        return fault;
    while (true) {
        const bool hasFound = found.next();
        const bool hasWanted = wanted.next();
        if (!hasFound && !hasWanted)
            break;
        const bool isSame = hasFound && hasWanted && found.text(0) == wanted.text(0)
            && found.number(1) == wanted.number(1) && found.number(2) == wanted.number(2)
            && found.number(3) == wanted.number(3);
        if (!isSame) {
            m_findings.add(QStringLiteral("search index, table %1: it does not have the words of the messages,"
                                          " the first of them \"%2\"")
                               .arg(searchTable(part), (hasWanted ? wanted : found).text(0)));
            break;
        }
    }
    found.finish();
    wanted.finish();
    const auto fault = found.fault();
    return fault ? fault : wanted.fault();
}

MaybeFault SearchCheck::allowTemporary(bool isAllowed)
{
    return m_connection.execute(isAllowed ? QStringLiteral("PRAGMA query_only=OFF")
                                          : QStringLiteral("PRAGMA query_only=ON"));
}

} // namespace storage::sqlite
