#pragma once

#include "protocol/chat/error.h"
#include "protocol/chat/limits.h"
#include "protocol/chat/requests.h"

#include <QCborMap>

// Readers of requests: each checks types and sizes and names the field that is wrong. Thread: any.
namespace protocol::chat {

[[nodiscard]] Result<SendMessage> readSendMessage(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<EditMessage> readEditMessage(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<MessageRequest> readMessageRequest(const QCborMap &map, const Limits &limits);
[[nodiscard]] Result<ReactionRequest> readReactionRequest(const QCborMap &map, const Limits &limits);

} // namespace protocol::chat
