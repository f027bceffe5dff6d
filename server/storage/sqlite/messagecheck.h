#pragma once

#include "storage/sqlite/findings.h"
#include "storage/sqlite/roomkeys.h"
#include "storage/sqlite/statement.h"

namespace storage::sqlite {

/// Checks that messages still are what was stored, and that the table of mentions has those of the messages.
/// Thread: that of its connection.
class MessageCheck final
{
public:
    MessageCheck(Connection &connection, Findings &findings);

    [[nodiscard]] MaybeFault run();

private:
    [[nodiscard]] MaybeFault checkMentions(qint64 room, qint64 seq, const QString &people);
    [[nodiscard]] QString place(qint64 room, qint64 seq);

    Findings &m_findings;
    RoomKeys m_rooms;
    Statement m_readMessages;
    Statement m_readMention;
    Statement m_countMentions;
    qint64 m_mentions = 0;
};

} // namespace storage::sqlite
