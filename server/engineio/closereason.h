#pragma once

#include <QtGlobal>

namespace engineio {

/// Why a session ended.
enum class CloseReason : quint8 {
    TransportClose, ///< the client closed it, or its connection broke
    TransportError, ///< the client broke the rules of its transport
    PingTimeout, ///< nothing was heard for too long
    ParseError, ///< the client sent something that is not a packet
    ForcedClose, ///< closed by this side
    ServerShuttingDown,
    ReaderTooSlow, ///< more than the allowed bytes were waiting for it
};

/// The wording that Socket.IO uses for it, where it has one.
[[nodiscard]] const char *describe(CloseReason reason);

} // namespace engineio
