#pragma once

#include "storage/sqlite/check.h"
#include "storage/sqlite/findings.h"
#include "storage/sqlite/personnames.h"
#include "storage/sqlite/statement.h"
#include "storage/sqlite/tablefacts.h"

namespace storage::sqlite {

/// Checks that the logs of the rooms have no gaps, and that the tables made from them are as the logs say.
/// Thread: that of its connection.
class LogCheck final
{
public:
    LogCheck(Connection &connection, Findings &findings);

    /// Counts along the way.
    [[nodiscard]] MaybeFault run(CheckReport &report);

private:
    struct Room
    {
        qint64 key = 0;
        QString id;
    };
    /// The seq at which the log ends.
    [[nodiscard]] protocol::Expected<qint64, Fault> checkSeqs(const Room &room, CheckReport &report);
    [[nodiscard]] MaybeFault checkTables(const Room &room);
    [[nodiscard]] MaybeFault checkReads(const Room &room, qint64 lastSeq);

    Findings &m_findings;
    PersonNames m_names;
    TableFacts m_tables;
    Statement m_readRooms;
    Statement m_readSeqs;
    Statement m_readEvents;
    Statement m_readAhead;
};

} // namespace storage::sqlite
