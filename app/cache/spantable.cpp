#include "cache/spantable.h"

namespace cache {

SpanTable::SpanTable(Database &database)
    : m_readTouching(database,
                     QStringLiteral("SELECT min(first), max(last) FROM spans WHERE room = ? AND first <= ?"
                                    " AND last >= ?")),
      m_removeTouching(database, QStringLiteral("DELETE FROM spans WHERE room = ? AND first <= ? AND last >= ?")),
      m_insert(database, QStringLiteral("INSERT INTO spans (room, first, last) VALUES (?, ?, ?)")),
      m_removeAll(database, QStringLiteral("DELETE FROM spans WHERE room = ?"))
{
}

void SpanTable::add(qint64 room, Span span)
{
    const qint64 from = span.first - 1;
    const qint64 to = span.last + 1;
    if (!m_readTouching.first(room, to, from))
        return;
    if (!m_readTouching.isNull(0)) {
        span.first = qMin(span.first, m_readTouching.number(0));
        span.last = qMax(span.last, m_readTouching.number(1));
    }
    m_readTouching.finish();
    m_removeTouching.run(room, to, from);
    m_insert.run(room, span.first, span.last);
}

void SpanTable::removeAll(qint64 room)
{
    m_removeAll.run(room);
}

} // namespace cache
