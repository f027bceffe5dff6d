#include "engineio/closereason.h"

namespace engineio {

const char *describe(CloseReason reason)
{
    switch (reason) {
    case CloseReason::TransportClose:
        return "transport close";
    case CloseReason::TransportError:
        return "transport error";
    case CloseReason::PingTimeout:
        return "ping timeout";
    case CloseReason::ParseError:
        return "parse error";
    case CloseReason::ForcedClose:
        return "forced close";
    case CloseReason::ServerShuttingDown:
        return "server shutting down";
    case CloseReason::ReaderTooSlow:
        return "reader too slow";
    }
    return "";
}

} // namespace engineio
