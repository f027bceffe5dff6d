#include "socketio/socketinbox.h"

namespace socketio {

SocketInbox::Item SocketInbox::pop()
{
    Item item = std::move(m_items.front());
    m_items.pop_front();
    return item;
}

} // namespace socketio
