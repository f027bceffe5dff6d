#pragma once

#include <QString>

namespace connection {

/// Why there is no connection, or no longer one.
enum class LossReason {
    Unreachable, ///< nobody answers at that address, or its name is unknown
    HandshakeRefused, ///< what answers is no Confab server, or it sends us elsewhere, or it is full
    ConnectTimedOut, ///< no answer within SocketOptions::connectTimeout
    ClosedByServer, ///< the connection broke or was closed; the server may well be back soon
    HeartbeatMissed, ///< the server has been silent for longer than it promised
    ProtocolError, ///< the server sent what cannot be understood
    MessageTooLarge, ///< the server sent more than MessageLimits allow
    SentAway, ///< the server ended this client's session on purpose
    ClosedHere, ///< Socket::close()
};

/// The end of a connection, or of an attempt to make one.
/// Thread: any (a value type).
struct Loss
{
    LossReason reason = LossReason::ClosedByServer;
    QString details; ///< English, for logs and small print; may be empty

    friend bool operator==(const Loss &, const Loss &) = default;
};

/// A short English sentence without a full stop.
[[nodiscard]] QString describe(LossReason reason);
/// The reason, and the details in parentheses.
[[nodiscard]] QString describe(const Loss &loss);

} // namespace connection
