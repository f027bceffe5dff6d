#pragma once

#include "chat/ports/queries.h"

#include <QCborMap>

namespace chat {

/// The messages, oldest first, and `hasBefore` and `hasAfter`: the fields of an answer. What would exceed @p maxBytes
/// is left out, from the side that @p query was not asked from, and hasBefore or hasAfter says so; one message is
/// always in it.
[[nodiscard]] QCborMap historyFields(const HistoryQuery &query, const HistoryPage &page, qsizetype maxBytes);

} // namespace chat
