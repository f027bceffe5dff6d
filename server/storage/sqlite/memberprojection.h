#pragma once

#include "storage/sqlite/catalogue.h"
#include "storage/sqlite/newevent.h"
#include "storage/sqlite/statement.h"

namespace storage::sqlite {

/// Writes who is a member of which room, and that who joins or leaves has no read position from earlier.
/// Thread: writer.
class MemberProjection final
{
public:
    MemberProjection(Connection &connection, Catalogue &catalogue);

    [[nodiscard]] MaybeFault join(NewEvent &event);
    /// Unchanged when they are no member.
    [[nodiscard]] MaybeFault leave(NewEvent &event);
    [[nodiscard]] MaybeFault mute(NewEvent &event);
    [[nodiscard]] MaybeFault setRole(NewEvent &event);

private:
    [[nodiscard]] MaybeFault forgetReads(qint64 room, qint64 person);

    Catalogue &m_catalogue;
    Statement m_join;
    Statement m_leave;
    Statement m_forgetReads;
    Statement m_mute;
    Statement m_setRole;
};

} // namespace storage::sqlite
