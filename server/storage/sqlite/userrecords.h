#pragma once

#include "storage/sqlite/catalogue.h"
#include "storage/sqlite/statement.h"

#include "chat/ports/records.h"

namespace storage::sqlite {

/// Writes users and the tokens of their devices.
/// Thread: writer.
class UserRecords final
{
public:
    UserRecords(Connection &connection, Catalogue &catalogue);

    /// Refused when somebody else has the name.
    [[nodiscard]] MaybeFault put(const chat::UserRecord &record);
    [[nodiscard]] MaybeFault put(const chat::DeviceToken &token);
    [[nodiscard]] MaybeFault remove(const chat::RemoveDeviceTokens &tokens);

private:
    Catalogue &m_catalogue;
    Statement m_putUser;
    Statement m_putToken;
    Statement m_removeTokens;
};

} // namespace storage::sqlite
