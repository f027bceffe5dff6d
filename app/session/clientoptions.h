#pragma once

#include "connection/socketoptions.h"

#include <QString>

#include <chrono>

namespace session {

/// Everything that can be set about a ChatClient, with its default.
/// Thread: any (a value type).
struct ClientOptions
{
    QString program = QStringLiteral("confab"); ///< for the server's log, such as `confab 0.1.0`
    connection::SocketOptions socket;
    /// How long an answer is waited for before what must not be lost is sent again.
    std::chrono::milliseconds answerTimeout = std::chrono::seconds(10);
    /// How long somebody is taken to be typing after they were last said to be.
    std::chrono::milliseconds typingExpiry = std::chrono::seconds(6);
    /// How often others are told that we still type.
    std::chrono::milliseconds typingInterval = std::chrono::seconds(3);
    /// Between two attempts to send what the server could not take, when it does not say how long to wait; doubles each
    /// time, up to 16 times this.
    std::chrono::milliseconds resendDelay = std::chrono::seconds(1);
    /// At most this often are views told of changes: what comes in between is told together.
    std::chrono::milliseconds updateInterval = std::chrono::milliseconds(16);
    int pageSize = 60; ///< messages that a Timeline gets at once; 200 at most
};

} // namespace session
