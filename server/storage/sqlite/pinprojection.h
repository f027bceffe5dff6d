#pragma once

#include "storage/sqlite/messagefinder.h"
#include "storage/sqlite/newevent.h"
#include "storage/sqlite/statement.h"

namespace storage::sqlite {

/// Writes which messages are pinned.
/// Thread: writer.
class PinProjection final
{
public:
    PinProjection(Connection &connection, MessageFinder &finder);

    [[nodiscard]] MaybeFault pin(NewEvent &event);
    [[nodiscard]] MaybeFault unpin(NewEvent &event);

private:
    MessageFinder &m_finder;
    Statement m_set;
};

} // namespace storage::sqlite
