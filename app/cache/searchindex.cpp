#include "cache/searchindex.h"

namespace cache {

namespace {

/// Messages taken in at once: so few that a reader hardly waits for them.
constexpr int stepSize = 500;

} // namespace

SearchIndex::SearchIndex(Database &database)
    : m_list(database, QStringLiteral("INSERT OR IGNORE INTO unindexed (number) VALUES (?)")),
      m_unlist(database, QStringLiteral("DELETE FROM unindexed WHERE number = ?")),
      // The index is told what it holds of the message, or it could not find it.
      m_forget(database,
               QStringLiteral("INSERT INTO search (search, rowid, text, tags)"
                              " SELECT 'delete', number, text, tags FROM search_source WHERE number = ?")),
      m_readStep(database,
                 QStringLiteral("SELECT count(*), max(number) FROM"
                                " (SELECT number FROM unindexed ORDER BY number LIMIT ?)")),
      m_fill(database,
             QStringLiteral("INSERT INTO search (rowid, text, tags) SELECT s.number, s.text, s.tags"
                            " FROM unindexed u JOIN search_source s ON s.number = u.number"
                            " WHERE u.number <= ? ORDER BY u.number")),
      m_unlistStep(database, QStringLiteral("DELETE FROM unindexed WHERE number <= ?"))
{
}

void SearchIndex::add(qint64 number)
{
    m_list.run(number);
}

void SearchIndex::forget(qint64 number)
{
    if (m_unlist.run(number) && m_unlist.changedRows() == 0)
        m_forget.run(number);
}

bool SearchIndex::takeInSome()
{
    if (!m_readStep.first(stepSize))
        return false;
    const qint64 count = m_readStep.number(0);
    const qint64 last = m_readStep.number(1);
    m_readStep.finish();
    return count > 0 && m_fill.run(last) && m_unlistStep.run(last) && count == stepSize;
}

} // namespace cache
