#pragma once

#include "storage/sqlite/catalogue.h"
#include "storage/sqlite/newevent.h"
#include "storage/sqlite/statement.h"

namespace storage::sqlite {

/// Writes the table of rooms.
/// Thread: writer.
class RoomProjection final
{
public:
    RoomProjection(Connection &connection, Catalogue &catalogue);

    [[nodiscard]] MaybeFault create(NewEvent &event);
    [[nodiscard]] MaybeFault update(NewEvent &event);

private:
    Catalogue &m_catalogue;
    Statement m_create;
    Statement m_update;
};

} // namespace storage::sqlite
