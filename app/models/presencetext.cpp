#include "models/presencetext.h"

#include "models/timetexts.h"

#include <QCoreApplication>

namespace models {

using protocol::chat::PresenceState;

QString presenceText(const session::Presence &presence, qint64 lastSeenAt)
{
    switch (presence.state) {
    case PresenceState::Online:
        return QCoreApplication::translate("models::presenceText", "Online");
    case PresenceState::Away:
        return QCoreApplication::translate("models::presenceText", "Away");
    case PresenceState::DoNotDisturb:
        return QCoreApplication::translate("models::presenceText", "Do not disturb");
    case PresenceState::Invisible:
        return QCoreApplication::translate("models::presenceText", "Invisible");
    case PresenceState::Offline:
        break;
    }
    const QString seen = TimeTexts().lastSeen(presence.lastSeenAt != 0 ? presence.lastSeenAt : lastSeenAt);
    return seen.isEmpty() ? QCoreApplication::translate("models::presenceText", "Offline") : seen;
}

} // namespace models
