#pragma once

#include <QtGlobal>

#include <span>

namespace net {

/// What a non-blocking read has come to.
struct Received
{
    enum class State : quint8 { Bytes, NothingYet, End, Broken };

    State state;
    size_t bytes = 0;
};

// The few things that are done to a socket itself, on every system.
// Thread: any.

/// Reads what has arrived, without waiting.
[[nodiscard]] Received receiveFrom(qintptr socketDescriptor, std::span<char> buffer);
/// Sends small messages at once instead of waiting for more. A listening socket hands this on to what it accepts.
void sendWithoutDelay(qintptr socketDescriptor);
void setNonBlocking(qintptr socketDescriptor);
void shutDownSending(qintptr socketDescriptor);
void closeSocket(qintptr socketDescriptor);
/// Closes and tells the peer that the connection is broken; what has not been sent is lost.
void closeSocketWithReset(qintptr socketDescriptor);

} // namespace net
