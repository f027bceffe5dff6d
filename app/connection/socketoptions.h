#pragma once

#include "connection/backoff.h"

#include <QtGlobal>

#include <chrono>

namespace connection {

/// How large things may get. All in bytes on the wire.
struct MessageLimits
{
    qint64 maxIncomingBytes = 16 * 1024 * 1024; ///< of one message; a server that sends more is disconnected
    qint64 maxAttachmentBytes = 32 * 1024 * 1024; ///< of the attachments of one incoming event together
    int maxAttachments = 64; ///< of one incoming event
    /// Handed to the network but not yet sent; what goes beyond waits as if there were no connection.
    qint64 maxUnsentBytes = 4 * 1024 * 1024;
};

/// How much may wait to be sent. The retry queue has the same room for itself.
struct BufferLimits
{
    int maxEvents = 1000;
    qint64 maxBytes = 8 * 1024 * 1024;
};

/// How events are sent that have to be acknowledged.
struct RetryOptions
{
    std::chrono::milliseconds ackTimeout = std::chrono::seconds(10); ///< of one try; 0 waits while connected
    int maxRetries = 10; ///< tries after the first one
};

/// Everything that can be set about a Socket, with its default.
struct SocketOptions
{
    /// For all of it: finding the host, connecting, and the server's answer to who we are.
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(10);
    bool reconnects = true; ///< whether it tries again by itself when an attempt fails or a connection is lost
    BackoffOptions backoff;
    /// A connection that lasted this long was a good one: the delays start small again after it.
    std::chrono::milliseconds steadyAfter = std::chrono::seconds(5);
    MessageLimits messages;
    BufferLimits buffer;
    RetryOptions retry;
};

} // namespace connection
