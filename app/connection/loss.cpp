#include "connection/loss.h"

namespace connection {

QString describe(LossReason reason)
{
    switch (reason) {
    case LossReason::Unreachable:
        return QStringLiteral("The server cannot be reached");
    case LossReason::HandshakeRefused:
        return QStringLiteral("What answers there does not let us in as a Confab server would");
    case LossReason::ConnectTimedOut:
        return QStringLiteral("The server does not answer in time");
    case LossReason::ClosedByServer:
        return QStringLiteral("The connection was closed");
    case LossReason::HeartbeatMissed:
        return QStringLiteral("The server has fallen silent");
    case LossReason::ProtocolError:
        return QStringLiteral("The server sent something that cannot be understood");
    case LossReason::MessageTooLarge:
        return QStringLiteral("The server sent a message that is too large");
    case LossReason::SentAway:
        return QStringLiteral("The server ended the session");
    case LossReason::ClosedHere:
        return QStringLiteral("Disconnected");
    }
    Q_UNREACHABLE();
}

QString describe(const Loss &loss)
{
    const QString sentence = describe(loss.reason);
    return loss.details.isEmpty() ? sentence : sentence + QStringLiteral(" (") + loss.details + u')';
}

} // namespace connection
