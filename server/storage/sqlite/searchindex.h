#pragma once

#include "storage/sqlite/statement.h"

#include <QString>

namespace storage::sqlite {

/// How many message numbers one table of the search index covers. Bounds what one search can cost: a table is searched
/// only after the newer ones, and the search ends when its page is full.
inline constexpr qint64 messagesPerSearchPart = 65'536;

/// Before the key of a room or an author in the tags of an indexed message.
inline constexpr QChar roomTag{0xe002};
inline constexpr QChar authorTag{0xe003};

[[nodiscard]] inline qint64 searchPartOf(qint64 messageNumber)
{
    return messageNumber / messagesPerSearchPart;
}
[[nodiscard]] inline QString searchTable(qint64 part)
{
    return QStringLiteral("search_%1").arg(part);
}
/// The statement that makes a table of the index, if it is not there yet.
[[nodiscard]] QString searchTableDefinition(const QString &table);

/// Writes the full-text index over the messages and the read positions that follow from writing.
///
/// Both come some time after the message, many messages at a time, which costs a fraction; what is missing after a
/// crash is known from the table `tail` and is made up for.
/// Thread: writer.
class SearchIndex final
{
public:
    explicit SearchIndex(Connection &connection);

    [[nodiscard]] MaybeFault load();
    /// The number of the last message that has been taken in.
    [[nodiscard]] qint64 upTo() const { return m_upTo; }

    /// Takes in the messages up to number @p upTo.
    [[nodiscard]] MaybeFault takeIn(qint64 upTo);
    /// Before the text of a message changes. Does nothing for one that has not been taken in.
    [[nodiscard]] MaybeFault forget(qint64 number);
    /// After it has changed.
    [[nodiscard]] MaybeFault add(qint64 number);

private:
    [[nodiscard]] MaybeFault fillPart(qint64 part, qint64 after, qint64 upTo);

    Connection &m_connection;
    Statement m_read;
    Statement m_notePart;
    Statement m_moveReads;
    Statement m_write;
    qint64 m_upTo = 0;
};

} // namespace storage::sqlite
