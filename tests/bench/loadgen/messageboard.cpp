#include "messageboard.h"

#include "failure.h"

#include <string>

namespace loadgen {

std::uint32_t MessageBoard::post(std::uint32_t room, std::uint32_t receivers, TimePoint due)
{
    Message &message = m_messages[m_nextId % Capacity];
    if (message.missing != 0)
        throw Failure("the server is 65,536 messages behind");
    message = Message{m_nextId, room, receivers, due};
    m_missing += receivers;
    return m_nextId++;
}

const MessageBoard::Message &MessageBoard::receive(std::uint32_t id, std::uint32_t room)
{
    Message &message = m_messages[id % Capacity];
    if (message.id != id || message.room != room || message.missing == 0)
        throw Failure("message " + std::to_string(id) + " was delivered once too often or in the wrong room");
    --message.missing;
    --m_missing;
    return message;
}

} // namespace loadgen
