#pragma once

#include "storage/sqlite/messagefinder.h"
#include "storage/sqlite/newevent.h"
#include "storage/sqlite/statement.h"

namespace storage::sqlite {

/// Writes the table of reactions.
/// Thread: writer.
class ReactionProjection final
{
public:
    ReactionProjection(Connection &connection, MessageFinder &finder);

    [[nodiscard]] MaybeFault add(NewEvent &event);
    [[nodiscard]] MaybeFault remove(NewEvent &event);

private:
    MessageFinder &m_finder;
    Statement m_add;
    Statement m_remove;
};

} // namespace storage::sqlite
