#pragma once

#include "protocol/chat/error.h"
#include "protocol/chat/limits.h"
#include "protocol/chat/requests.h"

#include <QCborMap>

// Readers of requests: each checks types and sizes and names the field that is wrong. Thread: any.
namespace protocol::chat {

[[nodiscard]] Result<CreateScheduled> readCreateScheduled(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<ListScheduled> readListScheduled(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<CancelScheduled> readCancelScheduled(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<CreateReminder> readCreateReminder(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<Announce> readAnnounce(const QCborMap &map, const Limits &limits);

} // namespace protocol::chat
