#pragma once

#include "chat/context.h"

#include "protocol/chat/requests.h"

#include <QByteArray>

namespace chat {

/// Somebody who may come in.
struct Admission
{
    QString user;
    QString token; ///< a new one that this device gets to keep; empty when it came with one
    QByteArray tokenHash; ///< of the token this device has
};
/// Called once, in the chat thread, now or later.
using AdmissionReply = std::function<void(protocol::chat::Result<Admission>)>;

/// Whether a known user may come in now. Errors: Banned, ServerFull, TooMany (connections of one user).
/// Thread: chat thread.
[[nodiscard]] protocol::chat::Result<std::monostate> checkMayEnter(const Context &context, const QString &user);

/// Finds out who wants to come in. A new name becomes a user; a known one needs a token or its password. A token
/// decides who it is: a name beside it may be spelt differently or be an old one, but not somebody else's. With a good
/// token the server's password is not asked for. Errors: ProtocolVersion, ServerFull, TooMany (connections of one
/// user), ServerPasswordRequired, BadName, NameTaken, BadPassword, BadToken, Banned, RateLimited. Thread: chat thread.
void connectUser(Context &context, const protocol::chat::ConnectRequest &request, const AdmissionReply &reply);

} // namespace chat
