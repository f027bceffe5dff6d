#pragma once

#include "storage/sqlite/newevent.h"
#include "storage/sqlite/statement.h"

#include "protocol/result.h"

namespace storage::sqlite {

/// A message that a change is about, as far as writing needs it.
struct FoundMessage
{
    qint64 number = 0;
    qint64 seq = 0;
    qint64 author = 0;
    qint64 at = 0;
    QString text;
    QString mentions; ///< keys with spaces between
    bool isPinned = false;
};

/// Finds the messages that changes are about.
/// Thread: writer.
class MessageFinder final
{
public:
    explicit MessageFinder(Connection &connection);

    /// NotFound when @p id is no message of the event's room, or a deleted one.
    [[nodiscard]] protocol::Expected<FoundMessage, Fault> find(const NewEvent &event, const QString &id);

private:
    Statement m_read;
};

} // namespace storage::sqlite
