#include "viewmodels/notificationpolicy.h"

namespace viewmodels {

using session::NotifyLevel;

bool shouldNotify(const ArrivalSituation &situation)
{
    if (situation.roomLevel == NotifyLevel::Nothing)
        return false;
    if (situation.isDoNotDisturb)
        return false;
    const NotifyLevel level
        = situation.roomLevel == NotifyLevel::Default ? situation.generalLevel : situation.roomLevel;
    const bool isForUs = situation.isMention || situation.isDirect;
    if (level == NotifyLevel::Nothing || (level == NotifyLevel::Mentions && !isForUs))
        return false;
    return !situation.isBeingRead;
}

} // namespace viewmodels
