#pragma once

#include "cache/messagetable.h"

#include "protocol/chat/roomevent.h"

namespace cache {

/// Does to the cached messages what an event of their room says. Events that have no message here change nothing; doing
/// one twice is the same as doing it once.
/// Thread: writer.
class EventApplier final
{
public:
    explicit EventApplier(MessageTable &messages) : m_messages(messages) {}

    void apply(const RoomKey &room, const protocol::chat::RoomEvent &event);

private:
    using Edit = void (*)(protocol::chat::Message &message, const protocol::chat::RoomEvent &event);
    [[nodiscard]] static Edit editFor(protocol::chat::RoomEventType type);
    void post(const RoomKey &room, const protocol::chat::RoomEvent &event);

    MessageTable &m_messages;
};

} // namespace cache
