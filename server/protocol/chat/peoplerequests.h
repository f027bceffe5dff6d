#pragma once

#include "protocol/chat/error.h"
#include "protocol/chat/limits.h"
#include "protocol/chat/requests.h"

#include <QCborMap>

// Readers of requests: each checks types and sizes and names the field that is wrong. Thread: any.
namespace protocol::chat {

[[nodiscard]] Result<SetTyping> readSetTyping(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<SetPresence> readSetPresence(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<GetUser> readGetUser(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<UpdateUser> readUpdateUser(const QCborMap &map, const Limits &limits);

} // namespace protocol::chat
