#include "socketio/socketinbox.h"

namespace socketio {

void SocketInbox::push(Item item, qsizetype bytes)
{
    m_bytes += bytes;
    m_items.emplace_back(std::move(item), bytes);
}

SocketInbox::Item SocketInbox::pop()
{
    Item item = std::move(m_items.front().first);
    m_bytes -= m_items.front().second;
    m_items.pop_front();
    return item;
}

} // namespace socketio
