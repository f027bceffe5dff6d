#pragma once

#include "storage/sqlite/catalogue.h"
#include "storage/sqlite/memberprojection.h"
#include "storage/sqlite/newevent.h"
#include "storage/sqlite/statement.h"

namespace storage::sqlite {

/// Writes who is banned from which room.
/// Thread: writer.
class BanProjection final
{
public:
    BanProjection(Connection &connection, Catalogue &catalogue, MemberProjection &members);

    /// They leave, if they were in. Unchanged when they are banned already for the same reason until the same time.
    [[nodiscard]] MaybeFault ban(NewEvent &event);
    [[nodiscard]] MaybeFault unban(NewEvent &event);

private:
    Catalogue &m_catalogue;
    MemberProjection &m_members;
    Statement m_ban;
    Statement m_unban;
};

} // namespace storage::sqlite
