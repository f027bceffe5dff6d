#pragma once

#include "protocol/result.h"

#include <QCborArray>

#include <functional>

namespace connection {

/// What happens to an event that cannot leave at once.
enum class WhenOffline {
    Buffer, ///< it waits for the connection, in order, within BufferLimits
    Fail, ///< it is not sent; an acknowledgement asked for fails with EmitError::Disconnected
    Drop, ///< as Fail, and also while the network is too slow to take it: for what is stale a moment later
};

/// What became of an event.
enum class Emitted {
    Sent, ///< it is on its way
    Waiting, ///< it will be sent later
    Dropped, ///< it never will
};

/// Why there is no acknowledgement.
enum class EmitError {
    Timeout, ///< none came in time; the server may have done what was asked
    Disconnected, ///< the connection ended before it came, or there was none; likewise
    BufferFull, ///< not sent: too much is waiting already
    TooLarge, ///< not sent: more than the server takes in one message, or than BufferLimits allow
};

/// The arguments the server acknowledged with.
using AckResult = protocol::Expected<QCborArray, EmitError>;
using AckCallback = std::function<void(const AckResult &)>;

} // namespace connection
