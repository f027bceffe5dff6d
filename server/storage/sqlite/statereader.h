#pragma once

#include "storage/sqlite/connection.h"

#include "chat/ports/records.h"
#include "protocol/result.h"

namespace storage::sqlite {

/// Reads everything that the chat holds in memory.
[[nodiscard]] protocol::Expected<chat::StoredState, Fault> readState(Connection &connection);

} // namespace storage::sqlite
