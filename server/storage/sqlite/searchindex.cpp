#include "storage/sqlite/searchindex.h"

#include "storage/sqlite/connection.h"

#include <algorithm>

namespace storage::sqlite {

QString searchTableDefinition(const QString &table)
{
    // No text is kept in it: `messages` has it. Vowel signs (M*) belong to words, too.
    return QStringLiteral("CREATE VIRTUAL TABLE IF NOT EXISTS %1 USING fts5(text, tags, content='', columnsize=0,"
                          " tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* M* Co'\")")
        .arg(table);
}

SearchIndex::SearchIndex(Connection &connection)
    : m_connection(connection), m_read(connection, QStringLiteral("SELECT number FROM tail")),
      m_notePart(connection,
                 QStringLiteral("INSERT INTO search_parts (part, first_at, last_at)"
                                " SELECT ?, min(at), max(at) FROM messages WHERE number > ? AND number <= ?"
                                " HAVING count(*) > 0"
                                " ON CONFLICT (part) DO UPDATE SET first_at = min(first_at, excluded.first_at),"
                                " last_at = max(last_at, excluded.last_at)")),
      m_moveReads(connection,
                  QStringLiteral("INSERT INTO reads (room, person, seq)"
                                 " SELECT m.room, m.author, max(m.seq) FROM messages m"
                                 " JOIN members b ON b.room = m.room AND b.person = m.author AND b.joined_seq < m.seq"
                                 " WHERE m.number > ? AND m.number <= ? GROUP BY m.room, m.author"
                                 " ON CONFLICT (room, person) DO UPDATE SET seq = max(seq, excluded.seq)")),
      m_write(connection, QStringLiteral("UPDATE tail SET number = ?"))
{
}

MaybeFault SearchIndex::load()
{
    if (const auto fault = m_read.run())
        return fault;
    if (m_read.next())
        m_upTo = m_read.number(0);
    m_read.finish();
    return m_read.fault();
}

MaybeFault SearchIndex::takeIn(qint64 upTo)
{
    for (qint64 part = searchPartOf(m_upTo + 1); part <= searchPartOf(upTo); ++part) {
        const qint64 after = std::max(m_upTo, part * messagesPerSearchPart - 1);
        const qint64 last = std::min(upTo, (part + 1) * messagesPerSearchPart - 1);
        if (const auto fault = fillPart(part, after, last))
            return fault;
    }
    if (const auto fault = m_moveReads.run(m_upTo, upTo))
        return fault;
    if (const auto fault = m_write.run(upTo))
        return fault;
    m_upTo = upTo;
    return std::nullopt;
}

MaybeFault SearchIndex::fillPart(qint64 part, qint64 after, qint64 upTo)
{
    const QString table = searchTable(part);
    if (const auto fault = m_connection.execute(searchTableDefinition(table)))
        return fault;
    Statement fill(m_connection,
                   QStringLiteral("INSERT INTO %1 (rowid, text, tags) SELECT number, text, tags"
                                  " FROM search_source WHERE number > ? AND number <= ? ORDER BY number")
                       .arg(table));
    if (const auto fault = fill.run(after, upTo))
        return fault;
    return m_notePart.run(part, after, upTo);
}

MaybeFault SearchIndex::forget(qint64 number)
{
    if (number > m_upTo)
        return std::nullopt;
    // The index is told what it holds of the message, or it could not find it.
    Statement statement(m_connection,
                        QStringLiteral("INSERT INTO %1 (%1, rowid, text, tags)"
                                       " SELECT 'delete', number, text, tags FROM search_source"
                                       " WHERE number = ?")
                            .arg(searchTable(searchPartOf(number))));
    return statement.run(number);
}

MaybeFault SearchIndex::add(qint64 number)
{
    if (number > m_upTo)
        return std::nullopt;
    Statement statement(m_connection,
                        QStringLiteral("INSERT INTO %1 (rowid, text, tags) SELECT number, text, tags"
                                       " FROM search_source WHERE number = ?")
                            .arg(searchTable(searchPartOf(number))));
    return statement.run(number);
}

} // namespace storage::sqlite
