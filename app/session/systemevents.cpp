#include "session/systemevents.h"

#include "session/messagechange.h"

#include <algorithm>
#include <iterator>

namespace session {

using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

bool SystemEvents::isShown(RoomEventType type)
{
    return type != RoomEventType::MessagePosted && !changesMessage(type);
}

void SystemEvents::add(const RoomEvent &event)
{
    if (!isShown(event.type))
        return;
    auto &events = m_events[event.room];
    events.push_back(event);
    if (events.size() > mostPerRoom)
        events.pop_front();
}

std::vector<RoomEvent> SystemEvents::between(const QString &room, qint64 first, qint64 last) const
{
    std::vector<RoomEvent> found;
    const auto events = m_events.constFind(room);
    if (events == m_events.cend())
        return found;
    std::copy_if(events->begin(), events->end(), std::back_inserter(found),
                 [first, last](const RoomEvent &event) { return first <= event.seq && event.seq <= last; });
    return found;
}

} // namespace session
