#pragma once

#include "protocol/chat/error.h"
#include "protocol/chat/limits.h"
#include "protocol/chat/requests.h"

#include <QCborMap>

// Readers of requests: each checks types and sizes and names the field that is wrong. Thread: any.
namespace protocol::chat {

[[nodiscard]] Result<GetHistory> readGetHistory(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<Sync> readSync(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<MarkRead> readMarkRead(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<Search> readSearch(const QCborMap &map, const Limits &limits);

} // namespace protocol::chat
