#pragma once

#include "cache/statement.h"

namespace cache {

class Database;

/// Keeps the search index in step with the messages. New texts only get on a list; they are taken into the index when
/// the writer has nothing else to do, many at once, or when somebody searches. Thread: writer.
class SearchIndex final
{
public:
    explicit SearchIndex(Database &database);

    /// A message has come, or has a new text: before this its old one was forgotten.
    void add(qint64 number);
    /// To be called before a message's text changes or the message goes.
    void forget(qint64 number);
    /// Takes some of those on the list into the index. False: none are left.
    bool takeInSome();

private:
    Statement m_list;
    Statement m_unlist;
    Statement m_forget;
    Statement m_readStep;
    Statement m_fill;
    Statement m_unlistStep;
};

} // namespace cache
