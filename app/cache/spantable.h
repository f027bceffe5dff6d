#pragma once

#include "cache/span.h"
#include "cache/statement.h"

namespace cache {

class Database;

/// Keeps where the messages of rooms are known without gaps.
/// Thread: writer.
class SpanTable final
{
public:
    explicit SpanTable(Database &database);

    /// Spans that touch or overlap become one.
    void add(qint64 room, Span span);
    void removeAll(qint64 room);

private:
    Statement m_readTouching;
    Statement m_removeTouching;
    Statement m_insert;
    Statement m_removeAll;
};

} // namespace cache
