#pragma once

#include "storage/sqlite/findings.h"
#include "storage/sqlite/statement.h"

namespace storage::sqlite {

/// Checks that the search index has the words of all messages that it should have, and no others, by making it again in
/// temporary tables.
/// Thread: that of its connection.
class SearchCheck final
{
public:
    SearchCheck(Connection &connection, Findings &findings);

    [[nodiscard]] MaybeFault run();

private:
    [[nodiscard]] MaybeFault checkPart(qint64 part, qint64 upTo);
    [[nodiscard]] MaybeFault makeExpected(qint64 part, qint64 upTo);
    [[nodiscard]] MaybeFault compare(qint64 part);
    /// Nothing the readers of a database usually do: the temporary tables count as writing.
    [[nodiscard]] MaybeFault allowTemporary(bool isAllowed);

    Connection &m_connection;
    Findings &m_findings;
};

} // namespace storage::sqlite
