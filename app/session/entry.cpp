#include "session/entry.h"

namespace session {

QString Entry::key() const
{
    switch (kind) {
    case Kind::Message:
        return message.id;
    case Kind::Outgoing:
        return outgoing.nonce;
    case Kind::Event:
        break;
    }
    return protocol::chat::messageId(event.room, event.seq);
}

} // namespace session
