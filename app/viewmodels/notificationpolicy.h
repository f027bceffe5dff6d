#pragma once

#include "session/roomstate.h"

namespace viewmodels {

/// What is known when a message has come in.
/// Thread: any (a value type).
struct ArrivalSituation
{
    session::NotifyLevel roomLevel = session::NotifyLevel::Default;
    session::NotifyLevel generalLevel = session::NotifyLevel::Mentions; ///< of the settings; never Default
    bool isDoNotDisturb = false;
    bool isMention = false; ///< of us, or of everybody
    bool isDirect = false;
    bool isBeingRead = false; ///< the window has the focus and shows the end of the room
};

/// Whether somebody is told of a message. In this order: a room that is set to Nothing never tells; nothing tells while
/// one does not want to be disturbed; what is for us in particular counts more than the level of other messages; and
/// what is in front of one's eyes needs no telling.
/// Thread: any (a pure function).
[[nodiscard]] bool shouldNotify(const ArrivalSituation &situation);

} // namespace viewmodels
